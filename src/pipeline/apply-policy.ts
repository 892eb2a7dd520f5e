import type { TrainingLoad } from '../assumptions/training.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { LeverCost, Policy } from '../domain/policy.ts'

/**
 * The model under a policy. Where the policy says nothing the model’s own arrays stay, so that a policy
 * without levers leaves every number as it is.
 * @param loadOf what training costs and how full placements are with other entrants, see `trainingLoad`
 */
export function applyPolicy(
  model: EngineModel,
  policy: Policy,
  loadOf: (intake: Float64Array) => TrainingLoad,
): EngineModel {
  const { areas, occupations, years } = model
  const cost = (pick: (entry: LeverCost) => Float64Array | null): Float64Array =>
    sumOf(
      policy.costs.flatMap((entry) => pick(entry) ?? []),
      occupations * (years + 1),
    )
  const fixed = policy.costs.filter((entry) => entry.fixed.some((pounds) => pounds !== 0))
  const intake = changedIntake(model, policy)
  const load = policy.intakes.length === 0 ? null : loadOf(intake)
  return {
    ...model,
    ...(load ? { programmeIntake: intake, placementStrain: load.strain } : {}),
    international: timesEach(model.international, policy.international.factor),
    internationalFloor: eachMax(model.internationalFloor, policy.international.floor),
    internationalCap: eachMin(model.internationalCap, policy.international.cap),
    added: plusEach(model.added, policy.added),
    payRelative: timesEach(model.payRelative, policy.pay),
    postsPath: model.postsPath.map((path, i) => {
      const given = policy.postsPath[i]!
      return Number.isNaN(given) ? path : given
    }),
    transferFrom: Int32Array.from([...model.transferFrom, ...policy.transfers.map(({ from }) => from)]),
    transferTo: Int32Array.from([...model.transferTo, ...policy.transfers.map(({ to }) => to)]),
    transferRate: Float64Array.from([...model.transferRate, ...policy.transfers.map(({ rate }) => rate)]),
    transferShare: Float64Array.from([
      ...model.transferShare,
      ...policy.transfers.flatMap(({ share }) => [...share]),
    ]),
    timeFreed: plusEach(model.timeFreed, policy.timeFreed),
    timeAtWork: timesEach(model.timeAtWork, policy.timeAtWork),
    participationPath: timesEach(model.participationPath, policy.participation),
    feedback: model.feedback && policy.feedback,
    effects: [...model.effects, ...policy.effects],
    money: {
      ...model.money,
      payIndex: timesEach(model.money.payIndex, atPoints(policy.pay, years)),
      trainingCost: load?.cost ?? model.money.trainingCost,
      policyFixed: plusEach(
        model.money.policyFixed,
        sumOf(
          fixed.map((entry) => entry.fixed),
          years + 1,
        ),
      ),
      fixedArea: fixed.length === 0 ? model.money.fixedArea : fixedAreas(model, fixed, areas),
      policyPerFte: plusEach(
        model.money.policyPerFte,
        cost(({ perFte }) => perFte),
      ),
      policyPerHead: plusEach(
        model.money.policyPerHead,
        cost(({ perHead }) => perHead),
      ),
      policyPerJoiner: plusEach(
        model.money.policyPerJoiner,
        cost(({ perJoiner }) => perJoiner),
      ),
    },
  }
}

const timesEach = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value * b[i]!)
const plusEach = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + b[i]!)
const eachMax = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, i) => Math.max(value, b[i]!))
const eachMin = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, i) => Math.min(value, b[i]!))

function sumOf(tables: readonly Float64Array[], length: number): Float64Array {
  const total = new Float64Array(length)
  for (const table of tables) for (let i = 0; i < length; i++) total[i]! += table[i]!
  return total
}

/** An index over steps as one over points: 1 at the base, then the step before’s. */
const atPoints = (steps: Float64Array, years: number): Float64Array =>
  Float64Array.from({ length: (steps.length / years) * (years + 1) }, (_, i) => {
    const t = i % (years + 1)
    return t === 0 ? 1 : steps[Math.floor(i / (years + 1)) * years + t - 1]!
  })

/** Entrants of the programmes: first every factor, then what is added. */
function changedIntake(
  { programmeIntake, programmeOccupation, years }: EngineModel,
  { intakes }: Policy,
): Float64Array {
  const intake = programmeIntake.slice()
  const entries = intake.length / Math.max(1, programmeOccupation.length)
  const at = (programme: number, y: number): number => programme * entries + (entries - years) + y
  for (const { programme, factor } of intakes)
    for (let y = 0; y < years; y++) intake[at(programme, y)]! *= factor[y]!
  for (const { programme, added } of intakes)
    for (let y = 0; y < years; y++) intake[at(programme, y)]! += added[y]!
  return intake
}

/** Each area’s share of all fixed costs together: by the weights of the levers that have their own, else as before. */
function fixedAreas(model: EngineModel, costs: readonly LeverCost[], areas: number): Float64Array {
  const pounds = new Float64Array(areas)
  const add = (amounts: Float64Array, weights: Float64Array): void => {
    const amount = amounts.reduce((sum, value) => sum + Math.abs(value), 0)
    const weight = weights.reduce((sum, value) => sum + value, 0)
    for (let r = 0; r < areas; r++) pounds[r]! += weight > 0 ? (amount * weights[r]!) / weight : 0
  }
  add(model.money.policyFixed, model.money.fixedArea)
  for (const { fixed, areas: weights } of costs) add(fixed, weights ?? model.money.fixedArea)
  const total = pounds.reduce((sum, value) => sum + value, 0)
  return total > 0 ? pounds.map((value) => value / total) : model.money.fixedArea
}
