import { everyStep, neutralPart } from '../../src/assumptions/neutral.ts'
import { AGES, SEXES } from '../../src/domain/cohort.ts'
import type { EngineModel, UncertainFactor } from '../../src/domain/engine-model.ts'

/** Size and character of a made-up model. */
export interface SyntheticOptions {
  readonly occupations: number
  readonly areas: number
  readonly years: number
  readonly services: number
  /** Moves from each occupation, on average. */
  readonly movesEach: number
  readonly regions: number
  readonly seed: number
  /** True for hazards that differ at every single age, false for bands of ages. */
  readonly smooth: boolean
}

/** England's size: 51 occupations in 42 areas over 20 years. */
export const FULL_SIZE: SyntheticOptions = {
  occupations: 51,
  areas: 42,
  years: 20,
  services: 11,
  movesEach: 0.8,
  regions: 7,
  seed: 1,
  smooth: false,
}

/** Last age index of each band of hazards. */
const BAND_ENDS = [8, 18, 28, 38, 43, 48, 53, 59]

/**
 * A made-up model of any size with plausible rates: no statement about any real workforce, only work
 * for the engine. The same options give the same model.
 */
export function syntheticModel(options: SyntheticOptions): EngineModel {
  const { occupations, areas, years, services, movesEach, regions, smooth } = options
  const random = generator(options.seed)
  const between = (low: number, high: number): number => low + (high - low) * random()
  const numbers = (count: number, value: (i: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => value(i))
  const cells = occupations * SEXES.length * AGES
  const points = years + 1
  const ageOf = (cell: number): number => cell % AGES
  const bandOf = (age: number): number => (smooth ? age : BAND_ENDS.findIndex((end) => age <= end))
  const cohorts = occupations * SEXES.length
  const byBand = (value: (band: number) => number): Float64Array => {
    const table = Array.from({ length: cohorts }, () =>
      Array.from({ length: AGES }, (_, band) => value(band)),
    )
    return numbers(cells, (cell) => table[Math.floor(cell / AGES)]![bandOf(ageOf(cell))]!)
  }
  const old = (band: number): boolean => band >= (smooth ? 39 : 4)
  const profile = (peak: number, width: number): Float64Array => {
    const raw = numbers(cells, (cell) => Math.max(0, 1 - Math.abs(ageOf(cell) - peak) / width) + 0.001)
    return normalised(raw, SEXES.length * AGES)
  }
  const occupationHeads = numbers(occupations, () => between(2_000, 120_000))
  const ages = profile(26, 34)
  const areaShare = normalised(
    numbers(areas, () => between(0.4, 1.6)),
    areas,
  )
  const moves = movesOf(occupations, movesEach, random)
  const programmes = Math.floor(occupations / 2)
  const some = Int32Array.from({ length: Math.ceil(occupations / 2) }, (_, i) => 2 * i)
  const factor = (
    id: string,
    target: UncertainFactor['target'],
    sd: number,
    walk: number,
    members = new Int32Array(0),
  ): UncertainFactor => ({
    id,
    target,
    members,
    distribution: { kind: 'lognormal', median: 1, sdLog: sd },
    walk,
  })
  const shift = (
    id: string,
    target: UncertainFactor['target'],
    sd: number,
    members: number,
  ): UncertainFactor => ({
    id,
    target,
    members: Int32Array.from({ length: members }, (_, i) => i),
    distribution: { kind: 'normal', mean: 0, sd },
    walk: 0,
  })

  const sized = { baseYear: 2026, years, occupations, areas }
  const attrition = numbers(programmes, () => between(0.02, 0.12))
  return {
    ...sized,
    ...neutralPart(sized, programmes),
    services,
    regionOfArea: Int32Array.from({ length: areas }, (_, r) => Math.floor((r * regions) / areas)),
    heads: numbers(cells * areas, (i) => {
      const cell = Math.floor(i / areas)
      const o = Math.floor(cell / (SEXES.length * AGES))
      return occupationHeads[o]! * ages[cell]! * areaShare[i % areas]! * between(0.7, 1.3)
    }),
    participation: byBand(() => between(0.6, 1)),
    participationArea: numbers(occupations * areas, () => between(0.95, 1.05)),
    hazardLeave: byBand(() => between(0.02, 0.14)),
    hazardRetire: byBand((band) => (old(band) ? between(0.02, 0.6) : 0)),
    hazardIll: byBand(() => between(0.001, 0.01)),
    leaveArea: numbers(occupations * areas, () => between(0.8, 1.2)),
    moveFrom: Int32Array.from(moves, ({ from }) => from),
    moveTo: Int32Array.from(moves, ({ to }) => to),
    moveHazard: Float64Array.from(moves, () => between(0.001, 0.03)),
    mobility: numbers(AGES, (age) => 1.6 - 0.02 * (smooth ? age : BAND_ENDS[bandOf(age)]!)),
    profileTraining: profile(8, 14),
    profileInternational: profile(16, 18),
    profileOpen: profile(20, 40),
    trainingArea: numbers(occupations * areas, (i) => areaShare[i % areas]!),
    internationalArea: numbers(occupations * areas, (i) => areaShare[i % areas]!),
    returners: numbers(occupations * areas, (i) => {
      const o = Math.floor(i / areas)
      return o % 3 === 0 ? 0 : occupationHeads[o]! * areaShare[i % areas]! * between(0.02, 0.06)
    }),
    fill: numbers(occupations * areas, (i) => (Math.floor(i / areas) % 3 === 0 ? between(0.4, 0.9) : 0)),
    openFtePerHead: numbers(occupations * areas, () => between(0.6, 0.9)),
    pool: numbers(areas * points, (i) => 1 + 0.002 * (i % points)),
    programmeOccupation: Int32Array.from({ length: programmes }, (_, p) => (2 * p) % occupations),
    programmeLength: Int32Array.from({ length: programmes }, (_, p) => 1 + (p % 5)),
    programmeIntake: numbers(programmes * (years + 5), (i) => {
      const p = Math.floor(i / (years + 5))
      return occupationHeads[(2 * p) % occupations]! * 0.06
    }),
    programmeAttritionBase: attrition,
    programmeAttrition: everyStep(attrition, years),
    programmeJoin: everyStep(
      numbers(programmes, () => between(0.6, 0.95)),
      years,
    ),
    international: numbers(occupations * years, (i) => occupationHeads[Math.floor(i / years)]! * 0.02),
    needWeight: normalised(
      numbers(occupations * services, () => Math.max(0, between(-1, 1))),
      services,
    ),
    activity: numbers(services * areas * points, (i) => 1 + (i % points) * between(0.005, 0.015)),
    activityHigh: numbers(services * points, (i) => 1 + 0.001 * (i % points)),
    activityLow: numbers(services * points, (i) => 1 - 0.001 * (i % points)),
    growth: numbers(services, () => between(0, 0.012)),
    productivity: numbers(occupations, () => between(0, 0.012)),
    needRatio: numbers(occupations * areas, () => between(1.05, 1.2)),
    fundedRatio: numbers(occupations * areas, () => between(1.02, 1.1)),
    unmetRatio: numbers(occupations * areas, () => between(0, 0.05)),
    sickness: numbers(areas, () => between(0.03, 0.06)),
    uncertainty: [
      factor('leave', 'leave', 0.1, 0.02),
      factor('leave-some', 'leave', 0.05, 0.01, some),
      factor('retire', 'retire', 0.1, 0),
      factor('ill', 'ill', 0.2, 0),
      factor('move', 'move', 0.2, 0.01),
      factor('training', 'training', 0.1, 0.02),
      factor('training-some', 'training', 0.1, 0.02, some),
      factor('international', 'international', 0.3, 0.05),
      factor('return', 'return', 0.1, 0),
      factor('fill', 'fill', 0.1, 0.02),
      factor('fill-some', 'fill', 0.1, 0, some),
      factor('unmet', 'unmet', 0.3, 0),
      { ...factor('funding', 'funding', 0, 0.02), memory: 0.8 },
      factor('funding-some', 'funding', 0.02, 0.01, some),
      factor('sickness', 'sickness', 0.1, 0.01),
      shift('growth', 'growth', 0.004, services),
      shift('productivity', 'productivity', 0.003, occupations),
      { ...shift('population', 'population', 0, 0), distribution: { kind: 'uniform', low: -1, high: 1 } },
    ],
  }
}

/** Each run of `size` numbers divided by its sum; a run of zeros becomes equal shares. */
function normalised(values: Float64Array, size: number): Float64Array {
  const result = Float64Array.from(values)
  for (let first = 0; first < result.length; first += size) {
    const run = result.subarray(first, first + size)
    const sum = run.reduce((a, b) => a + b, 0)
    for (let i = 0; i < size; i++) run[i] = sum > 0 ? run[i]! / sum : 1 / size
  }
  return result
}

function movesOf(occupations: number, each: number, random: () => number) {
  const moves: { from: number; to: number }[] = []
  for (let i = 0; i < Math.round(occupations * each); i++) {
    const from = Math.floor(random() * occupations)
    const to = (from + 1 + Math.floor(random() * (occupations - 1))) % occupations
    moves.push({ from, to })
  }
  return occupations > 1 ? moves : []
}

/** Numbers from 0 to 1 by a 32-bit mixing function; good enough to fill a model with. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let x = state
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
    return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32
  }
}
