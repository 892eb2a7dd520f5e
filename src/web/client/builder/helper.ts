import type {
  DrawShard,
  EnsembleRequest,
  GroupSpan,
  RegionShard,
  Simulate,
} from '../../../domain/ensemble.ts'
import { createSimulate } from '../../../engine/ensemble/simulate.ts'
import { createDrawSimulate, shareGroups } from '../../../engine/ensemble/simulate-draws.ts'
import { createRegionSimulate, type RegionSimulate } from '../../../engine/ensemble/simulate-regions.ts'
import { createReceiver, createSender, type Packet, type Sender } from './send-once.ts'

/** The helper’s part of a run: some groups of draws of England as one area, or some regions. */
type Share =
  | { readonly kind: 'draws'; readonly groups: GroupSpan }
  | { readonly kind: 'regions'; readonly regions: readonly number[] }

/** What the helper worked out. */
type Shards = DrawShard | readonly RegionShard[]

/** What the worker asks of its helper, a second copy of itself that takes half of the work. */
export type HelperAsk =
  | { readonly kind: 'help'; readonly kernel: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'share'; readonly id: number; readonly request: Packet; readonly share: Share }
  | { readonly kind: 'stop' }

/** What the helper answers; no shards where it was stopped or has failed. */
interface HelperTell {
  readonly id: number
  readonly shards: Shards | null
}

/** The second worker, and what it holds already. */
interface Helper {
  readonly worker: Worker
  readonly sender: Sender
}

/** How many times as long as this side’s part took the helper’s may take before it is given up. */
const PATIENCE = 4
/** Milliseconds that the helper has at least, once this side is done. */
const LEAST_PATIENCE = 1000

/** Runs of every area by their number of draws, the latest two: each leaves what it drew for the next of its kind. */
function createAreaRuns(kernel: Uint8Array<ArrayBuffer>): (draws: number) => RegionSimulate {
  const kept = new Map<number, RegionSimulate>()
  return (draws) => {
    const found = kept.get(draws) ?? createRegionSimulate(kernel)
    kept.delete(draws)
    kept.set(draws, found)
    const [oldest] = kept.keys()
    if (kept.size > 2 && oldest !== undefined) kept.delete(oldest)
    return found
  }
}

/** Runs on two processors, where there are two: England as one area by draws, every area by regions. The same bits either way. */
export function createHelpedSimulate(kernel: Uint8Array<ArrayBuffer>): Simulate {
  const simulate = createSimulate(kernel)
  const draws = createDrawSimulate(kernel)
  const regions = createAreaRuns(kernel)
  let helper: Helper | null | undefined
  let asked = 0

  /**
   * Asks the helper for its part.
   * @returns waits for the answer, once this side’s part is done: a helper that has died or is stuck isn’t asked
   *   again, and its part is worked out here
   */
  function askFor<Answer extends Shards>(
    { worker, sender }: Helper,
    request: EnsembleRequest,
    share: Share,
    signal: AbortSignal | undefined,
    instead: () => Promise<Answer>,
  ): () => Promise<Answer> {
    const id = ++asked
    const since = performance.now()
    const answer = ask(worker, { kind: 'share', id, request: sender.pack(request), share }, signal)
    answer.shards.catch(() => undefined) // where this side fails first, that is what is told
    return async () => {
      const timer = setTimeout(
        answer.giveUp,
        Math.max(LEAST_PATIENCE, PATIENCE * (performance.now() - since)),
      )
      try {
        return (await answer.shards) as Answer
      } catch {
        signal?.throwIfAborted()
        worker.terminate()
        helper = null
        return await instead()
      } finally {
        clearTimeout(timer)
      }
    }
  }

  return async (request, onProgress, signal) => {
    if (helper === undefined) helper = startHelper(kernel)
    if (helper === null) return simulate(request, onProgress, signal)
    if (!request.rollUp) {
      const [own, groups] = shareGroups(request)
      const answer = askFor(helper, request, { kind: 'draws', groups }, signal, () =>
        createDrawSimulate(kernel).part(request, groups, signal),
      )
      return draws.whole(request, own, answer, signal)
    }
    const [own, others] = halves(request)
    if (others.length === 0) return simulate(request, onProgress, signal)
    const answer = askFor(helper, request, { kind: 'regions', regions: others }, signal, () =>
      createRegionSimulate(kernel).part(request, others, signal),
    )
    return regions(request.draws).whole(request, own, answer, signal)
  }
}

function startHelper(kernel: Uint8Array<ArrayBuffer>): Helper | null {
  if (navigator.hardwareConcurrency < 2 || typeof Worker === 'undefined') return null
  const worker = new Worker(self.location.href, { type: 'module' })
  worker.postMessage({ kind: 'help', kernel } satisfies HelperAsk)
  return { worker, sender: createSender() }
}

/** The regions in two parts with about as many areas each, the smaller here, where England is added up too; each in order. */
function halves({ model }: EnsembleRequest): readonly [number[], number[]] {
  const sizes: number[] = []
  for (const region of model.regionOfArea) sizes[region] = (sizes[region] ?? 0) + 1
  const parts = [0, 1].map(() => ({ regions: [] as number[], areas: 0 }))
  const least = () => parts.reduce((a, b) => (b.areas < a.areas ? b : a))
  const largestFirst = [...sizes.entries()].sort(([, a], [, b]) => b - a)
  for (const [region, size] of largestFirst) {
    const part = least()
    part.regions.push(region)
    part.areas += size
  }
  const own = least()
  const others = parts.find((part) => part !== own)!
  return [own.regions.sort((a, b) => a - b), others.regions.sort((a, b) => a - b)]
}

/** Sends the helper a share of a run. */
function ask(
  helper: Worker,
  message: Extract<HelperAsk, { kind: 'share' }>,
  signal: AbortSignal | undefined,
): { readonly shards: Promise<Shards>; readonly giveUp: () => void } {
  let giveUp = (): void => undefined
  const shards = new Promise<Shards>((resolve, reject) => {
    const stop = (): void => {
      helper.postMessage({ kind: 'stop' } satisfies HelperAsk)
      fail()
    }
    const finish = (): void => {
      helper.removeEventListener('message', hear)
      helper.removeEventListener('error', fail)
      signal?.removeEventListener('abort', stop)
    }
    const fail = (): void => {
      finish()
      reject(signal?.reason ?? new Error('the second worker has failed'))
    }
    const hear = ({ data }: MessageEvent<HelperTell>): void => {
      if (data.id !== message.id) return
      if (data.shards === null) fail()
      else {
        finish()
        resolve(data.shards)
      }
    }
    giveUp = fail
    helper.addEventListener('message', hear)
    helper.addEventListener('error', fail)
    signal?.addEventListener('abort', stop)
    helper.postMessage(message)
  })
  return { shards, giveUp }
}

/** Makes this worker a helper: it answers with the part of a run that it is asked for. */
export function help(kernel: Uint8Array<ArrayBuffer>): (message: HelperAsk) => Promise<void> {
  const draws = createDrawSimulate(kernel)
  const regions = createAreaRuns(kernel)
  const receive = createReceiver()
  let current = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  return async (message) => {
    current.abort()
    if (message.kind !== 'share') return
    current = new AbortController()
    const { signal } = current
    const before = last
    const { id, share } = message
    // before anything waits: what comes in one packet may be named in the next
    const request = receive(message.request) as EnsembleRequest
    const mine = before.then((): Promise<Shards> => {
      signal.throwIfAborted()
      return share.kind === 'draws'
        ? draws.part(request, share.groups, signal)
        : regions(request.draws).part(request, share.regions, signal)
    })
    last = mine.catch(() => undefined)
    const shards = await mine.catch(() => null)
    postMessage({ id, shards } satisfies HelperTell, { transfer: buffersOf(shards) })
  }
}

/** The memory of what the helper worked out, which goes over whole. */
function buffersOf(shards: Shards | null): ArrayBuffer[] {
  if (shards === null) return []
  if ('stored' in shards) return [shards.stored.buffer, shards.rows.buffer] as ArrayBuffer[]
  return shards.flatMap(({ values, sum }) => [values.buffer, sum.buffer] as ArrayBuffer[])
}
