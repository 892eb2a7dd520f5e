import { AGES, CELLS } from '../domain/cohort.ts'
import { type CentralPath, ftePerHead, older, recruitFte } from './central-path.ts'

/** How much a sum of FTE changes, by occupation and step [o][y]. */
export interface Gradient {
  /** Per head who joins by training. */
  readonly training: Float64Array
  /** Per head who arrives from abroad. */
  readonly arrivals: Float64Array
  /** Per unit of the logarithm of the leaving hazard. */
  readonly leaving: Float64Array
  /** Per unit of the logarithm of the share of open posts filled. */
  readonly filling: Float64Array
}

/**
 * How a weighted sum of FTE over occupations and points in time changes with everything that a plan can
 * move: one pass backwards through the run (the adjoint of the cohort step), whatever the number of levers.
 * @param weights of each occupation's FTE at a point in time [o], or null where none has any
 * @param last point in time with a weight
 */
export function gradient(
  path: CentralPath,
  weights: (t: number) => Float64Array | null,
  last: number = path.model.years,
): Gradient {
  const { occupations, years } = path.model
  const table = (): Float64Array => new Float64Array(occupations * years)
  const result = { training: table(), arrivals: table(), leaving: table(), filling: table() }
  let value = new Float64Array(occupations * CELLS)
  const isLive = new Uint8Array(occupations)
  for (let t = last; t > 0; t--) {
    const weight = weights(t)
    for (let o = 0; weight !== null && o < occupations; o++) {
      if (weight[o] === 0) continue
      isLive[o] = 1
      for (let cell = 0; cell < CELLS; cell++)
        value[o * CELLS + cell]! += weight[o]! * ftePerHead(path, o, cell, t)
    }
    for (let o = 0; o < occupations; o++) if (isLive[o]) joinValues(path, value, o, t - 1, result)
    value = backwards(path, value, isLive, t - 1, result.leaving)
  }
  return result
}

/** Values of joiners of the step, and what people in post take from open recruitment. */
function joinValues(path: CentralPath, value: Float64Array, o: number, y: number, result: Gradient): void {
  const { model, draw, fillShare, open, isFillFree } = path
  const at = o * model.years + y
  const sum = (profile: Float64Array): number => {
    let total = 0
    for (let i = o * CELLS; i < (o + 1) * CELLS; i++) total += profile[i]! * value[i]!
    return total
  }
  if (fillShare[at]! > 0) {
    const perFte = (sum(model.profileOpen) * fillShare[at]!) / recruitFte(model, draw, o, y + 1)
    result.filling[at] = isFillFree[at] === 1 ? perFte * open[at]! : 0
    for (let cell = 0; cell < CELLS; cell++)
      value[o * CELLS + cell]! -= perFte * ftePerHead(path, o, cell, y + 1)
  }
  result.training[at] = sum(model.profileTraining)
  result.arrivals[at] = sum(model.profileInternational)
}

/** Values of people a step earlier; notes what leaving is worth and which occupations now matter. */
function backwards(
  { model, moves, steps, heads }: CentralPath,
  value: Float64Array,
  isLive: Uint8Array,
  y: number,
  leaving: Float64Array,
): Float64Array<ArrayBuffer> {
  const before = new Float64Array(value.length)
  const step = steps[y]!
  const people = heads[y]!
  const wasLive = isLive.slice()
  for (let o = 0; o < model.occupations; o++) {
    const towards = moves[o]!.filter(({ to, hazard }) => wasLive[to] && hazard[y]! > 0)
    if (!wasLive[o] && towards.length === 0) continue
    isLive[o] = 1
    let worth = 0
    for (let cell = 0; cell < CELLS; cell++) {
      const i = o * CELLS + cell
      const next = older(cell)
      let moving = 0
      for (const { to, hazard } of towards) moving += hazard[y]! * value[to * CELLS + next]!
      moving *= model.mobility[cell % AGES]!
      const staying = step.stay[i]! * value[o * CELLS + next]!
      before[i] = staying + step.goPerHazard[i]! * moving
      const hazard = step.hazard[i]!
      const lessMoving = hazard > 0 ? ((step.survive[i]! - step.goPerHazard[i]!) / hazard) * moving : 0
      worth += people[i]! * step.leave[i]! * (lessMoving - staying)
    }
    leaving[o * model.years + y] = worth
  }
  return before
}
