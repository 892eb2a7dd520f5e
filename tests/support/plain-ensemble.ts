import type { EngineModel } from '../../src/domain/engine-model.ts'
import type { EnsembleRequest, EnsembleResult } from '../../src/domain/ensemble.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import { STATISTICS } from '../../src/domain/projection.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { type History, simulateDraw } from '../../src/engine/reference/simulate-draw.ts'

/**
 * The ensemble the plain way: the reference engine draw by draw, sums by nested loops, quantiles by
 * sorting. The oracle for the fast one.
 */
export function plainEnsemble(request: EnsembleRequest): EnsembleResult {
  const { model, aggregation, seed, draws, rollUp, keep } = request
  const factors = createDrawFactors(model, request)
  const histories = [CENTRAL_DRAW, ...range(draws)].map((draw) => simulateDraw(model, factors(seed, draw)))
  const areas = range(model.areas)
  const regions = range(model.regionOfArea[model.areas - 1]! + 1)
  const inRegion = (region: number): number[] => areas.filter((r) => model.regionOfArea[r] === region)
  const alone = areas.map((r) => [r])
  const units = rollUp ? [areas, ...regions.map(inRegion), ...alone] : alone
  const values: number[] = []
  const kept: number[] = []
  for (const [place, unit] of units.entries())
    for (const series of range(aggregation.start.length - 1)) {
      const members = [
        ...aggregation.members.subarray(aggregation.start[series], aggregation.start[series + 1]),
      ]
      const of = (history: History, t: number): Record<string, number> =>
        series === aggregation.care
          ? careMeasures(model, history, unit, t)
          : staffMeasures(model, history, members, unit, t)
      const isKept = keep?.units.includes(place) && keep.series.includes(series)
      for (const t of range(model.years + 1)) {
        const records = histories.map((history) => of(history, t))
        for (const { code, atBase } of MEASURES) {
          const [central, ...drawn] = records.map((record) =>
            t > 0 || atBase ? (record[code] ?? Number.NaN) : Number.NaN,
          )
          values.push(central!, ...STATISTICS.slice(1).map((name) => statistic(name, drawn)))
          if (isKept) kept.push(...drawn)
        }
      }
    }
  return { values: Float64Array.from(values), kept: keep ? Float64Array.from(kept) : null }
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i)

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN)

function staffMeasures(
  model: EngineModel,
  history: History,
  members: readonly number[],
  unit: readonly number[],
  t: number,
): Record<string, number> {
  const { money, years, areas } = model
  const points = years + 1
  type Staff = History['staff'][number][number][number]
  const sum = (of: (record: Staff, o: number, r: number) => number): number =>
    total(members.flatMap((o) => unit.map((r) => of(history.staff[t]![o]![r]!, o, r))))
  const people = (values: Float64Array): number => total(unit.map((r) => values[r * points + t]!))
  const heads = sum((record) => record.supplyHeads)
  const fte = sum((record) => record.supplyFte)
  const work = sum((record) => record.fteAtWork)
  const need = sum((record) => record.needFte)
  const funded = sum((record) => record.fundedFte)
  const joiners = sum((record) => record.joinersHeads)
  const isEverybody = new Set(members).size === model.occupations
  const pay = sum((record, o) => record.supplyFte * money.payPerFte[o]! * money.payIndex[o * points + t]!)
  const temporary = sum(
    (record, o) =>
      record.vacantFte *
      money.temporaryShare[o]! *
      (money.payPerFte[o]! + money.temporaryPremium[o]!) *
      money.payIndex[o * points + t]!,
  )
  const training = sum((_, o, r) => money.trainingCost[o * points + t]! * model.trainingArea[o * areas + r]!)
  const policy =
    sum(
      (record, o) =>
        record.supplyFte * money.policyPerFte[o * points + t]! +
        record.supplyHeads * money.policyPerHead[o * points + t]! +
        record.joinersHeads * money.policyPerJoiner[o * points + t]!,
    ) + (isEverybody ? total(unit.map((r) => money.policyFixed[t]! * money.fixedArea[r]!)) : 0)
  const tax = sum(
    (record, o) =>
      record.supplyFte *
      money.taxReturned[o]! *
      money.payPerFte[o]! *
      (money.payIndex[o * points + t]! - money.payIndex[o * points]!),
  )
  return {
    supply_heads: heads,
    supply_fte: fte,
    fte_at_work: work,
    need_fte: need,
    funded_fte: funded,
    gap_fte: work - need,
    coverage: share(work, need),
    vacancy_rate: share(funded - fte, funded),
    joiners_heads: joiners,
    leavers_heads: sum((record) => record.leaversHeads),
    moves_in_heads: sum((record) => record.movesInHeads),
    moves_out_heads: sum((record) => record.movesOutHeads),
    international_share: share(
      sum((record) => record.internationalHeads),
      joiners,
    ),
    residual_heads: sum((record) => record.residualHeads),
    share_over_55: share(
      sum((record) => record.over55Heads),
      heads,
    ),
    staff_per_1000: (1000 * fte) / people(model.population),
    labour_share: heads / people(model.labourForce),
    pay_bill: pay,
    temporary_cost: temporary,
    training_cost: training,
    policy_cost: policy,
    net_cost: pay + temporary + training + policy - tax,
  }
}

function careMeasures(
  model: EngineModel,
  history: History,
  unit: readonly number[],
  t: number,
): Record<string, number> {
  const records = unit.map((r) => history.care[t]![r]!)
  const adults = total(unit.map((r) => model.care.adults[r * (model.years + 1) + t]!))
  const hours = total(records.map(({ unpaidHours }) => unpaidHours))
  const women = total(records.map(({ womenHours }) => womenHours))
  const heavy = total(records.map(({ heavyCarers }) => heavyCarers))
  return {
    unpaid_hours: hours,
    unpaid_hours_per_adult: hours / adults / (365.25 / 7),
    heavy_carers: heavy,
    heavy_carer_share: heavy / adults,
    women_to_men_hours: share(women, hours - women),
  }
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
