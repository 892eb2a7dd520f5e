import type { EngineModel } from '../domain/engine-model.ts'
import type { LeverCost, Policy } from '../domain/policy.ts'

/**
 * The model under a policy. Where the policy says nothing the model’s own arrays stay, so that a policy
 * without levers leaves every number as it is.
 * @param placementGrowth share a year by which capacity for placements can follow places
 */
export function applyPolicy(model: EngineModel, policy: Policy, placementGrowth: number): EngineModel {
  const { areas, occupations, years } = model
  const cost = (pick: (entry: LeverCost) => Float64Array | null): Float64Array =>
    sumOf(
      policy.costs.flatMap((entry) => pick(entry) ?? []),
      occupations * (years + 1),
    )
  const fixed = policy.costs.filter((entry) => entry.fixed.some((pounds) => pounds !== 0))
  const intake = changedIntake(model, policy)
  return {
    ...model,
    ...(policy.intakes.length === 0
      ? {}
      : {
          programmeIntake: intake,
          placementStrain: changedStrain(model, intake, placementGrowth),
        }),
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
      trainingCost:
        policy.intakes.length === 0 ? model.money.trainingCost : changedTrainingCost(model, intake),
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

/** Strain on placements: places over a capacity that follows them at a stated pace. */
function changedStrain(model: EngineModel, intake: Float64Array, growth: number): Float64Array {
  const { years, programmeIntake, programmeOccupation, placementStrain } = model
  const programmes = programmeOccupation.length
  const entries = intake.length / Math.max(1, programmes)
  const strain = placementStrain.slice()
  for (let p = 0; p < programmes; p++) {
    let capacity = 1
    for (let y = 0; y < years; y++) {
      const i = p * entries + (entries - years) + y
      const places = programmeIntake[i]! > 0 ? intake[i]! / programmeIntake[i]! : 1
      capacity = Math.max(capacity, Math.min(places, capacity * (1 + growth)))
      strain[p * years + y]! *= Math.min(MOST_STRAIN, places / capacity)
    }
  }
  return strain
}

/** Beyond this many times its capacity a programme is not a programme; it keeps the exponent’s reach finite. */
const MOST_STRAIN = 4

/** The cost of training moves with the students enrolled on the programmes that lead to an occupation. */
function changedTrainingCost(model: EngineModel, intake: Float64Array): Float64Array {
  const { occupations, years, money } = model
  const before = enrolled(model, model.programmeIntake)
  const after = enrolled(model, intake)
  return Float64Array.from({ length: occupations * (years + 1) }, (_, i) =>
    before[i]! > 0 ? (money.trainingCost[i]! * after[i]!) / before[i]! : money.trainingCost[i]!,
  )
}

/** Students on the programmes that lead to an occupation in the year that ends at each point [o][t]. */
function enrolled(model: EngineModel, intake: Float64Array): Float64Array {
  const { years, occupations, programmeOccupation, programmeLength, programmeAttrition } = model
  const points = years + 1
  const entries = intake.length / Math.max(1, programmeOccupation.length)
  const students = new Float64Array(occupations * points)
  for (const [p, o] of programmeOccupation.entries())
    for (let t = 0; t < points; t++)
      for (let stage = 0; stage < programmeLength[p]!; stage++) {
        const entry = entries - years + t - 1 - stage
        const step = Math.min(years - 1, Math.max(0, t - 1))
        let left = intake[p * entries + entry] ?? 0
        for (let k = 0; k < stage; k++) left *= 1 - programmeAttrition[p * years + step]!
        if (entry >= 0) students[o * points + t]! += left
      }
  return students
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
