import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import type { Aggregation } from '../../domain/ensemble.ts'
import { MEASURES } from '../../domain/measure.ts'
import { STATISTICS } from '../../domain/projection.ts'
import { type FactorRows, YEAR_TARGETS } from './factor-rows.ts'
import { PUBLICATION_FIELDS, TASK_FIELDS } from './fields.ts'
import { LANES } from './lanes.ts'
import { ENGINE_MEASURE_COUNT, STORED_MEASURES } from './stored-measure.ts'

/** Numbers the kernel holds for one occupation in an area: `OccupationTable` of assembly/task.ts. */
export const OCCUPATION_NUMBERS = 8
/** Routes of joiners with an age-sex profile: training, from abroad, other. */
export const ROUTES = 3
/** Statistics of a row other than the central value and the mean. */
export const QUANTILES = STATISTICS.length - 2

/** Buckets to spread a row over to find its quantiles: a power of two, for about two values a bucket. */
export function bucketsFor(slots: number): number {
  let buckets = 32
  while (buckets * 2 < slots && buckets < 4096) buckets *= 2
  return buckets
}

/** Sizes that decide where things lie in the kernel's memory. */
export interface Shape {
  readonly occupations: number
  readonly years: number
  readonly services: number
  readonly areas: number
  readonly bands: number
  readonly moves: number
  readonly series: number
  readonly members: number
  /** Slots of a row of draws: see `slotsFor`. */
  readonly slots: number
  /** Different rows of factors of a year and of productivity: see `FactorRows`. */
  readonly yearRows: number
  readonly productivityRows: number
}

/** Sizes of a model’s run. */
export function shapeOf(
  model: EngineModel,
  aggregation: Aggregation,
  bands: number,
  rows: FactorRows,
  slots: number,
): Shape {
  const { occupations, years, services, areas } = model
  return {
    occupations,
    years,
    services,
    areas,
    bands,
    moves: model.moveFrom.length,
    series: aggregation.start.length - 1,
    members: aggregation.members.length,
    slots,
    yearRows: rows.yearCount,
    productivityRows: rows.productivityCount,
  }
}

/** Numbers in the factors of one group of draws, attendance apart. */
export const groupNumbers = ({ years, services, yearRows, productivityRows }: Shape): number =>
  (years * (yearRows + 1) + (years + 1) * (services + productivityRows)) * LANES

/** Numbers in the stored draws of one area, region or country. */
export const storeNumbers = ({ occupations, years, slots }: Shape): number =>
  years * STORED_MEASURES.length * occupations * slots

/** Numbers published for one area, region or country. */
export const publishedNumbers = ({ series, years }: Shape): number =>
  series * (years + 1) * MEASURES.length * STATISTICS.length

/** Addresses in the kernel's memory; `bytes` is its whole size. */
export type Layout = ReturnType<typeof layOut>

/** Places everything the kernel reads and writes, each on a cache line of its own. */
export function layOut(shape: Shape) {
  const { occupations, years, services, bands, moves, series, members, slots, productivityRows } = shape
  const line = 64
  let next = line
  const take = (bytes: number): number => {
    const address = next
    next += Math.ceil(bytes / line) * line
    return address
  }
  const words = (count: number): number => take(count * 4)
  const numbers = (count: number): number => take(count * 8)
  const cells = occupations * SEXES.length * AGES
  const bandCells = occupations * SEXES.length * bands
  const points = years + 1
  const rows = occupations * slots
  const addresses = {
    task: words(TASK_FIELDS.length),
    publication: words(PUBLICATION_FIELDS.length),
    bandStart: words(bands + 1),
    moveStart: words(occupations + 1),
    moveFrom: words(moves),
    moveShare: numbers(moves),
    heads: numbers(cells),
    joiners: numbers(cells * ROUTES),
    participation: numbers(bandCells),
    hazards: numbers(bandCells * 4),
    occupationTable: numbers(occupations * OCCUPATION_NUMBERS),
    pool: numbers(points),
    fundedWeight: numbers(points * occupations * services),
    needWeight: numbers(points * occupations * services),
    unmetWeight: numbers(points * occupations * services),
    internationalShare: numbers(occupations),
    baseHeads: numbers(occupations),
    baseFte: numbers(occupations),
    yearRow: words(occupations * YEAR_TARGETS.length),
    laneProductivityRow: words(occupations),
    factors: numbers(groupNumbers(shape)),
    attendance: numbers(points * LANES),
    state: numbers(cells * LANES),
    nextState: numbers(cells * LANES),
    bandHeads: numbers(bandCells * LANES),
    stay: numbers(bandCells * LANES),
    away: numbers(bandCells * LANES),
    stayed: numbers(bandCells * LANES),
    moved: numbers(bandCells * LANES),
    seriesStart: words(series + 1),
    seriesMember: words(members),
    seriesTwin: words(series),
    useStart: words(occupations + 1),
    useService: words(occupations * services),
    quantiles: numbers(QUANTILES * 2),
    rows: words(ENGINE_MEASURE_COUNT),
    sums: numbers(8 + ENGINE_MEASURE_COUNT * slots),
    derived: numbers(slots),
    scratch: numbers(slots),
    counts: words(bucketsFor(slots)),
    taken: words(4 * QUANTILES + 1),
    pairs: words(2 * QUANTILES),
    gathered: numbers(slots),
    service: numbers(services * slots),
    productivity: numbers(productivityRows * slots),
    productivityRow: words(occupations),
    unmet: numbers(rows),
    international: numbers(rows),
    needRows: numbers(rows),
    fundedRows: numbers(rows),
    internationalRows: numbers(rows),
    moveInRows: numbers(rows),
    baseHeadRows: numbers(rows),
    baseFteRows: numbers(rows),
    published: numbers(publishedNumbers(shape)),
    results: numbers(storeNumbers(shape)),
  }
  return { ...addresses, bytes: next }
}
