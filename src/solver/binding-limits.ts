import type { LinearSolution } from '../domain/linear-programme.ts'
import type { BindingLimit, PlanColumn, PlanProblem } from '../domain/plan.ts'
import type { LimitRow } from './plan-limits.ts'

/** Prices below these are rounding: pounds, and FTE. */
const LEAST_POUNDS = 1
const LEAST_FTE = 1e-4
/** FTE of shortfall from which a target counts as missed. */
const LEAST_SHORT = 0.5

interface Optima {
  /** Optimum of the shortfall. */
  readonly first: LinearSolution
  /** Optimum of the cost. */
  readonly second: LinearSolution
  /** Pounds in a unit of the cost's objective. */
  readonly million: number
}

type Binding = { -readonly [Key in keyof BindingLimit]: BindingLimit[Key] } & { years: number[] }

/**
 * The limits that cost something, each with what a unit more in every year it binds is worth: prices of the
 * linear programmes added up by limit and by what it limits, the dearest first. A limit that a shortfall
 * hangs on is worth that shortfall: least shortfall goes before cost.
 */
export function bindingLimits(
  { model, columns, targets }: PlanProblem,
  limits: readonly LimitRow[],
  { first, second, million }: Optima,
): BindingLimit[] {
  const found = new Map<string, Binding>()
  const asked = new Set(targets.map(({ occupation }) => occupation))
  const add = (
    kind: BindingLimit['kind'],
    index: number,
    year: number,
    worth: number,
    shortfall: number,
  ): void => {
    if (Math.abs(worth) < LEAST_POUNDS && Math.abs(shortfall) < LEAST_FTE) return
    const key = `${kind}/${index}`
    const entry = found.get(key) ?? { kind, index, years: [], worth: 0, shortfall: 0 }
    entry.years.push(year)
    entry.worth += worth
    entry.shortfall += shortfall
    found.set(key, entry)
  }
  /** Notes a limit by its prices in both programmes. */
  const price = (
    kind: BindingLimit['kind'],
    index: number,
    year: number,
    fte: number,
    pounds: number,
  ): void => {
    if (Math.abs(fte) >= LEAST_FTE) add(kind, index, year, 0, Math.abs(fte))
    else add(kind, index, year, Math.abs(pounds) * million, 0)
  }
  // The price of a target that falls short is that of all shortfall, whatever it costs.
  for (const [i, { occupation, t }] of targets.entries())
    if (second.values[columns.length + i]! < LEAST_SHORT)
      add('target', occupation, t, Math.abs(second.prices[i]!) * million, 0)
  for (const [k, { kind, index, year }] of limits.entries()) {
    const row = targets.length + k
    if (kind !== 'held') price(kind, index, year, first.prices[row]!, second.prices[row]!)
  }
  for (const [c, column] of columns.entries()) {
    const inFirst = boundOf(column, first.values[c]!, first.reducedCosts[c]!, LEAST_FTE)
    const kind =
      inFirst ?? boundOf(column, second.values[c]!, second.reducedCosts[c]!, LEAST_POUNDS / million)
    if (kind === null) continue
    // Fewer places for others would save money, but are no part of what the plan is asked.
    if (kind === 'places-floor' && !asked.has(model.programmeOccupation[column.index]!)) continue
    price(kind, column.index, column.step, inFirst ? first.reducedCosts[c]! : 0, second.reducedCosts[c]!)
  }
  // What shortfall hangs on has no price in pounds: least shortfall goes before cost.
  return [...found.values()]
    .map((limit) => (limit.shortfall > 0 ? { ...limit, worth: 0 } : limit))
    .sort((x, y) => y.shortfall - x.shortfall || y.worth - x.worth)
}

/** The bound that a column is held at, where loosening it would help. */
function boundOf(
  { lever, lower, upper }: PlanColumn,
  value: number,
  price: number,
  least: number,
): BindingLimit['kind'] | null {
  const near = 1e-6 * Math.max(1, upper)
  // Nobody can cover more than all staff by a retention programme: that is no limit to loosen.
  if (price <= -least && value >= upper - near && lever !== 'retention')
    return lever === 'places' ? 'places-most' : lever === 'arrivals' ? 'arrivals-most' : 'pay-growth'
  if (price >= least && value <= lower + near)
    return lever === 'places' ? 'places-floor' : lever === 'arrivals' ? 'arrivals-floor' : null
  return null
}
