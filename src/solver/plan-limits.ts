import type { LinearRow } from '../domain/linear-programme.ts'
import type { BindingLimit, PlanProblem, PlanProjection } from '../domain/plan.ts'
import { columnFinder } from './plan-columns.ts'
import type { PlanEffects } from './plan-effects.ts'
import { entrants, studentsPerEntrant } from './training.ts'

/** A row that limits a plan, and what it says. */
export interface LimitRow extends LinearRow {
  readonly kind: BindingLimit['kind'] | 'held'
  readonly index: number
  /** Step, or point in time for placements. */
  readonly year: number
}

type Term = readonly [column: number, coefficient: number]

const limitRow = (
  kind: LimitRow['kind'],
  index: number,
  year: number,
  sense: LinearRow['sense'],
  limit: number,
  terms: readonly Term[],
): LimitRow => ({
  kind,
  index,
  year,
  sense,
  limit,
  columns: terms.map(([column]) => column),
  coefficients: terms.map(([, coefficient]) => coefficient),
})

/** Every limit that does not depend on the projection. */
export function fixedLimits(problem: PlanProblem): LimitRow[] {
  const { model, columns, limits, firstStep, retentionLag } = problem
  const find = columnFinder(columns)
  const rows: LimitRow[] = []
  for (const [c, { lever, index, step, base }] of columns.entries()) {
    const before = step > firstStep ? find(lever, index, step - 1) : -1
    /** This step's value less a multiple of the one before, against a number. */
    const follow = (
      kind: LimitRow['kind'],
      sense: LinearRow['sense'],
      times: number,
      plus: number,
    ): LimitRow =>
      before >= 0
        ? limitRow(kind, index, step, sense, plus, [
            [c, 1],
            [before, -times],
          ])
        : limitRow(kind, index, step, sense, plus + times * base, [[c, 1]])
    if (lever === 'places') {
      if (before >= 0 && step + model.programmeLength[index]! >= model.years) {
        rows.push(follow('held', '=', 1, 0))
        continue
      }
      rows.push(follow('places-growth', '<=', 1 + limits['places-growth'], limits['places-step']))
      rows.push(follow('places-fall', '>=', 1 - limits['places-fall'], 0))
    }
    if (lever === 'arrivals') {
      rows.push(follow('arrivals-growth', '<=', 1 + limits['arrivals-growth'], limits['arrivals-step']))
      rows.push(follow('arrivals-fall', '>=', 1 - limits['arrivals-growth'], -limits['arrivals-step']))
    }
    if (lever === 'retention') {
      if (before >= 0 && step + retentionLag >= model.years) {
        rows.push(follow('held', '=', 1, 0))
        continue
      }
      rows.push(follow('retention-rise', '<=', 1, limits['retention-rise']))
      rows.push(follow('held', '>=', 1, 0))
    }
  }
  return [...rows, ...placementRows(problem)]
}

/** Students within the placements there are and that can be added at the stated pace. */
function placementRows(problem: PlanProblem): LimitRow[] {
  const { model, columns, firstStep, sparePlacements, placementGrowth } = problem
  const find = columnFinder(columns)
  const rows: LimitRow[] = []
  for (const p of model.programmeOccupation.keys()) {
    const staying = studentsPerEntrant(model, p)
    const base = staying.reduce((sum, share, k) => sum + share * entrants(model, p, -1 - k), 0)
    if (base === 0) continue
    let capacity = base * (1 + sparePlacements[p]!)
    for (let t = firstStep + 1; t <= model.years; t++) {
      capacity *= 1 + placementGrowth
      let already = 0
      const terms: Term[] = []
      for (const [k, share] of staying.entries()) {
        const column = find('places', p, t - 1 - k)
        if (column >= 0) terms.push([column, share])
        else already += share * entrants(model, p, t - 1 - k)
      }
      rows.push(limitRow('placements', p, t, '<=', capacity - already, terms))
    }
  }
  return rows
}

/**
 * The cap on arrivals as a share of all joiners, one row a step: straight from the share of “no change” in
 * the first step to the limit in its year, then level; never below the share of “no change” itself.
 * @param unplanned projection under “no change” @param projection the one that `values` are of
 */
export function internationalLimits(
  { model, columns, limits, firstStep }: PlanProblem,
  unplanned: PlanProjection,
  projection: PlanProjection,
  { joiners, joinStep }: PlanEffects,
  values: Float64Array,
): LimitRow[] {
  const share = (y: number): number => unplanned.arrivals[y]! / unplanned.joiners[y]!
  const last = limits['international-share-year'] - model.baseYear - 1
  const rows: LimitRow[] = []
  for (let y = firstStep; y < model.years; y++) {
    const part = last > firstStep ? Math.min(1, (y - firstStep) / (last - firstStep)) : 1
    const line = share(firstStep) + part * (limits['international-share'] - share(firstStep))
    const cap = Math.max(line, share(y))
    let limit = cap * projection.joiners[y]! - projection.arrivals[y]!
    const terms: Term[] = []
    for (const [c, { lever, step }] of columns.entries()) {
      const weight = lever === 'arrivals' && step === y ? 1 - cap : joinStep[c] === y ? -cap * joiners[c]! : 0
      if (weight === 0) continue
      terms.push([c, weight])
      limit += weight * values[c]!
    }
    // Where no arrivals can be set, nothing could keep to the cap.
    const isSet = terms.some(([c]) => columns[c]!.lever === 'arrivals')
    if (isSet) rows.push(limitRow('international-share', -1, y, '<=', limit, terms))
  }
  return rows
}
