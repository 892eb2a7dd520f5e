import { type AssumptionBook, ORGANISATIONS, type Organisation } from '../domain/assumption-book.ts'
import type { MarginResidual } from '../domain/base-year.ts'
import type { Reference } from '../domain/reference.ts'
import type { StaffFlow, Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { rake } from './rake.ts'
import { spreadWeights } from './spread.ts'

/** Heads and FTE by occupation and area; FTE by occupation is a guess whose staff-group sums are published. */
export interface OccupationStocks {
  /** Heads [o][r]. */
  readonly heads: Float64Array
  /** FTE [o][r]. */
  readonly fte: Float64Array
  readonly margins: readonly MarginResidual[]
}

/** Published staff totals must come back to this relative difference. */
const TOLERANCE = 1e-6

/** Which kind of organisation each of the publisher's benchmark groups is. */
function organisationOf(benchmarkGroup: string): Organisation {
  if (benchmarkGroup.startsWith('acute')) return 'acute'
  if (benchmarkGroup.startsWith('mental-health') || benchmarkGroup === 'care-trust') return 'mental_health'
  if (benchmarkGroup.startsWith('community')) return 'community'
  if (benchmarkGroup.startsWith('ambulance')) return 'ambulance'
  return 'commissioning'
}

/**
 * Staff in post of every occupation in every area at the base.
 * Occupations of the turnover file: each staff group is split by raking a seed (national share x how
 * typical the occupation is of each kind of organisation) to the published headcount of the group by area
 * and kind of organisation and to the national split. The others: a national stock, spread as its row says.
 */
export function fitOccupationStocks(
  reference: Reference,
  statistics: Statistics,
  book: AssumptionBook,
): OccupationStocks {
  const { occupations, areas } = reference
  const heads = new Float64Array(occupations.length * areas.length)
  const fte = new Float64Array(heads.length)
  const margins: MarginResidual[] = []
  for (const group of reference.staffGroups) {
    const flows = statistics.flows.filter(({ staffGroup }) => staffGroup === group.code)
    const members = occupations.flatMap(({ staffGroup }, o) => (staffGroup === group.code ? [o] : []))
    if (flows.length > 0) margins.push(...splitGroup(reference, book, flows, members, heads, fte))
  }
  for (const [o, occupation] of occupations.entries()) {
    const stock = book.stocks.get(occupation.code)
    if (stock) {
      const ofHeads = spreadWeights(reference, statistics, stock.spread, 'headcount')
      const ofFte = spreadWeights(reference, statistics, stock.spread, 'fte')
      for (let r = 0; r < areas.length; r++) {
        heads[o * areas.length + r] = stock.heads * ofHeads[r]!
        fte[o * areas.length + r] = stock.fte * ofFte[r]!
      }
    } else if (!book.splits.has(occupation.code))
      throw new HeadroomError('table-incomplete', {
        file: 'data/assumptions/occupation-stocks.csv',
        missing: `${occupation.code} (nor in occupation-splits.csv)`,
      })
  }
  return { heads, fte, margins }
}

/** Fills heads and FTE of one staff group of the turnover file; see `fitOccupationStocks`. */
function splitGroup(
  reference: Reference,
  book: AssumptionBook,
  flows: readonly StaffFlow[],
  members: readonly number[],
  heads: Float64Array,
  fte: Float64Array,
): readonly MarginResidual[] {
  const { occupations, areas } = reference
  const kinds = ORGANISATIONS.length
  const areaIndex = new Map(areas.map(({ code }, r) => [code, r]))
  const published = new Float64Array(areas.length * kinds)
  const publishedFte = new Float64Array(areas.length)
  for (const flow of flows) {
    const r = areaIndex.get(flow.area)!
    if (flow.unit === 'headcount')
      published[r * kinds + ORGANISATIONS.indexOf(organisationOf(flow.benchmarkGroup))]! += flow.closing
    else publishedFte[r]! += flow.closing
  }
  const splits = members.map((o) => {
    const split = book.splits.get(occupations[o]!.code)
    if (split) return split
    throw new HeadroomError('table-incomplete', {
      file: 'data/assumptions/occupation-splits.csv',
      missing: occupations[o]!.code,
    })
  })
  const total = published.reduce((a, b) => a + b, 0)
  const seed = new Float64Array(members.length * areas.length * kinds)
  for (const [m, split] of splits.entries())
    for (let r = 0; r < areas.length; r++)
      for (const [k, kind] of ORGANISATIONS.entries()) {
        const i = (m * areas.length + r) * kinds + k
        seed[i] = split.share * split.propensity[kind] * published[r * kinds + k]!
      }
  const group = occupations[members[0]!]!.staffGroup
  const raked = rake(
    seed,
    [members.length, areas.length, kinds],
    [
      {
        name: `heads of ${group} by occupation`,
        kind: 'staff group by occupation',
        axes: [0],
        targets: Float64Array.from(splits, ({ share }) => share * total),
        label: ([m]) => occupations[members[m!]!]!.name,
      },
      {
        name: `heads of ${group} by area and kind of organisation`,
        kind: 'staff group by area and kind of organisation',
        axes: [1, 2],
        targets: published,
        label: ([r, k]) => `${areas[r!]!.code}, ${ORGANISATIONS[k!]}`,
      },
    ],
    TOLERANCE,
  )
  for (let r = 0; r < areas.length; r++) {
    let guess = 0
    for (const [m, o] of members.entries()) {
      let sum = 0
      for (let k = 0; k < kinds; k++) sum += raked.values[(m * areas.length + r) * kinds + k]!
      heads[o * areas.length + r] = sum
      guess += sum * splits[m]!.ftePerHead
    }
    // Within an area the group's FTE is the published one; occupations differ as the split table says.
    for (const [m, o] of members.entries())
      fte[o * areas.length + r] =
        guess > 0 ? (heads[o * areas.length + r]! * splits[m]!.ftePerHead * publishedFte[r]!) / guess : 0
  }
  return raked.residuals
}
