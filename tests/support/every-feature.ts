import type { EngineModel, UncertainFactor, UncertaintyTarget } from '../../src/domain/engine-model.ts'
import type { EffectTarget, PolicyEffect } from '../../src/domain/policy.ts'
import { uniform } from '../../src/stats/threefry.ts'

/**
 * A model with everything on that the engine knows: residual flow, feedback, transfers of work, given
 * posts, pay, policies, unpaid care and money, by random but plausible numbers. The same for the same seed.
 */
export function everyFeature(model: EngineModel, seed: number): EngineModel {
  const { occupations, areas, years, services } = model
  const points = years + 1
  const programmes = model.programmeOccupation.length
  let counter = 0
  const next = (): number => uniform(seed, 2, counter++, 0)
  const between = (low: number, high: number): number => low + (high - low) * next()
  const fill = (length: number, low: number, high: number): Float64Array =>
    Float64Array.from({ length }, () => between(low, high))
  /** A path of points that starts at `start`. */
  const paths = (rows: number, start: number, low: number, high: number): Float64Array =>
    fill(rows * points, low, high).map((value, i) => (i % points === 0 ? start : value))
  const pick = (count: number): Int32Array =>
    Int32Array.from(Array.from({ length: count }, (_, i) => i).filter((i) => i === 0 || next() < 0.6))
  const uncertain = (target: UncertaintyTarget, low: number, high: number): UncertainFactor => ({
    id: `every-${target}`,
    target,
    members: target === 'pay-leave' ? pick(occupations) : new Int32Array(0),
    distribution: { kind: 'uniform', low, high },
    walk: target === 'added' ? 0.1 : 0,
  })
  const effect = (target: EffectTarget, members: Int32Array): PolicyEffect => ({
    id: `lever-${target}`,
    lever: 'test',
    target,
    members,
    path: fill(years, 0, 1),
    strength: { kind: 'normal', mean: between(-0.3, 0.3), sd: 0.1 },
  })
  const baseFte = (r: number): number => {
    let fte = 0
    for (let cell = 0; cell < occupations * 120; cell++)
      fte += model.heads[cell * areas + r]! * model.participation[cell]!
    return fte
  }
  const byOccupation: readonly EffectTarget[] = [
    'leave',
    'retire',
    'ill',
    'move',
    'training',
    'international',
    'return',
    'fill',
    'added',
    'sickness',
    'time-freed',
    'participation',
  ]
  return {
    ...model,
    residual: fill(occupations * areas * years, -0.03, 0.03).map((value, i) =>
      Math.floor(i / (areas * years)) % 2 === 0 ? value : 0,
    ),
    placementStrain: fill(programmes * years, 0.8, 1.6),
    internationalFloor: model.international.map((heads) => heads * 0.9),
    internationalCap: model.international.map((heads, i) =>
      i % 3 === 0 ? Number.POSITIVE_INFINITY : heads * 1.1,
    ),
    added: fill(occupations * years, 0, 40),
    addedArea: fill(occupations * areas, 0, 2 / areas),
    payRelative: fill(occupations * years, 0.8, 1.2),
    postsPath: paths(occupations, 1, 0.9, 1.3).map((value, i) =>
      Math.floor(i / points) % 3 === 2 ? value : Number.NaN,
    ),
    transferFrom: Int32Array.from([0, 0, occupations - 1]),
    transferTo: Int32Array.from([occupations - 1, occupations >> 1, 0]),
    transferRate: fill(3, 0.8, 1.5),
    transferShare: paths(3, 0, 0, 0.15),
    timeFreed: paths(occupations, 0, 0, 0.1),
    timeAtWork: paths(occupations, 1, 0.95, 1),
    participationPath: paths(occupations, 1, 0.9, 1.1),
    feedback: true,
    care: {
      needHours: Float64Array.from(
        { length: areas * points },
        (_, i) => baseFte(Math.floor(i / points)) * between(2000, 3000),
      ),
      growthService: Int32Array.from([0, services - 1]),
      formalHours: fill(occupations, -600, 1500).map((hours) => Math.max(0, hours)),
      adults: Float64Array.from(
        { length: areas * points },
        (_, i) => baseFte(Math.floor(i / points)) * between(28, 32),
      ),
      heavyShare: fill(areas, 0.02, 0.06),
      heavyElasticity: between(0.5, 1.5),
      womenShare: fill(areas, 0.5, 0.65),
      womenMarginal: between(0.5, 0.8),
    },
    money: {
      priceYear: 2026,
      payPerFte: fill(occupations, 25_000, 120_000),
      payIndex: paths(occupations, 1, 1, 1.4),
      temporaryShare: fill(occupations, -0.3, 0.8).map((share) => Math.max(0, share)),
      temporaryPremium: fill(occupations, 0, 30_000),
      trainingCost: fill(occupations * points, 0, 1e7),
      policyFixed: fill(points, 0, 1e8),
      fixedArea: fill(areas, 0, 2 / areas),
      policyPerFte: fill(occupations * points, 0, 1000),
      policyPerHead: fill(occupations * points, 0, 1000),
      policyPerJoiner: fill(occupations * points, 0, 5000),
      taxReturned: fill(occupations, 0, 0.5),
    },
    population: Float64Array.from({ length: areas * points }, (_, i) => baseFte(Math.floor(i / points)) * 40),
    labourForce: Float64Array.from(
      { length: areas * points },
      (_, i) => baseFte(Math.floor(i / points)) * 20,
    ),
    effects: [
      ...byOccupation.map((target) => effect(target, pick(occupations))),
      { ...effect('leave', pick(occupations)), id: 'lever-leave-more' },
      effect('attrition', pick(programmes)),
      effect('place-leave', pick(areas)),
      effect('place-fill', pick(areas)),
      effect('unpaid-hours', new Int32Array(0)),
      effect('carers-work', new Int32Array(0)),
    ],
    uncertainty: [
      ...model.uncertainty,
      uncertain('added', 0.7, 1.3),
      uncertain('attrition', 0.7, 1.4),
      uncertain('transfer', 0.5, 1.5),
      uncertain('unpaid-growth', -0.01, 0.02),
      uncertain('pay-leave', 0.2, 1.2),
      uncertain('pay-fill', 0.1, 0.9),
      uncertain('pressure-leave', 0, 1.5),
      {
        ...uncertain('pressure-leave', 0, 0.5),
        id: 'every-pressure-leave-more',
        members: Int32Array.from([0]),
      },
      uncertain('pressure-sickness', -0.2, 0.8),
      uncertain('pressure-attrition', 0, 2),
      uncertain('placement-strain', 0, 0.6),
      uncertain('care-pool', 0, 0.5),
    ],
  }
}
