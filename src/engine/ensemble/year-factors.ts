import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { EngineModel } from '../../domain/engine-model.ts'
import { type FactorRows, YEAR_TARGETS } from '../cohort/factor-rows.ts'
import type { groupBlocks } from '../cohort/group-blocks.ts'
import { LANES } from '../cohort/lanes.ts'
import { MOST_ATTRITION } from '../limits.ts'
import type { DrawnEntries } from './drawn-entries.ts'
import { type FactorRecipe, type FactorRow, firstOf } from './factor-row.ts'
import { product, sumAtStart } from './lane-tables.ts'

/** Rows of factors on a year's flows: hazards and joiners, attrition, and what acts on areas. */
export function yearFactors(
  model: EngineModel,
  rows: FactorRows,
  entries: DrawnEntries,
  blocks: ReturnType<typeof groupBlocks>,
): FactorRow[] {
  const { years } = model
  const yearRow = (i: number): FactorRecipe => {
    const target = YEAR_TARGETS[i % YEAR_TARGETS.length]!
    const o = Math.floor(i / YEAR_TARGETS.length)
    const acting = [...entries.uncertain(target, o), ...entries.effects(target, o)]
    if (target === 'leave') return followingPay(model, acting, entries.uncertain('pay-leave', o), o, -1)
    if (target === 'fill') return followingPay(model, acting, entries.uncertain('pay-fill', o), o, 1)
    if (target === 'international') return arrivals(model, acting, o)
    if (target === 'added') return scaled(acting, model.added.subarray(o * years, (o + 1) * years))
    return products(acting)
  }
  const placeRow = (i: number): FactorRecipe => {
    const acting = entries.effects(i % 2 === 0 ? 'place-leave' : 'place-fill', Math.floor(i / 2))
    return products(acting)
  }
  const block = (first: number, of: FactorRows['year'], make: (i: number) => FactorRecipe) =>
    firstOf(of).map((i, row) => ({ first: first + row, stride: of.count, times: years, ...make(i) }))
  return [
    ...block(blocks.year, rows.year, yearRow),
    ...block(blocks.attrition, rows.attrition, (p) => attrition(model, entries, p)),
    ...block(blocks.place, rows.place, placeRow),
  ]
}

/** The product of entries. */
const products = (entries: readonly number[]): FactorRecipe => ({
  entries,
  constants: [],
  make: (drawn, row) => product(drawn, entries, row),
})

/**
 * Factors that pay relative to outside options moves: times pay to an exponent.
 * @param exponents assumptions that add up to the exponent @param sign -1 where pay holds back
 */
function followingPay(
  { years, payRelative }: EngineModel,
  acting: readonly number[],
  exponents: readonly number[],
  o: number,
  sign: number,
): FactorRecipe {
  const pay = payRelative.subarray(o * years, (o + 1) * years).map((value) => ln(value))
  if (exponents.length === 0 || pay.every((value) => value === 0)) return products(acting)
  return {
    entries: [...acting, ...exponents],
    constants: [pay],
    make(drawn, row) {
      product(drawn, acting, row)
      for (let lane = 0; lane < LANES; lane++) {
        const exponent = sign * sumAtStart(drawn, exponents, years * LANES, lane)
        for (let y = 0; y < years; y++) row[y * LANES + lane]! *= exp(exponent * pay[y]!)
      }
    },
  }
}

/** Heads from abroad, within their limits. */
function arrivals(model: EngineModel, acting: readonly number[], o: number): FactorRecipe {
  const ofYears = (values: Float64Array): Float64Array =>
    values.subarray(o * model.years, (o + 1) * model.years)
  const central = ofYears(model.international)
  const floor = ofYears(model.internationalFloor)
  const cap = ofYears(model.internationalCap)
  return {
    entries: acting,
    constants: [central, floor, cap],
    make(drawn, row) {
      product(drawn, acting, row)
      for (let i = 0; i < row.length; i++) {
        const y = Math.floor(i / LANES)
        row[i] = Math.min(Math.max(central[y]! * row[i]!, floor[y]!), cap[y]!)
      }
    },
  }
}

/** Central values by year, times what was drawn. */
function scaled(acting: readonly number[], central: Float64Array): FactorRecipe {
  return {
    entries: acting,
    constants: [central],
    make(drawn, row) {
      product(drawn, acting, row)
      for (let i = 0; i < row.length; i++) row[i]! *= central[Math.floor(i / LANES)]!
    },
  }
}

/** Share of programme p's stages lost, before pressure. */
function attrition(model: EngineModel, entries: DrawnEntries, p: number): FactorRecipe {
  const { years, programmeOccupation, programmeAttrition, placementStrain } = model
  const o = programmeOccupation[p]!
  const assumptions = entries.uncertain('attrition', o)
  const effects = entries.effects('attrition', p)
  const strain = entries.uncertain('placement-strain', o)
  const central = programmeAttrition.subarray(p * years, (p + 1) * years)
  const crowding = placementStrain.subarray(p * years, (p + 1) * years).map((value) => ln(value))
  const byEffects = new Float64Array(years * LANES)
  const make: FactorRecipe['make'] = (drawn, row) => {
    product(drawn, assumptions, row)
    product(drawn, effects, byEffects)
    for (let lane = 0; lane < LANES; lane++) {
      const exponent = sumAtStart(drawn, strain, years * LANES, lane)
      for (let y = 0; y < years; y++) {
        const i = y * LANES + lane
        const crowded = exponent === 0 || crowding[y] === 0 ? 1 : exp(exponent * crowding[y]!)
        const lost = central[y]! * row[i]! * byEffects[i]! * crowded
        row[i] = Math.max(0, Math.min(MOST_ATTRITION, lost))
      }
    }
  }
  return { entries: [...assumptions, ...effects, ...strain], constants: [central, crowding], make }
}
