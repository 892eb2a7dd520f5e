import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { BuilderFrame, BuilderResult, BuilderState } from '../../domain/builder.ts'
import type { Comparison } from '../../domain/comparison.ts'
import type { RunManifest } from '../../domain/projection.ts'
import { createSimulate } from '../../engine/ensemble/simulate.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { createBuilderRuns } from '../../pipeline/builder/builder-runs.ts'
import { createEnglandBundle, packBundles } from '../../pipeline/builder/bundle.ts'
import { type BasisChange, packChanges } from '../../pipeline/builder/changed-books.ts'
import { createFrame } from '../../pipeline/builder/create-frame.ts'
import { findBasisChange } from '../../pipeline/builder/find-basis-change.ts'
import { writeAddress } from '../../pipeline/builder/write-address.ts'
import { createPolicyBasis } from '../../pipeline/create-policy-basis.ts'
import { readInputs } from '../../pipeline/read-inputs.ts'
import { NO_CHANGE } from '../../pipeline/read-scenario.ts'
import { checksumText } from '../../stats/checksum.ts'
import type { Ground } from '../ground.ts'

/** A bundle as it is sent. */
export interface ServedBundle {
  /** Address that changes with the content. */
  readonly address: string
  readonly bytes: Uint8Array
  readonly zipped: Buffer
}

/** What the server builds scenarios with: the same frame, numbers and code as the browser’s. */
export interface Workshop {
  readonly frame: BuilderFrame
  readonly england: ServedBundle
  readonly areas: ServedBundle
  /** Address of what the presets that change assumptions differ in. */
  readonly changesAddress: string
  /** What stands there, worked out when it is first asked for, which takes seconds for each of them. */
  changes(): Promise<ServedBundle>
  /** Works a state out on England as one area, one request after the other. @throws HeadroomError `server-busy` */
  result(state: BuilderState): Promise<BuilderResult>
  /** What each change does; null where there is none. @throws HeadroomError `server-busy` */
  parts(state: BuilderState): Promise<Comparison | null>
  /**
   * Works a state out on every area, which takes some twenty times as long, for `MOST_AREA_DRAWS` at most.
   * @throws HeadroomError `server-busy`, or `option-invalid` for more
   */
  everyArea(state: BuilderState): Promise<BuilderResult>
}

/** The years that scenarios of a workshop are about. */
export const spanOf = ({ frame: { baseYear, years } }: Pick<Workshop, 'frame'>) => ({
  baseYear,
  lastYear: baseYear + years,
})

/** Requests that may wait for their turn. */
const MOST_WAITING = 8
/** The same before one for every area, which is long: it is refused sooner, so that the others find a place. */
const FEW_WAITING = 2
/** Runs of every area that one request may ask for. A browser works out any number. */
export const MOST_AREA_DRAWS = 200
const BEST = { level: 9 }
const zip = promisify(gzip)

/**
 * A workshop that is set up when it is first asked for, which takes seconds, and kept.
 * @param run whose years it has; where its scenario changes nothing, its inputs serve
 */
export function createWorkshop(
  ground: Ground,
  run: Pick<RunManifest, 'scenario' | 'years' | 'code'>,
  kernelFile: string,
): () => Promise<Workshop> {
  let made: Promise<Workshop> | null = null
  return () => {
    made ??= setUp(ground, run, kernelFile).catch((error: unknown) => {
      made = null
      throw error
    })
    return made
  }
}

async function setUp(
  { files, inputs: inputsOfRun }: Ground,
  { scenario, years, code }: Pick<RunManifest, 'scenario' | 'years' | 'code'>,
  kernelFile: string,
): Promise<Workshop> {
  const inputs = scenario === NO_CHANGE ? inputsOfRun() : readInputs(files, years)
  const { reference } = inputs
  await turn()
  const basis = createPolicyBasis(files, inputs)
  const frame = createFrame(files, inputs, inputs.model)
  await turn()
  const bundle = createEnglandBundle(frame, basis, reference)
  await turn()
  const packed = packBundles(bundle, basis)
  const england = await served('england', packed.england)
  const areas = await served('areas', packed.areas)
  const changed = remembered((name: string) =>
    findBasisChange(files, name, { england: bundle.basis, areas: basis }),
  )
  const simulate = createSimulate(new Uint8Array(readFileSync(kernelFile)))
  const runs = createBuilderRuns(bundle, simulate, changed)
  // the same program and data give the same changes, so what names those names these
  const made = checksumText(new TextEncoder().encode(`${code} ${england.address} ${areas.address}`))
  const changesAddress = `/build/assumptions-${made}.bundle`
  const inTurn = createTurns()
  const together = createShared<BuilderResult>()
  return {
    frame,
    england,
    areas,
    changesAddress,
    changes: once(async () => withAddress(changesAddress, await packedChanges(frame, changed))),
    result: (state) => inTurn(() => runs.one(state)),
    parts: (state) => inTurn(() => runs.parts(state)),
    everyArea: async (state) => {
      if (state.draws > MOST_AREA_DRAWS)
        throw new HeadroomError('option-invalid', {
          option: 'draws',
          value: String(state.draws),
          expected: `at most ${MOST_AREA_DRAWS} where the server works out every area. The page /build works out more in the browser`,
        })
      return together(writeAddress(state, frame.presets, spanOf({ frame })), () =>
        inTurn(() => runs.each(state, basis), FEW_WAITING),
      )
    },
  }
}

/** Lets waiting requests be answered before the next heavy step. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What every preset that changes assumptions changes, one after the other. */
async function packedChanges(
  { presets }: BuilderFrame,
  changed: (name: string) => Promise<BasisChange>,
): Promise<Uint8Array> {
  const found = new Map<string, BasisChange>()
  for (const { name, book } of presets) if (book !== null) found.set(name, await changed(name))
  return packChanges(found)
}

/** Works each name out once, after whatever waits. */
function remembered(find: (name: string) => BasisChange): (name: string) => Promise<BasisChange> {
  const found = new Map<string, Promise<BasisChange>>()
  return (name) => {
    const one = found.get(name) ?? turn().then(() => find(name))
    found.set(name, one)
    return one
  }
}

/** Makes something when it is first asked for. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => {
    made ??= make()
    return made
  }
}

const served = (name: string, bytes: Uint8Array): Promise<ServedBundle> =>
  withAddress(`/build/${name}-${checksumText(bytes)}.bundle`, bytes)

const withAddress = async (address: string, bytes: Uint8Array): Promise<ServedBundle> => ({
  address,
  bytes,
  zipped: await zip(bytes, BEST),
})

/** Runs one piece of work after the other; refuses one before which more than `most` wait. */
function createTurns(): <Value>(work: () => Promise<Value>, most?: number) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (work, most = MOST_WAITING) => {
    if (waiting >= most) throw new HeadroomError('server-busy', { waiting })
    waiting++
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      waiting--
    }
  }
}

/** Lets those who ask for the same while it is worked out have it together. */
function createShared<Value>(): (key: string, work: () => Promise<Value>) => Promise<Value> {
  const running = new Map<string, Promise<Value>>()
  return (key, work) => {
    const one = running.get(key) ?? work().finally(() => running.delete(key))
    running.set(key, one)
    return one
  }
}

/** Where the compiled kernel lies among the page’s assets. */
export const kernelFileOf = ({
  folder,
  kernel,
}: {
  readonly folder: string
  readonly kernel: string
}): string => path.join(folder, path.basename(kernel))
