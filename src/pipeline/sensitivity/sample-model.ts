import type { EngineModel } from '../../domain/engine-model.ts'
import type { Aggregation, Simulate } from '../../domain/ensemble.ts'
import { MEASURES, measureIndex } from '../../domain/measure.ts'
import type { GroupedDraws } from './assumption-groups.ts'

/** A value to look at: a place in the aggregation, and the code of a measure. */
export interface SampledOutput {
  readonly series: number
  readonly measure: string
}

/** What to sample, how and where. */
export interface Sampler {
  /** One area. */
  readonly model: EngineModel
  /** The series looked at, no others. */
  readonly aggregation: Aggregation
  readonly outputs: readonly SampledOutput[]
  /** Point in time, years after the base. */
  readonly t: number
  readonly seed: number
  readonly simulate: Simulate
  /** Parts of the work under way at once; the numbers don't depend on it. */
  readonly parallel: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Says where each group of one row takes its values from: the draw, -1 for the centre, and the stream. Both
 * arrays are the row's own, one element a group.
 */
export type SourceOfRow = (row: number, draws: Int32Array, streams: Uint8Array) => void

/** Rows simulated at a time: enough to be worth starting a thread for, few enough to fit in little memory. */
const PART = 512

/**
 * Runs the model on rows of draws put together group by group.
 * @returns the outputs [output][row]
 */
export async function sampleMix(
  sampler: Sampler,
  { groups, groupOf }: GroupedDraws,
  rows: number,
  sourceOf: SourceOfRow,
  onProgress?: (done: number) => void,
): Promise<Float64Array[]> {
  const results = sampler.outputs.map(() => new Float64Array(rows))
  const parts = Array.from({ length: Math.ceil(rows / PART) }, (_, part) => part)
  const done = new Float64Array(parts.length)
  const run = async (part: number): Promise<void> => {
    const first = part * PART
    const count = Math.min(PART, rows - first)
    const width = groups.length
    const mix = {
      groups: width,
      groupOf,
      draws: new Int32Array(count * width),
      streams: new Uint8Array(count * width),
    }
    for (let i = 0; i < count; i++) {
      const [from, to] = [i * width, (i + 1) * width]
      sourceOf(first + i, mix.draws.subarray(from, to), mix.streams.subarray(from, to))
    }
    const report = (share: number): void => {
      done[part] = share * count
      onProgress?.(done.reduce((a, b) => a + b, 0))
    }
    const values = await simulateOutputs(sampler, count, { mix }, report)
    for (const [k, result] of results.entries()) result.set(values[k]!, first)
    report(1)
  }
  await inParallel(parts, sampler.parallel, run)
  return results
}

/** Plain draws of the model, the first of its design. @returns the outputs [output][draw] */
export const samplePlain = (
  sampler: Sampler,
  draws: number,
  onProgress?: (share: number) => void,
): Promise<Float64Array[]> => simulateOutputs(sampler, draws, {}, onProgress)

async function simulateOutputs(
  { model, aggregation, outputs, t, seed, simulate, signal }: Sampler,
  draws: number,
  extra: object,
  onProgress?: (share: number) => void,
): Promise<Float64Array[]> {
  const series = Array.from({ length: aggregation.start.length - 1 }, (_, s) => s)
  const { kept } = await simulate(
    {
      model,
      aggregation,
      seed,
      draws,
      rollUp: false,
      measures: [...new Set(outputs.map(({ measure }) => measure))],
      keep: { units: [0], series },
      ...extra,
    },
    (done, total) => onProgress?.(done / total),
    signal,
  )
  if (kept === null) throw new Error('the draws asked for were not kept')
  return outputs.map(({ series: s, measure }) => {
    const m = measureIndex(measure)
    const cell = (s * (model.years + 1) + t) * MEASURES.length + m
    return kept.slice(cell * draws, (cell + 1) * draws)
  })
}

/** Does every item, so many at a time. */
async function inParallel<T>(
  items: readonly T[],
  parallel: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values()
  await Promise.all(
    Array.from({ length: Math.max(1, parallel) }, async () => {
      for (const item of left) await work(item)
    }),
  )
}
