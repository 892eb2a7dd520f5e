import { HeadroomError } from '../../../errors/headroom-error.ts'
import { createBuilderRuns } from '../../../pipeline/builder/builder-runs.ts'
import { areasBasis } from '../../../pipeline/builder/bundle.ts'
import type { PolicyBasis } from '../../../pipeline/policy-basis.ts'
import { createHelpedSimulate, type HelperAsk, help } from './helper.ts'
import { loadAreas, loadBytes, loadEngland, NotLoaded } from './load-bundles.ts'
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

async function start({ kernel, england, areas }: Extract<Ask, { kind: 'start' }>) {
  const [engine, bundle] = await Promise.all([loadBytes(kernel), loadEngland(england)])
  const runs = createBuilderRuns(bundle, createHelpedSimulate(engine))
  let basis: Promise<PolicyBasis> | null = null
  /** The areas come after the quick view; where they can’t be loaded, the next one asks again. */
  const everyArea = (): Promise<PolicyBasis> => {
    basis ??= loadAreas(areas).then((loaded) => areasBasis(bundle, loaded))
    basis.catch(() => {
      basis = null
    })
    return basis
  }
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
