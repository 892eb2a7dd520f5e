import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { EngineModel, UncertaintyTarget } from '../../domain/engine-model.ts'
import type { EffectTarget } from '../../domain/policy.ts'
import {
  attritions,
  careGrowth,
  followPay,
  multiplied,
  productivityIndices,
  serviceIndices,
  unmetFactors,
} from './draw-indices.ts'
import { createDrawPaths, type DrawnPath, type DrawnPaths } from './draw-paths.ts'
import type { DrawPlan } from './draw-values.ts'

export { CENTRAL_DRAW } from './draw-values.ts'

/**
 * Prepares draws of a model’s uncertain assumptions and policy effects.
 * Draw i depends on (seed, i) and the assumptions’ ids alone: not on the number of draws, their order
 * or the thread. Steps are numbered from 0; growth in year t compounds the t steps before it.
 * @returns a function of seed (0 to 2^32 - 1) and draw (0 or more, or `CENTRAL_DRAW`)
 */
export function createDrawFactors(
  model: EngineModel,
  plan: DrawPlan = {},
): (seed: number, draw: number) => DrawFactors {
  const drawPaths = createDrawPaths(model, plan)
  return (seed, draw) => resolve(model, drawPaths(seed, draw))
}

function resolve(model: EngineModel, paths: DrawnPaths): DrawFactors {
  const { years, occupations, areas } = model
  const points = years + 1
  /** The product of assumptions and effects by occupation [o][y]. */
  const product = (uncertain: UncertaintyTarget, effect: EffectTarget): Float64Array =>
    multiplied(new Float64Array(occupations * years).fill(1), years, [
      ...paths.uncertain(uncertain),
      ...paths.effects(effect),
    ])
  /** Effects alone, of rows of another kind: [row][y]. */
  const effects = (target: EffectTarget, rows: number): Float64Array =>
    multiplied(new Float64Array(rows * years).fill(1), years, paths.effects(target))
  /** The product of everything on a target without members [y]. */
  const overall = (drawn: readonly DrawnPath[]): Float64Array =>
    Float64Array.from({ length: years }, (_, y) => drawn.reduce((all, { values }) => all * values[y]!, 1))
  /** Sum of exponents by occupation [o]. */
  const exponents = (target: UncertaintyTarget): Float64Array => {
    const sums = new Float64Array(occupations)
    for (const { members, values } of paths.uncertain(target)) for (const o of members) sums[o]! += values[0]!
    return sums
  }
  /** A path of steps as one of points: 1 at the base [row][t]. */
  const atPoints = (steps: Float64Array): Float64Array =>
    Float64Array.from({ length: (steps.length / years) * points }, (_, i) =>
      i % points === 0 ? 1 : steps[Math.floor(i / points) * years + (i % points) - 1]!,
    )
  const feedback = (target: UncertaintyTarget): Float64Array =>
    model.feedback ? exponents(target) : new Float64Array(occupations)

  const leave = product('leave', 'leave')
  const fill = product('fill', 'fill')
  followPay(model, leave, fill, exponents('pay-leave'), exponents('pay-fill'))
  const service = serviceIndices(model, paths)
  const participation = atPoints(effects('participation', occupations))
  const unpaid = atPoints(overall(paths.effects('unpaid-hours')))
  const transfer = overall(paths.uncertain('transfer'))[0] ?? 1
  const carePool = paths.uncertain('care-pool').reduce((sum, { values }) => sum + values[0]!, 0)
  return {
    leave,
    retire: product('retire', 'retire'),
    ill: product('ill', 'ill'),
    move: product('move', 'move'),
    placeLeave: effects('place-leave', areas),
    placeFill: effects('place-fill', areas),
    attrition: attritions(model, paths, exponents('placement-strain')),
    training: product('training', 'training'),
    international: product('international', 'international').map((factor, i) =>
      Math.min(
        Math.max(model.international[i]! * factor, model.internationalFloor[i]!),
        model.internationalCap[i]!,
      ),
    ),
    added: product('added', 'added').map((factor, i) => model.added[i]! * factor),
    returning: product('return', 'return'),
    fill,
    service,
    productivity: productivityIndices(model, paths, atPoints(effects('time-freed', occupations))),
    unmet: unmetFactors(model, paths),
    funding: atPoints(
      multiplied(new Float64Array(occupations * years).fill(1), years, paths.uncertain('funding')),
    ),
    transferShare: model.transferShare.map((share) => share * transfer),
    participation: participation.map((factor, i) => model.participationPath[i]! * factor),
    sickness: atPoints(overall(paths.uncertain('sickness'))),
    sicknessFactor: atPoints(effects('sickness', occupations)),
    pressureLeave: feedback('pressure-leave'),
    pressureSickness: feedback('pressure-sickness'),
    pressureAttrition: feedback('pressure-attrition'),
    careGrowth: careGrowth(model, paths, service).map((index, t) => index * unpaid[t]!),
    carePool: model.feedback ? carePool : 0,
    carersWork: overall(paths.effects('carers-work')),
  }
}
