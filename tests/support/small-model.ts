import { everyStep, neutralPart } from '../../src/assumptions/neutral.ts'
import { AGES, CELLS } from '../../src/domain/cohort.ts'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import { uniform } from '../../src/stats/threefry.ts'

/** Sizes of a model made for a test. */
export interface Sizes {
  readonly occupations: number
  readonly areas: number
  readonly services: number
  readonly years: number
  readonly regions: number
}

export const SMALL: Sizes = { occupations: 4, areas: 3, services: 2, years: 5, regions: 2 }

/**
 * A random but plausible model, the same for the same seed and sizes: some cells empty, odd occupations
 * driven by vacant posts, moves in a ring, two training programmes.
 */
export function smallModel(seed: number, sizes: Sizes = SMALL): EngineModel {
  const { occupations: O, areas: R, services: V, years: T, regions } = sizes
  let counter = 0
  const next = (): number => uniform(seed, 1, counter++, 0)
  const fill = (length: number, low: number, high: number): Float64Array =>
    Float64Array.from({ length }, () => low + (high - low) * next())
  const shares = (length: number, runs: number): Float64Array => {
    const values = fill(length * runs, 0.1, 1)
    for (let i = 0; i < runs; i++) {
      const run = values.subarray(i * length, (i + 1) * length)
      const total = run.reduce((a, b) => a + b, 0)
      run.forEach((value, k) => {
        run[k] = value / total
      })
    }
    return values
  }
  const paths = (rows: number): Float64Array => {
    const values = fill(rows * (T + 1), 0.9, 1.3)
    for (let i = 0; i < rows; i++) values[i * (T + 1)] = 1
    return values
  }
  const byPosts = (o: number): boolean => o % 2 === 1
  const sized = { baseYear: 2026, years: T, occupations: O, areas: R }
  const attrition = fill(2, 0, 0.15)
  return {
    ...sized,
    ...neutralPart(sized, 2),
    services: V,
    regionOfArea: Int32Array.from({ length: R }, (_, r) => Math.floor((r * regions) / R)),
    heads: fill(O * CELLS * R, -0.3, 3).map((value) => Math.max(0, value)),
    participation: fill(O * CELLS, 0.5, 1),
    participationArea: fill(O * R, 0.9, 1.1),
    hazardLeave: fill(O * CELLS, 0, 0.2),
    hazardRetire: fill(O * CELLS, -0.5, 0.5).map((value) => Math.max(0, value)),
    hazardIll: fill(O * CELLS, 0, 0.02),
    leaveArea: fill(O * R, 0.7, 1.4),
    moveFrom: Int32Array.from({ length: O }, (_, o) => o),
    moveTo: Int32Array.from({ length: O }, (_, o) => (o + 1) % O),
    moveHazard: fill(O, 0, 0.05),
    mobility: fill(AGES, 0.2, 2),
    profileTraining: shares(CELLS, O),
    profileInternational: shares(CELLS, O),
    profileOpen: shares(CELLS, O),
    trainingArea: shares(R, O),
    internationalArea: shares(R, O),
    returners: fill(O * R, 0, 4).map((value, i) => (byPosts(Math.floor(i / R)) ? 0 : value)),
    fill: fill(O * R, 0.2, 0.9).map((value, i) => (byPosts(Math.floor(i / R)) ? value : 0)),
    openFtePerHead: fill(O * R, 0.6, 0.95),
    pool: paths(R),
    programmeOccupation: Int32Array.from([0, O - 1]),
    programmeLength: Int32Array.from([3, 1]),
    programmeIntake: fill(2 * (3 + T), 5, 50),
    programmeFirstYear: fill(2, 0.5, 3),
    programmeAttritionBase: attrition,
    programmeAttrition: everyStep(attrition, T),
    programmeJoin: everyStep(fill(2, 0.4, 0.9), T),
    international: fill(O * T, 0, 10),
    needWeight: shares(V, O),
    activity: paths(V * R),
    activityHigh: paths(V),
    activityLow: paths(V),
    growth: fill(V, -0.01, 0.03),
    productivity: fill(O, 0, 0.02),
    needRatio: fill(O * R, 1.1, 1.3),
    fundedRatio: fill(O * R, 1.02, 1.1),
    unmetRatio: fill(O * R, 0.02, 0.1),
    sickness: fill(R, 0.03, 0.06),
    uncertainty: [
      factor('leave', 'leave', O, { kind: 'lognormal', median: 1, sdLog: 0.1 }, 0.03),
      factor('retire', 'retire', O, { kind: 'triangular', low: 0.8, mode: 1, high: 1.3 }, 0),
      factor('fill', 'fill', O, { kind: 'uniform', low: 0.8, high: 1.2 }, 0),
      factor('abroad', 'international', O, { kind: 'lognormal', median: 1, sdLog: 0.4 }, 0.1),
      factor('growth', 'growth', V, { kind: 'normal', mean: 0, sd: 0.01 }, 0),
      factor('population', 'population', O, { kind: 'triangular', low: -1, mode: 0, high: 1 }, 0),
      factor('sickness', 'sickness', O, { kind: 'lognormal', median: 1, sdLog: 0.1 }, 0.02),
    ],
  }
}

function factor(
  id: string,
  target: EngineModel['uncertainty'][number]['target'],
  members: number,
  distribution: EngineModel['uncertainty'][number]['distribution'],
  walk: number,
): EngineModel['uncertainty'][number] {
  return { id, target, members: Int32Array.from({ length: members }, (_, i) => i), distribution, walk }
}
