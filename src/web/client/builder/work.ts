import type { BuilderResult, BuilderState } from '../../../domain/builder.ts'
import type { BuilderRuns } from '../../../pipeline/builder/builder-runs.ts'
import type { EnglandBundle } from '../../../pipeline/builder/bundle.ts'
import { titleOf } from '../../../pipeline/builder/choice.ts'
import { createForm } from '../../../pipeline/builder/create-form.ts'
import { readAddress } from '../../../pipeline/builder/read-address.ts'
import { writeAddress } from '../../../pipeline/builder/write-address.ts'
import { writeScenarioFile } from '../../../pipeline/builder/write-scenario.ts'
import type { PolicyBasis } from '../../../pipeline/policy-basis.ts'
import { areasBlock } from '../../../views/builder/areas-block.ts'
import { builderForm } from '../../../views/builder/builder-form.ts'
import { FIGURES, partsBlock, saySummary, summaryBlock } from '../../../views/builder/builder-results.ts'
import { writeFigureFile } from './figure-file.ts'
import type { Ask, PartName, Stage, Tell } from './messages.ts'

type ShowState = Extract<Ask, { kind: 'state' }>

/** Milliseconds without a new state after which every area is worked out. */
const QUIET = 40
/** The same for what each change does. */
const SHORT = 20
/** Draws of the first look at every area: a power of two, which the design of draws spreads evenly; a third of the usual 200. */
const SKETCH_DRAWS = 64

/** Figures that stand below the first. */
const LATER = ['years', 'effect', 'coverage', 'difference'] as const

/** Work of the builder’s worker: the latest state wins. */
export interface Work {
  show(ask: ShowState): void
  file(ask: Extract<Ask, { kind: 'file' }>): Promise<void>
}

/** @param everyArea loads the basis of every area when it is first needed */
export function createWork(
  bundle: EnglandBundle,
  runs: BuilderRuns,
  everyArea: () => Promise<PolicyBasis>,
  tell: (message: Tell) => void,
  tellTrouble: (error: unknown, fatal: boolean) => void,
): Work {
  const { frame } = bundle
  const span = { baseYear: frame.baseYear, lastYear: frame.baseYear + frame.years }
  let next: ShowState | null = null
  let wake: (() => void) | null = null
  let refining = new AbortController()
  /** Every area of the state that was drawn last, which then is what a file of it holds. */
  let full: { readonly query: string; readonly result: BuilderResult } | null = null

  const draw = (
    id: number,
    stage: Stage,
    parts: Partial<Record<PartName, { readonly markup: string }>>,
    say: string,
    checksum: string,
    engine: number,
  ): void => {
    const texts = Object.entries(parts).map(([name, { markup }]) => [name, markup] as const)
    tell({ kind: 'parts', id, stage, parts: Object.fromEntries(texts), say, checksum, engine })
  }
  /** The headline and the fan at once; what stands below them as long as no newer state has come. */
  async function drawResult(
    id: number,
    result: BuilderResult,
    { year }: BuilderState,
    engine: number,
  ): Promise<void> {
    const stage = result.areas
    const say = saySummary(result, year).join(' ')
    const first = { summary: summaryBlock(result, year, 'browser'), balance: FIGURES.balance(result) }
    draw(id, stage, first, say, result.checksum, engine)
    for (const name of LATER) {
      await waiting()
      if (next) return
      draw(id, stage, { [name]: FIGURES[name](result, year) }, '', '', 0)
    }
    if (stage === 'each') draw(id, stage, { areas: areasBlock(result, frame.places, year) }, '', '', 0)
  }

  /** Reads a state, and tells its address; draws the form anew where asked. */
  function read({ id, query, form }: ShowState): BuilderState {
    const asked = new URLSearchParams(query)
    const add = asked.get('add')
    const state = readAddress(query, frame.presets, span)
    const address = writeAddress(state, frame.presets, span)
    tell({ kind: 'address', id, query: address, set: [...state.built.levers.keys()] })
    if (form) draw(id, 'one', { form: builderForm(createForm(state, frame, add), frame) }, '', '', 0)
    return state
  }

  /** The quick view first and always whole; the rest gives way to a newer state. */
  async function work(ask: ShowState): Promise<void> {
    const { id } = ask
    const state = read(ask)
    const start = performance.now()
    const quick = await runs.one(state)
    await drawResult(id, quick, state, performance.now() - start)
    await waiting()
    if (next) return
    const { signal } = refining
    await quiet(SHORT, signal)
    tell({ kind: 'progress', text: 'Working out what each change does …' })
    const parts = await runs.parts(state, signal)
    draw(id, 'parts', { parts: partsBlock(parts, state.year) }, '', '', 0)
    await quiet(QUIET, signal)
    tell({ kind: 'progress', text: `Working out each of the ${frame.places.areas.length} areas …` })
    const basis = await everyArea()
    signal.throwIfAborted()
    let since = performance.now()
    if (state.draws > SKETCH_DRAWS) {
      const sketch = await runs.each({ ...state, draws: SKETCH_DRAWS }, basis, signal)
      const areas = { areas: areasBlock(sketch, frame.places, state.year) }
      draw(id, 'sketch', areas, '', sketch.checksum, performance.now() - since)
      tell({
        kind: 'progress',
        text: `The areas below are from ${SKETCH_DRAWS} runs. Working out ${state.draws} …`,
      })
      since = performance.now()
    }
    const result = await runs.each(state, basis, signal)
    full = { query: writeAddress(state, frame.presets, span), result }
    await drawResult(id, result, state, performance.now() - since)
    tell({ kind: 'progress', text: '' })
  }

  async function loop(): Promise<never> {
    for (;;) {
      if (next === null)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      const ask = next!
      next = null
      refining = new AbortController() // what was asked before has been given up; what goes wrong from here on is told
      try {
        await work(ask)
      } catch (error) {
        if (!refining.signal.aborted) {
          tell({ kind: 'progress', text: '' })
          tellTrouble(error, false)
        }
      }
    }
  }
  void loop()

  return {
    show(ask) {
      // a form that was to be drawn anew still is
      next = next?.form ? { ...ask, form: true } : ask
      refining.abort()
      wake?.()
      wake = null
    },
    async file({ id, file, query }) {
      try {
        const state = readAddress(query, frame.presets, span)
        const title = titleOf(state.built, frame.presets, 'My scenario')
        if (file === 'yaml') {
          const text = writeScenarioFile(
            state.built,
            title,
            'Built on the page “Build a scenario”.',
            frame.presets,
          )
          tell({ kind: 'file', id, name: 'headroom-scenario.yaml', type: 'application/yaml', text })
        } else {
          const isDrawn = full?.query === writeAddress(state, frame.presets, span)
          const drawn = isDrawn ? full!.result : null
          tell({ kind: 'file', id, ...(await writeFigureFile(file, state, drawn, bundle, runs)) })
        }
      } catch (error) {
        tellTrouble(error, false)
      }
    },
  }
}

/** Lets messages that wait be heard: by one to itself, since a timer would wait four milliseconds. */
function waiting(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** Waits until nothing has been asked for a while. */
function quiet(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
