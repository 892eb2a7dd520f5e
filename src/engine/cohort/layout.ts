import { AGES, SEXES } from '../../domain/cohort.ts'
import { MEASURES } from '../../domain/measure.ts'
import { STATISTICS } from '../../domain/projection.ts'
import { YEAR_TARGETS } from './factor-rows.ts'
import { PUBLICATION_FIELDS, TASK_FIELDS } from './fields.ts'
import { groupBlocks } from './group-blocks.ts'
import { LANES } from './lanes.ts'
import { exitSeries, growthSeries } from './series.ts'
import type { Shape } from './shape.ts'
import { CARE_STORED, ROW_MEASURES } from './stored-measure.ts'

/** Numbers the kernel holds for one occupation in an area: `OccupationTable` of assembly/task.ts. */
export const OCCUPATION_NUMBERS = 13
/** Numbers the kernel holds for an area: `AreaTable` of assembly/task.ts. */
export const AREA_NUMBERS = 7
/** Routes of joiners with an age-sex profile: other, from abroad, training. */
export const ROUTES = 3
/** Numbers the kernel holds for a band of ages: `BAND_TABLE` of assembly/task.ts. */
export const BAND_NUMBERS = 8
/** Numbers, each in all lanes, of a band's state: `BAND` of assembly/task.ts. */
const BAND_STATES = 5
/** Words of one training programme: occupation, stages, attrition row. */
export const PROGRAMME_WORDS = 3
/** Numbers an occupation's money is worked out from in a year: see `MoneyWeight` of assembly/publication.ts. */
export const MONEY_WEIGHTS = 6
/** Rows of money made for every occupation: pay, temporary staff, policies, net. */
export const MONEY_ROWS = 4
/** Statistics of a row other than the central value and the mean. */
export const QUANTILES = STATISTICS.length - 2

/** Buckets to spread a row over to find its quantiles: a power of two, for about two values a bucket. */
export function bucketsFor(slots: number): number {
  let buckets = 32
  while (buckets * 2 < slots && buckets < 4096) buckets *= 2
  return buckets
}

/** Numbers in the stored draws of one area, region or country: of staff [t - 1][row][slot] (`StoredRows`), then of unpaid care [t - 1][measure][slot]. */
export const storeNumbers = (shape: Shape): number =>
  careStart(shape) + shape.years * CARE_STORED.length * shape.slots

/** Where the stored draws of unpaid care start among them. */
export const careStart = ({ years, slots, storedRows }: Shape): number => years * storedRows * slots

/** Numbers published for one area, region or country. */
export const publishedNumbers = ({ series, years }: Shape): number =>
  series * (years + 1) * MEASURES.length * STATISTICS.length

/** Addresses in the kernel's memory; `bytes` is its whole size. */
export type Layout = ReturnType<typeof layOut>

/** Places everything the kernel reads and writes, each on a cache line of its own. */
export function layOut(shape: Shape) {
  const { occupations, years, services, bands, moves, series, members, slots, productivityRows } = shape
  const { programmes, stages, transfers } = shape
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
    // Of the model.
    bandStart: words(bands + 1),
    moveStart: words(occupations + 1),
    moveFrom: words(moves),
    moveShare: numbers(moves),
    movesAway: words(occupations),
    useStart: words(occupations + 1),
    useService: words(occupations * services),
    yearRow: words(occupations * YEAR_TARGETS.length),
    productivityRow: words(occupations),
    fundingRow: words(occupations),
    workingRow: words(occupations * 2),
    pressed: words(occupations),
    routes: words(bandCells),
    movesOutRow: words(occupations),
    vacantRow: words(occupations),
    programmes: words(programmes * PROGRAMME_WORDS),
    stageBase: numbers(stages),
    intake: numbers(years * programmes),
    firstYear: numbers(programmes),
    join: numbers(years * programmes),
    transferFrom: words(transfers),
    transferTo: words(transfers),
    transferRate: numbers(transfers),
    formalHours: numbers(occupations),
    exitSeries: numbers(exitSeries.length),
    growthSeries: numbers(growthSeries.length),
    // Of an area.
    heads: numbers(cells),
    joiners: numbers(cells * ROUTES),
    bandTable: numbers(bandCells * BAND_NUMBERS),
    occupationTable: numbers(occupations * OCCUPATION_NUMBERS),
    activity: numbers(points * occupations * services),
    postsGiven: numbers(points * occupations),
    stayFactor: numbers(years * occupations),
    workScale: numbers(points * occupations),
    pool: numbers(points),
    adults: numbers(points),
    needHours: numbers(points),
    area: numbers(AREA_NUMBERS),
    // Of a group of draws.
    factors: numbers(groupBlocks(shape).numbers),
    state: numbers(cells * LANES),
    nextState: numbers(cells * LANES),
    bandState: numbers(bandCells * BAND_STATES * LANES),
    stayedFte: numbers(occupations * LANES),
    stageHeads: numbers(stages * LANES),
    trained: numbers(occupations * LANES),
    undivided: numbers(occupations * 2 * LANES),
    posts: numbers(occupations * 2 * LANES),
    baseRatio: numbers(occupations * LANES),
    joining: numbers(3 * LANES),
    feedback: numbers(occupations * 3 * LANES),
    carePool: numbers(LANES),
    paidHours: numbers(LANES),
    // Of a publication.
    seriesStart: words(series + 1),
    seriesMember: words(members),
    seriesTwin: words(series),
    seriesKept: words(series),
    quantiles: numbers(QUANTILES * 2),
    rows: words(ROW_MEASURES.length),
    fixed: numbers(series * 2),
    people: numbers(3),
    sums: numbers(16 + ROW_MEASURES.length * slots),
    derived: numbers(slots),
    scratch: numbers(slots),
    counts: words(bucketsFor(slots)),
    taken: words(4 * QUANTILES + 1),
    pairs: words(2 * QUANTILES),
    gathered: numbers(slots),
    needWeight: numbers(points * occupations * services),
    unmetWeight: numbers(points * occupations * services),
    fundedWeight: numbers(points * occupations * services),
    fundedGiven: numbers(points * occupations),
    internationalShare: numbers(occupations),
    baseHeads: numbers(occupations),
    baseFte: numbers(occupations),
    baseOver55: numbers(occupations),
    baseVacant: numbers(occupations),
    baseCare: numbers(CARE_STORED.length),
    moneyWeight: numbers(occupations * MONEY_WEIGHTS),
    service: numbers(services * slots),
    productivity: numbers(productivityRows * slots),
    slotProductivityRow: words(occupations),
    funding: numbers(shape.fundingRows * slots),
    slotFundingRow: words(occupations),
    transferShare: numbers(transfers * slots),
    unmet: numbers(rows),
    international: numbers(shape.internationalRows * slots),
    internationalRow: words(occupations),
    needRows: numbers(rows),
    fundedRows: numbers(rows),
    internationalRows: numbers(rows),
    moveInRows: numbers(rows),
    movesOutRows: numbers(rows),
    vacantRows: numbers(rows),
    residualRows: numbers(rows),
    baseRows: numbers(rows * 4),
    moneyRows: numbers(rows * MONEY_ROWS),
    baseCareRows: numbers(slots * CARE_STORED.length),
    keptRows: numbers(shape.kept * MEASURES.length * slots),
    published: numbers(publishedNumbers(shape)),
    results: numbers(storeNumbers(shape)),
  }
  return { ...addresses, bytes: next }
}
