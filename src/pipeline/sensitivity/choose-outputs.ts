import type { Aggregation } from '../../domain/ensemble.ts'
import { MEASURES } from '../../domain/measure.ts'
import type { SeriesCode } from '../../domain/projection.ts'
import type { Reference } from '../../domain/reference.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { createAggregation } from '../../results/aggregation.ts'
import type { SampledOutput } from './sample-model.ts'

/** Measures that every study looks at besides the one asked for. */
const COMPANIONS = ['gap_fte', 'coverage', 'supply_fte', 'need_fte'] as const

/** The outputs of a study, the one asked for first, with an aggregation of their series alone. */
export interface ChosenOutputs {
  readonly aggregation: Aggregation
  readonly outputs: readonly SampledOutput[]
  /** The same outputs by name. */
  readonly named: readonly { readonly series: SeriesCode; readonly measure: string }[]
}

/**
 * What a study looks at: the value asked for; then gap, coverage, staff and need of the same series, of all staff
 * and of the sectors.
 * @throws HeadroomError `occupation-unknown`, `measure-unknown`, or `measure-not-of-series` for a measure of unpaid
 *   care of staff, or the other way about
 */
export function chooseOutputs(
  reference: Reference,
  { series: wanted, measure }: { readonly series: string; readonly measure: string },
): ChosenOutputs {
  const { series, aggregation } = createAggregation(reference)
  const first = series.findIndex(({ code }) => code === wanted)
  if (first < 0) throw new HeadroomError('occupation-unknown', { code: wanted })
  const found = MEASURES.find(({ code }) => code === measure)
  if (!found)
    throw new HeadroomError('measure-unknown', {
      code: measure,
      known: MEASURES.map(({ code }) => code).join(', '),
    })
  if ((found.ofCare ?? false) !== (series[first]!.level === 'unpaid_care'))
    throw new HeadroomError('measure-not-of-series', { measure, series: series[first]!.name })
  const staff = series.flatMap(({ level }, s) => (level === 'all' || level === 'sector' ? [s] : []))
  const companions = [...(found.ofCare ? [] : [first]), ...staff].flatMap((s) =>
    COMPANIONS.map((code) => ({ s, measure: code as string })),
  )
  const all = [{ s: first, measure }, ...companions].filter(
    (output, i, list) =>
      list.findIndex((other) => other.s === output.s && other.measure === output.measure) === i,
  )
  const places = [...new Set(all.map(({ s }) => s))]
  return {
    aggregation: limitSeries(aggregation, places),
    outputs: all.map((output) => ({ series: places.indexOf(output.s), measure: output.measure })),
    named: all.map((output) => ({ series: series[output.s]!, measure: output.measure })),
  }
}

/** The aggregation of some series alone, in the order given. */
function limitSeries({ start, members, care }: Aggregation, series: readonly number[]): Aggregation {
  const lists = series.map((s) => [...members.subarray(start[s], start[s + 1])])
  const starts = new Int32Array(series.length + 1)
  for (const [i, list] of lists.entries()) starts[i + 1] = starts[i]! + list.length
  const place = care === undefined ? -1 : series.indexOf(care)
  return {
    start: starts,
    members: Int32Array.from(lists.flat()),
    ...(place < 0 ? {} : { care: place }),
  }
}
