import { keep } from '../offline/keep.ts'
import { keepTogether, markSet, queryOf, readyControls } from './controls.ts'
import { fetchAndSave, isPlain, save } from './files.ts'
import { holdFocus } from './hold-focus.ts'
import type { Ask, PartName, Tell } from './messages.ts'
import { morph } from './morph.ts'
import { policy } from './trusted-types.ts'

/** Milliseconds after which a worker that says nothing while it should is taken to be dead. */
const SILENCE = 5000
/** Milliseconds without a change before the address and the spoken summary follow. */
const SETTLED = 400

const root = document.querySelector<HTMLElement>('[data-builder]')
if (root) build(root)

/** Lets the browser work scenarios out: the page only draws, the worker computes. */
function build(page: HTMLElement): void {
  const part = (name: PartName): HTMLElement | null => page.querySelector(`[data-part="${name}"]`)
  const form = (): HTMLFormElement => document.querySelector<HTMLFormElement>('#builder-form')!
  const trouble = document.querySelector<HTMLElement>('[data-trouble]')!
  const progress = page.querySelector<HTMLElement>('[data-progress]')!
  const results = page.querySelector('.hr-build__results')!
  const status = document.getElementById('status')
  const share = page.querySelector<HTMLInputElement>('[data-share]')
  let worker: Worker | null = null
  let asked = 0
  /** The state that was asked for last. */
  let latest = 0
  let answered = 0
  let query = location.search.slice(1)
  let silence = 0
  let settling = 0
  /** Whether this frame has asked already, and whether the form has moved since. */
  let [isAsked, isLate] = [false, false]
  let spoken = ''
  /** The state the address names, where the page is a copy that came with another; until it is drawn. */
  let wanted = document.documentElement.hasAttribute('data-shell') ? location.search.slice(1) : null
  /** The drawing that leaves what has been said of a wrong address standing. */
  let spare = 0
  let isReady = false
  /** True while the charts show every area, added up. */
  let isFull = false

  const ask = (message: Ask): void => worker?.postMessage(message)

  function start(): void {
    worker?.terminate()
    trouble.hidden = true
    const { worker: script = '', kernel = '', england = '', areas = '', changes = '' } = page.dataset
    worker = new Worker(policy.createScriptURL(script), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Tell>) => hear(data))
    worker.addEventListener('error', () => stopped())
    ask({ kind: 'start', kernel, england, areas, changes })
    // what the form says, not the address: it holds what was set last, and what the server made of a wrong address
    if (wanted === null) show(queryOf(form()), false)
    else {
      showProgress('Working it out in this browser …')
      show(wanted, true)
    }
  }

  function stopped(): void {
    showTrouble(
      'The part of this page that computes has stopped',
      'What you set is kept. The browser may have ended it to save memory, or it couldn’t be loaded.',
      true,
    )
  }

  function showTrouble(title: string, text: string, fatal: boolean): void {
    trouble.querySelector('[data-trouble-title]')!.textContent = title
    trouble.querySelector('[data-trouble-text]')!.textContent = text
    trouble.querySelector<HTMLElement>('[data-again]')!.hidden = !fatal
    trouble.hidden = false
    showProgress('')
    clearTimeout(silence)
    if (fatal) {
      worker?.terminate()
      worker = null
    }
  }

  function showProgress(text: string): void {
    progress.textContent = text
    progress.hidden = text === ''
    page.toggleAttribute('data-busy-builder', text !== '')
  }

  /** Asks for a state; says so if no answer comes. */
  function show(wanted: string, redraw: boolean): void {
    latest = ++asked
    // what is drawn of every area is of another state from now on
    for (const stage of ['sketch', 'each']) page.removeAttribute(`data-checksum-${stage}`)
    ask({ kind: 'state', id: asked, query: wanted, form: redraw })
    clearTimeout(silence)
    silence = window.setTimeout(() => {
      if (answered >= asked) return
      ask({ kind: 'ping' })
      silence = window.setTimeout(stopped, SILENCE)
    }, SILENCE)
  }

  function hear(message: Tell): void {
    switch (message.kind) {
      case 'ready':
        page.setAttribute('data-ready', '')
        return
      case 'pong':
        clearTimeout(silence)
        return
      case 'address':
        query = message.query
        isFull = false
        markSet(page, message.set)
        settle()
        return
      case 'progress':
        showProgress(message.text)
        return
      case 'trouble':
        showTrouble(message.title, message.text, message.fatal)
        if (wanted !== null && !message.fatal) {
          wanted = null
          show('', true)
          spare = asked
        }
        return
      case 'file':
        save(message.name, new Blob([message.text], { type: message.type }))
        return
      case 'parts':
        drawParts(message)
    }
  }

  function drawParts({ id, stage, parts, say, checksum, engine }: Extract<Tell, { kind: 'parts' }>): void {
    answered = Math.max(answered, id)
    if (id === asked && id !== spare && stage === 'one' && !parts.form) trouble.hidden = true
    for (const [name, markup] of Object.entries(parts)) {
      const place = part(name as PartName)
      if (!place) continue
      const fresh = new DOMParser().parseFromString(policy.createHTML(markup), 'text/html').body
      // the form brings new values, which only new controls take
      if (name === 'form') {
        const { id: focused } = document.activeElement ?? { id: '' }
        place.replaceChildren(...fresh.childNodes)
        if (focused !== '') document.getElementById(focused)?.focus()
      } else holdFocus(results, () => morph(place, fresh))
    }
    if (parts.form) readyControls(page)
    if (stage !== 'one') part('parts')?.removeAttribute('data-old')
    if (say) spoken = say
    if (checksum) wanted = null
    if (checksum && stage !== 'sketch') isFull = stage === 'each'
    if (stage === 'each' && !isReady) readyWithoutServer()
    if (checksum && (stage === 'one' || id === latest)) page.setAttribute(`data-checksum-${stage}`, checksum)
    if (checksum) page.dispatchEvent(new CustomEvent('headroom:drawn', { detail: { id, stage, engine } }))
    settle()
  }

  /** All that the page computes with has been loaded: has it kept, and says so once it is. */
  function readyWithoutServer(): void {
    isReady = true
    const { worker: script = '', kernel = '', england = '', areas = '', changes = '' } = page.dataset
    keep(
      () => [script, kernel, england, areas, changes],
      () => document.querySelector('[data-offline-ready]')?.removeAttribute('hidden'),
    )
  }

  /** Once nothing has moved for a moment: the address, the links and what is said. */
  function settle(): void {
    clearTimeout(settling)
    settling = window.setTimeout(() => {
      const address = `/build${query ? `?${query}` : ''}`
      if (location.pathname + location.search !== address) history.replaceState(null, '', address)
      if (share) share.value = location.href
      for (const link of page.querySelectorAll<HTMLAnchorElement>('[data-follows]')) point(link)
      if (status && spoken && status.textContent !== spoken) status.textContent = spoken
    }, SETTLED)
  }

  /** The query of what is drawn or, where that lags behind, of what is set. */
  const current = (): string => wanted ?? (answered < asked ? queryOf(form()) : query)

  /** True where every area of what is set is drawn. */
  const whole = (): boolean => isFull && answered >= asked

  /** Leads a link to what is drawn. */
  function point(link: HTMLAnchorElement): void {
    link.href = `${link.pathname}?${current()}${whole() && link.dataset.follows === 'either' ? `${query && '&'}areas=each` : ''}`
  }

  /** Makes a file of a figure, or has the server make it: pictures in dots, and the areas until they are drawn. */
  async function figureFile({ href, pathname, download }: HTMLAnchorElement): Promise<void> {
    const file = pathname.slice(pathname.lastIndexOf('/') + 1)
    if (worker && !file.endsWith('.png') && (whole() || !file.startsWith('areas')))
      return ask({ kind: 'file', id: asked, file, query: current() })
    const text = 'The server makes the file …'
    if (progress.hidden) showProgress(text)
    const trouble = await fetchAndSave(href, download)
    if (progress.textContent === text) showProgress('')
    if (trouble !== null)
      showTrouble(
        'This file can’t be had now',
        `${trouble} CSV, JSON and SVG are made in this browser once it has worked them out.`,
        false,
      )
  }

  /** The form moved: asked at once, but once a frame at most, so that a drag doesn’t ask more than can be drawn. */
  function moved(): void {
    part('parts')?.setAttribute('data-old', '')
    if (isAsked) {
      isLate = true
      return
    }
    isAsked = true
    show(queryOf(form()), false)
    requestAnimationFrame(() => {
      isAsked = false
      if (isLate) moved()
    })
    isLate = false
  }

  page.addEventListener('input', ({ target }) => {
    keepTogether(target)
    if (target instanceof HTMLSelectElement || target === share) return
    if (target instanceof HTMLInputElement && target.form?.matches('[data-save]')) return
    moved()
  })
  page.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return
    if (target.id === 'preset' && target.value !== '') show(queryOf(form()), true)
    else if (target.id === 'vs' || target.id === 'assumptions') show(queryOf(form()), true)
    else moved()
  })
  document.addEventListener('submit', (event) => {
    const sent = event.target as HTMLFormElement
    if (sent.matches('[data-save]')) {
      // what is set now, which the address may still lag behind
      sent.querySelector<HTMLInputElement>('[name="query"]')!.value = queryOf(form())
      return
    }
    if (!worker) return
    const submitter = event.submitter as HTMLButtonElement | null
    if (submitter?.hasAttribute('form')) return
    event.preventDefault()
    const extra = submitter?.name ? `&${submitter.name}=${encodeURIComponent(submitter.value)}` : ''
    show(queryOf(form()) + extra, extra !== '')
  })
  page.addEventListener('click', (event) => {
    const target = event.target as Element
    const follows = target.closest<HTMLAnchorElement>('[data-follows]')
    if (follows) point(follows)
    if (follows?.hasAttribute('data-fetch') && isPlain(event)) {
      event.preventDefault()
      void figureFile(follows)
    }
    if (!worker) return
    const reset = target.closest('[data-reset]')
    const file = target.closest<HTMLElement>('[data-file]')
    if (!reset && !file) return
    event.preventDefault()
    if (reset) show('', true)
    else ask({ kind: 'file', id: asked, file: file!.dataset.file!, query })
  })
  trouble.querySelector('[data-again]')!.addEventListener('click', start)
  window.addEventListener('popstate', () => show(location.search.slice(1), true))

  readyControls(document)
  start()
}
