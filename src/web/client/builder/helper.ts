import type { EnsembleRequest, RegionShard, Simulate } from '../../../domain/ensemble.ts'
import { createSimulate } from '../../../engine/ensemble/simulate.ts'
import { createRegionSimulate } from '../../../engine/ensemble/simulate-regions.ts'

/** What the worker asks of its helper, a second copy of itself that takes half of the areas. */
export type HelperAsk =
  | { readonly kind: 'help'; readonly kernel: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'regions'
      readonly id: number
      readonly request: EnsembleRequest
      readonly regions: readonly number[]
    }
  | { readonly kind: 'stop' }

/** What the helper answers; no shards where it was stopped or has failed. */
interface HelperTell {
  readonly id: number
  readonly shards: readonly RegionShard[] | null
}

/** Milliseconds after which a helper that hasn't answered is given up. */
const PATIENCE = 60_000

/** Runs England as one area here; every area on two processors, where there are two. The same bits either way. */
export function createHelpedSimulate(kernel: Uint8Array<ArrayBuffer>): Simulate {
  const simulate = createSimulate(kernel)
  const regions = createRegionSimulate(kernel)
  let helper: Worker | null | undefined
  let asked = 0
  return async (request, onProgress, signal) => {
    if (!request.rollUp) return simulate(request, onProgress, signal)
    if (helper === undefined) helper = startHelper(kernel)
    const [own, others] = halves(request)
    if (helper === null || others.length === 0) return simulate(request, onProgress, signal)
    const id = ++asked
    const answer = ask(helper, { kind: 'regions', id, request, regions: others }, id, signal).catch(() => {
      signal?.throwIfAborted()
      // the helper has died or is stuck: its part is done here, and it isn't asked again
      helper?.terminate()
      helper = null
      return createRegionSimulate(kernel).part(request, others, signal)
    })
    answer.catch(() => undefined) // where this side fails first, that is what is told
    return regions.whole(request, own, answer, signal)
  }
}

function startHelper(kernel: Uint8Array<ArrayBuffer>): Worker | null {
  if (navigator.hardwareConcurrency < 2 || typeof Worker === 'undefined') return null
  const helper = new Worker(self.location.href, { type: 'module' })
  helper.postMessage({ kind: 'help', kernel } satisfies HelperAsk)
  return helper
}

/** The regions in two parts with about as many areas each, in order. */
function halves({ model }: EnsembleRequest): readonly [number[], number[]] {
  const sizes: number[] = []
  for (const region of model.regionOfArea) sizes[region] = (sizes[region] ?? 0) + 1
  const [own, others]: [number[], number[]] = [[], []]
  let taken = 0
  for (const [region, size] of sizes.entries()) {
    if (taken < model.areas / 2) own.push(region)
    else others.push(region)
    taken += size
  }
  return [own, others]
}

function ask(
  helper: Worker,
  message: HelperAsk,
  id: number,
  signal: AbortSignal | undefined,
): Promise<readonly RegionShard[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(), PATIENCE)
    const stop = (): void => {
      helper.postMessage({ kind: 'stop' } satisfies HelperAsk)
      fail()
    }
    const finish = (): void => {
      clearTimeout(timer)
      helper.removeEventListener('message', hear)
      helper.removeEventListener('error', fail)
      signal?.removeEventListener('abort', stop)
    }
    const fail = (): void => {
      finish()
      reject(signal?.reason ?? new Error('the second worker has failed'))
    }
    const hear = ({ data }: MessageEvent<HelperTell>): void => {
      if (data.id !== id) return
      if (data.shards === null) fail()
      else {
        finish()
        resolve(data.shards)
      }
    }
    helper.addEventListener('message', hear)
    helper.addEventListener('error', fail)
    signal?.addEventListener('abort', stop)
    helper.postMessage(message)
  })
}

/** Makes this worker a helper: it answers with the shards of the regions it is asked for. */
export function help(kernel: Uint8Array<ArrayBuffer>): (message: HelperAsk) => Promise<void> {
  const regions = createRegionSimulate(kernel)
  let current = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  return async (message) => {
    current.abort()
    if (message.kind !== 'regions') return
    current = new AbortController()
    const { signal } = current
    const before = last
    const { id, request, regions: wanted } = message
    const mine = before.then(() => {
      signal.throwIfAborted()
      return regions.part(request, wanted, signal)
    })
    last = mine.catch(() => undefined)
    const shards = await mine.catch(() => null)
    const buffers = (shards ?? []).flatMap(({ values, sum }) => [values.buffer, sum.buffer] as ArrayBuffer[])
    postMessage({ id, shards } satisfies HelperTell, { transfer: buffers })
  }
}
