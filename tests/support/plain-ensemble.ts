import type { EnsembleRequest, EnsembleValues } from '../../src/domain/ensemble.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import { STATISTICS } from '../../src/domain/projection.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { simulateDraw, type YearRecord } from '../../src/engine/reference/simulate-draw.ts'

/**
 * The ensemble the plain way: the reference engine draw by draw, sums by nested loops, quantiles by
 * sorting. The oracle for the fast one.
 */
export function plainEnsemble({ model, aggregation, seed, draws, rollUp }: EnsembleRequest): EnsembleValues {
  const factors = createDrawFactors(model)
  const histories = [CENTRAL_DRAW, ...range(draws)].map((draw) => simulateDraw(model, factors(seed, draw)))
  const areas = range(model.areas)
  const regions = range(model.regionOfArea[model.areas - 1]! + 1)
  const inRegion = (region: number): number[] => areas.filter((r) => model.regionOfArea[r] === region)
  const alone = areas.map((r) => [r])
  const units = rollUp ? [areas, ...regions.map(inRegion), ...alone] : alone
  const values: number[] = []
  for (const unit of units)
    for (const series of range(aggregation.start.length - 1)) {
      const members = aggregation.members.subarray(aggregation.start[series], aggregation.start[series + 1])
      for (const t of range(model.years + 1)) {
        const totals = histories.map((history) =>
          total([...members].flatMap((o) => unit.map((r) => history[t]![o]![r]!))),
        )
        for (const { code, atBase } of MEASURES) {
          const [central, ...drawn] = totals.map((record) =>
            t > 0 || atBase ? measure(code, record) : Number.NaN,
          )
          values.push(central!, ...STATISTICS.slice(1).map((name) => statistic(name, drawn)))
        }
      }
    }
  return Float64Array.from(values)
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i)

const total = (records: readonly YearRecord[]): YearRecord =>
  records.slice(1).reduce(
    (sum, record) => {
      for (const key of Object.keys(sum) as (keyof YearRecord)[]) sum[key] += record[key]
      return sum
    },
    { ...records[0]! },
  )

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN)

function measure(code: string, record: YearRecord): number {
  const of: Record<string, number> = {
    supply_heads: record.supplyHeads,
    supply_fte: record.supplyFte,
    fte_at_work: record.fteAtWork,
    need_fte: record.needFte,
    funded_fte: record.fundedFte,
    gap_fte: record.fteAtWork - record.needFte,
    coverage: share(record.fteAtWork, record.needFte),
    vacancy_rate: share(record.fundedFte - record.supplyFte, record.fundedFte),
    joiners_heads: record.joinersHeads,
    leavers_heads: record.leaversHeads,
    moves_in_heads: record.movesInHeads,
    moves_out_heads: record.movesOutHeads,
    international_share: share(record.internationalHeads, record.joinersHeads),
  }
  const value = of[code]
  if (value === undefined) throw new Error(`no plain formula for ${code}`)
  return value
}

function statistic(name: string, drawn: readonly number[]): number {
  if (drawn.some(Number.isNaN)) return Number.NaN
  if (name === 'mean') return drawn.reduce((a, b) => a + b, 0) / drawn.length
  const sorted = [...drawn].sort((a, b) => a - b)
  const place = (drawn.length - 1) * (Number(name.slice(1)) / 100)
  const below = sorted[Math.floor(place)]!
  const above = sorted[Math.ceil(place)]!
  return below + (place - Math.floor(place)) * (above - below)
}
