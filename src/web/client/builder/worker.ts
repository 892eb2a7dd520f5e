import { HeadroomError } from '../../../errors/headroom-error.ts'
import { createBuilderRuns } from '../../../pipeline/builder/builder-runs.ts'
import { areasBasis } from '../../../pipeline/builder/bundle.ts'
import type { BasisChange } from '../../../pipeline/builder/changed-books.ts'
import type { PolicyBasis } from '../../../pipeline/policy-basis.ts'
import { createHelpedSimulate, type HelperAsk, help } from './helper.ts'
import { lazy, loadAreas, loadBytes, loadChanges, loadEngland, NotLoaded } from './load-bundles.ts'
import type { Ask, Tell } from './messages.ts'
import { createWork } from './work.ts'

/** The builder’s worker: loads what it computes with, then works out the latest state the page asks for. */
const tell = (message: Tell): void => postMessage(message)

/** Tells the page what went wrong, in words. */
function tellTrouble(error: unknown, fatal: boolean): void {
  const isKnown = error instanceof HeadroomError || error instanceof NotLoaded
  const next = error instanceof HeadroomError ? ` ${error.next}` : ''
  const text = isKnown ? `${error.message}${next}` : 'This is a mistake in the program.'
  if (!isKnown) console.error(error)
  const title = fatal ? 'This page can’t compute now' : 'This can’t be worked out'
  tell({ kind: 'trouble', title, text, fatal })
}

let started: ReturnType<typeof start> | null = null

async function start({ kernel, england, areas, changes }: Extract<Ask, { kind: 'start' }>) {
  const [engine, bundle] = await Promise.all([loadBytes(kernel), loadEngland(england)])
  const everyChange = lazy(() => loadChanges(changes))
  const changed = async (preset: string): Promise<BasisChange> => (await everyChange()).get(preset)!
  const runs = createBuilderRuns(bundle, createHelpedSimulate(engine), changed)
  /** The areas come after the quick view, and what presets change after them, so that nothing is missing later. */
  const everyArea = lazy(async (): Promise<PolicyBasis> => {
    const basis = areasBasis(bundle, await loadAreas(areas))
    everyChange().catch(() => undefined) // it is asked for again when it is needed
    return basis
  })
  return createWork(bundle, runs, everyArea, tell, tellTrouble)
}

let helping: ReturnType<typeof help> | null = null

addEventListener('message', ({ data }: MessageEvent<Ask | HelperAsk>) => {
  if (data.kind === 'help') {
    helping = help(data.kernel)
    return
  }
  if (data.kind === 'share' || data.kind === 'stop') {
    void helping?.(data)
    return
  }
  if (data.kind === 'ping') return tell({ kind: 'pong' })
  if (data.kind === 'start') {
    started = start(data)
    started.then(
      () => tell({ kind: 'ready' }),
      (error: unknown) => tellTrouble(error, true),
    )
    return
  }
  // a start that failed has been told already
  void started?.then(
    (work) => (data.kind === 'state' ? work.show(data) : work.file(data)),
    () => undefined,
  )
})
