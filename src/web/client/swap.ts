import { policy } from './trusted-types.ts'

const PARTS = '[data-swap]'

let current: AbortController | null = null

/** Puts the parts of another page in place of this page's, and its title; focus stays where it is. */
async function show(address: string): Promise<boolean> {
  current?.abort()
  const controller = new AbortController()
  current = controller
  const parts = document.querySelectorAll(PARTS)
  for (const part of parts) part.setAttribute('data-busy', '')
  try {
    const response = await fetch(address, { signal: controller.signal })
    if (!response.ok) throw new Error(`status ${response.status}`)
    const text = await response.text()
    const page = new DOMParser().parseFromString(policy.createHTML(text), 'text/html')
    for (const part of parts) {
      const name = part.getAttribute('data-swap')
      const fresh = page.querySelector(`[data-swap="${name}"]`)
      if (!fresh) continue
      keepUnfolded(part, fresh)
      part.replaceWith(document.adoptNode(fresh))
    }
    document.title = page.title
    return true
  } finally {
    if (current === controller)
      for (const part of document.querySelectorAll(PARTS)) part.removeAttribute('data-busy')
  }
}

/** What the reader has unfolded stays so. */
function keepUnfolded(part: Element, fresh: Element): void {
  for (const { id } of part.querySelectorAll('details[open][id]'))
    fresh.querySelector(`details#${CSS.escape(id)}`)?.setAttribute('open', '')
}

const addressOf = (form: HTMLFormElement): string => {
  const given = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const address = new URL(form.action)
  address.search = new URLSearchParams(given).toString()
  return address.href
}

/** Sets the drop-downs to what an address says; what it doesn't say goes back to how the page came. */
function restore(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search)
  for (const control of form.querySelectorAll('select')) {
    const value = query.get(control.name)
    if (value !== null) control.value = value
  }
}

/**
 * Shows a choice without loading the whole page again, keeping address and history true. Where that
 * fails, the browser loads the page as it would without this script.
 * @param onShown told after every swap
 */
export function enhanceControls(form: HTMLFormElement, onShown: () => void): void {
  const status = document.getElementById('status')
  const go = async (address: string, remember: boolean): Promise<void> => {
    try {
      await show(address)
      if (remember) history.pushState(null, '', address)
      if (status) status.textContent = `Now showing: ${document.querySelector('h1')?.textContent ?? ''}`
      onShown()
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return
      location.assign(address)
    }
  }
  form.addEventListener('change', () => void go(addressOf(form), true))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void go(addressOf(form), true)
  })
  history.replaceState(null, '', addressOf(form))
  window.addEventListener('popstate', () => {
    restore(form)
    void go(location.href, false)
  })
}
