import type { EngineModel, UncertaintyTarget } from '../../domain/engine-model.ts'
import type { FactorRows } from '../cohort/factor-rows.ts'
import type { groupBlocks } from '../cohort/group-blocks.ts'
import { LANES } from '../cohort/lanes.ts'
import type { DrawnEntries } from './drawn-entries.ts'
import { type FactorRecipe, type FactorRow, firstOf } from './factor-row.ts'
import { atPoints, growing, product, productAtStart, sumAtStart } from './lane-tables.ts'

type Blocks = ReturnType<typeof groupBlocks>

/** Rows of indices, by point in time, and of what a draw has once: need, work, unpaid care, pressure. */
export function indexFactors(
  model: EngineModel,
  rows: FactorRows,
  entries: DrawnEntries,
  blocks: Blocks,
): FactorRow[] {
  const { occupations, years, services } = model
  const points = years + 1
  const steps = years * LANES
  const pathOf = (first: number, count: number, row: number, recipe: FactorRecipe): FactorRow => ({
    first: first + row,
    stride: count,
    times: points,
    ...recipe,
  })
  /** A number that doesn't change with time. */
  const onceOf = (place: number, recipe: FactorRecipe): FactorRow => ({
    first: place,
    stride: 1,
    times: 1,
    ...recipe,
  })
  const each = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
  const once = (
    acting: readonly number[],
    of: (drawn: Float64Array, entries: readonly number[], steps: number, lane: number) => number,
  ): FactorRecipe => ({
    entries: acting,
    constants: [],
    make(drawn, row) {
      for (let lane = 0; lane < LANES; lane++) row[lane] = of(drawn, acting, steps, lane)
    },
  })
  const exponent = (target: UncertaintyTarget, o?: number): FactorRecipe =>
    once(model.feedback ? entries.uncertain(target, o) : [], sumAtStart)
  const unmet = (o: number): FactorRecipe => once(entries.uncertain('unmet', o), productAtStart)
  const carersWork = entries.effects('carers-work')
  return [
    ...each(services).map((v) => pathOf(blocks.service, services, v, service(model, entries, v))),
    ...firstOf(rows.productivity).map((o, row) =>
      pathOf(blocks.productivity, rows.productivity.count, row, productivity(model, entries, o)),
    ),
    ...firstOf(rows.funding).map((o, row) =>
      pathOf(blocks.funding, rows.funding.count, row, pointsOf(entries.uncertain('funding', o), steps)),
    ),
    ...firstOf(rows.working).map((i, row) =>
      pathOf(blocks.working, rows.working.count, row, working(model, entries, i)),
    ),
    ...each(model.transferFrom.length).map((k) =>
      pathOf(blocks.transfer, model.transferFrom.length, k, transfer(model, entries, k)),
    ),
    pathOf(blocks.sickness, 1, 0, pointsOf(entries.uncertain('sickness'), steps)),
    pathOf(blocks.careGrowth, 1, 0, careGrowth(model, entries, blocks)),
    {
      first: blocks.carersWork,
      stride: 1,
      times: years,
      entries: carersWork,
      constants: [],
      make: (drawn, row) => product(drawn, carersWork, row),
    },
    ...each(occupations).flatMap((o) => [
      onceOf(blocks.unmet + o, unmet(o)),
      onceOf(blocks.pressure + o * 3, exponent('pressure-leave', o)),
      onceOf(blocks.pressure + o * 3 + 1, exponent('pressure-sickness', o)),
      onceOf(blocks.pressure + o * 3 + 2, exponent('pressure-attrition', o)),
    ]),
    onceOf(blocks.carePool, exponent('care-pool')),
  ]
}

/** The product of entries by point in time, times central values where given [t]. */
function pointsOf(acting: readonly number[], steps: number, central?: Float64Array): FactorRecipe {
  const bySteps = new Float64Array(steps)
  return {
    entries: acting,
    constants: central ? [central] : [],
    make(drawn, row) {
      product(drawn, acting, bySteps)
      atPoints(bySteps, row)
      if (central) for (let i = 0; i < row.length; i++) row[i] = central[Math.floor(i / LANES)]! * row[i]!
    },
  }
}

/** Growth of service v beyond population, and the place between the population variants. */
function service(model: EngineModel, entries: DrawnEntries, v: number): FactorRecipe {
  const points = model.years + 1
  const growth = model.growth.subarray(v, v + 1)
  const [low, high] = [model.activityLow, model.activityHigh].map((activity) =>
    activity.subarray(v * points, (v + 1) * points),
  ) as [Float64Array, Float64Array]
  const acting = entries.uncertain('growth', v)
  // Where several are given, the last holds.
  const variants = entries.uncertain('population').slice(-1)
  return {
    entries: [...acting, ...variants],
    constants: [growth, low, high],
    make(drawn, row) {
      growing(growth[0]!, drawn, acting, row)
      for (let lane = 0; lane < LANES; lane++) {
        const place = sumAtStart(drawn, variants, model.years * LANES, lane)
        const variant = Math.max(-1, Math.min(1, place))
        const other = variant >= 0 ? high : low
        for (let t = 0; t < points; t++) row[t * LANES + lane]! *= 1 + Math.abs(variant) * (other[t]! - 1)
      }
    },
  }
}

/** Productivity of occupation o and the time technology frees. */
function productivity(model: EngineModel, entries: DrawnEntries, o: number): FactorRecipe {
  const { years } = model
  const points = years + 1
  const acting = entries.uncertain('productivity', o)
  const freed = model.timeFreed.subarray(o * points, (o + 1) * points)
  const gain = model.productivity.subarray(o, o + 1)
  const freedFactor = pointsOf(entries.effects('time-freed', o), years * LANES)
  const factors = new Float64Array(points * LANES)
  return {
    entries: [...acting, ...freedFactor.entries],
    constants: [gain, freed],
    make(drawn, row, out) {
      growing(gain[0]!, drawn, acting, row)
      freedFactor.make(drawn, factors, out)
      for (let i = 0; i < row.length; i++) row[i]! *= 1 + freed[Math.floor(i / LANES)]! * factors[i]!
    },
  }
}

/** FTE per head (even places) and sickness (odd) of an occupation: [o][2]. */
function working(model: EngineModel, entries: DrawnEntries, i: number): FactorRecipe {
  const points = model.years + 1
  const steps = model.years * LANES
  const o = Math.floor(i / 2)
  if (i % 2 === 1) return pointsOf(entries.effects('sickness', o), steps)
  const central = model.participationPath.subarray(o * points, (o + 1) * points)
  return pointsOf(entries.effects('participation', o), steps, central)
}

/** Share of work that transfer k takes over. */
function transfer(model: EngineModel, entries: DrawnEntries, k: number): FactorRecipe {
  const points = model.years + 1
  const acting = entries.uncertain('transfer')
  const share = model.transferShare.subarray(k * points, (k + 1) * points)
  return {
    entries: acting,
    constants: [share],
    make(drawn, row) {
      for (let lane = 0; lane < LANES; lane++) {
        const factor = productAtStart(drawn, acting, model.years * LANES, lane)
        for (let t = 0; t < points; t++) row[t * LANES + lane] = share[t]! * factor
      }
    },
  }
}

/** Index of hours of care needed beyond population; follows services, whose indices are in `out`. */
function careGrowth(model: EngineModel, entries: DrawnEntries, blocks: Blocks): FactorRecipe {
  const { years, services } = model
  const points = years + 1
  const shifts = entries.uncertain('unpaid-growth')
  const unpaid = pointsOf(entries.effects('unpaid-hours'), years * LANES)
  const factors = new Float64Array(points * LANES)
  const followed = [...model.care.growthService]
  const grown = followed.map((v) => service(model, entries, v))
  return {
    entries: [...shifts, ...unpaid.entries, ...grown.flatMap((recipe) => recipe.entries)],
    constants: grown.flatMap((recipe) => recipe.constants),
    make(drawn, row, out) {
      growing(0, drawn, shifts, row)
      unpaid.make(drawn, factors, out)
      for (let i = 0; i < row.length; i++) {
        const t = Math.floor(i / LANES)
        let sum = 0
        for (const v of followed) sum += out[(blocks.service + t * services + v) * LANES + (i % LANES)]!
        const growth = followed.length > 0 ? sum / followed.length : 1
        row[i] = row[i]! * growth * factors[i]!
      }
    },
  }
}
