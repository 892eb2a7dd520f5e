import { describe, expect, it } from 'vitest'
import type { DrawFactors } from '../../src/domain/draw-factors.ts'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import { createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { type History, simulateDraw } from '../../src/engine/reference/simulate-draw.ts'
import { centralPath } from '../../src/solver/central-path.ts'
import { type Gradient, gradient } from '../../src/solver/gradient.ts'
import { smallModel } from '../support/small-model.ts'

const SIZES = { occupations: 4, areas: 1, services: 2, years: 5, regions: 1 }
const POINTS = SIZES.years + 1
/** Step of a difference quotient in logarithms, small beside its square's effect. */
const SMALL = 1e-5

/** A weighted sum of FTE at work over occupations and points in time. */
const objective = (history: History, weights: Float64Array): number =>
  history.staff.reduce(
    (sum, at, t) =>
      sum + at.reduce((part, [area], o) => part + area!.supplyFte * weights[o * POINTS + t]!, 0),
    0,
  )

const fundedOf = (history: History): Float64Array =>
  Float64Array.from(
    { length: SIZES.occupations * POINTS },
    (_, i) => history.staff[i % POINTS]![Math.floor(i / POINTS)]![0]!.fundedFte,
  )

describe.each([1, 2, 3])('derivatives of the plan against the plain engine, model %i', (seed) => {
  const model: EngineModel = { ...smallModel(seed, SIZES), feedback: false }
  const draw = createDrawFactors(model)(seed, 0)
  const weights = Float64Array.from({ length: SIZES.occupations * POINTS }, (_, i) => ((i * 7) % 5) - 1)
  const base = simulateDraw(model, draw)
  const path = centralPath(model, draw, fundedOf(base))
  const found = gradient(path, (t) =>
    t === 0 ? null : Float64Array.from({ length: SIZES.occupations }, (_, o) => weights[o * POINTS + t]!),
  )
  const change = (changed: Partial<DrawFactors>, by = 1): number =>
    (objective(simulateDraw(model, { ...draw, ...changed }), weights) - objective(base, weights)) / by
  const steps = Array.from({ length: SIZES.occupations * SIZES.years }, (_, i) => i)
  const nudged = (values: Float64Array, i: number, nudge: (value: number) => number): Float64Array =>
    values.map((value, k) => (k === i ? nudge(value) : value))
  const compare = (part: keyof Gradient, expected: (i: number) => number, digits: number): void => {
    for (const i of steps) {
      const truth = expected(i)
      expect(Math.abs(found[part][i]! - truth) / Math.max(1, Math.abs(truth))).toBeLessThan(10 ** -digits)
    }
  }

  it('runs as the engine does', () => {
    for (let t = 0; t < POINTS; t++)
      for (let o = 0; o < SIZES.occupations; o++) {
        const heads = path.heads[t]!.subarray(o * 120, (o + 1) * 120).reduce((a, b) => a + b, 0)
        expect(heads / base.staff[t]![o]![0]!.supplyHeads).toBeCloseTo(1, 10)
      }
  })

  it('values arrivals', () =>
    compare(
      'arrivals',
      (i) => {
        const more = { international: nudged(draw.international, i, (value) => value + 1) }
        return change(more) / model.internationalArea[Math.floor(i / SIZES.years)]!
      },
      7,
    ))

  it('values leaving', () =>
    compare(
      'leaving',
      (i) => change({ leave: nudged(draw.leave, i, (value) => value * Math.exp(SMALL)) }, SMALL),
      3,
    ))

  it('values the filling of posts', () =>
    compare(
      'filling',
      (i) => change({ fill: nudged(draw.fill, i, (value) => value * Math.exp(SMALL)) }, SMALL),
      3,
    ))

  it('values entrants of training', () => {
    const programmes = model.programmeOccupation.length
    const entries = model.programmeIntake.length / programmes
    for (let p = 0; p < programmes; p++)
      for (let y = 0; y < SIZES.years; y++) {
        const intake = nudged(model.programmeIntake, p * entries + entries - SIZES.years + y, (n) => n + 1)
        const truth =
          objective(simulateDraw({ ...model, programmeIntake: intake }, draw), weights) -
          objective(base, weights)
        const end = y + model.programmeLength[p]!
        const value =
          end < SIZES.years
            ? path.training.joinersPerEntrant(p, y) *
              found.training[model.programmeOccupation[p]! * SIZES.years + end]!
            : 0
        expect(Math.abs(value - truth)).toBeLessThan(1e-6)
      }
  })
})
