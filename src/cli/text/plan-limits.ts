import type { BindingLimit, PlannedLimit } from '../../domain/plan.ts'
import { formatWhole } from './format.ts'
import { alignTable } from './table.ts'

/** Limits shown of each kind of price; `plan.json` has all. */
const SHOWN = 10

/** What loosening a limit by one step means, and how much of the linear programme’s unit that is. */
const STEPS: Readonly<Record<BindingLimit['kind'], readonly [words: string, part: number]>> = {
  target: ['one FTE less asked for', 1],
  placements: ['one more placement', 1],
  'places-growth': ['one more entrant beyond the growth allowed', 1],
  'places-fall': ['one entrant fewer than the year before', 1],
  'places-floor': ['one entrant fewer than the least allowed', 1],
  'places-most': ['one more entrant than the most allowed', 1],
  'arrivals-growth': ['one more arrival beyond the growth allowed', 1],
  'arrivals-fall': ['one arrival fewer than the fall allowed', 1],
  'arrivals-floor': ['one arrival fewer than the least allowed', 1],
  'arrivals-most': ['one more arrival than the most allowed', 1],
  'international-share': ['one more arrival within the cap', 1],
  'retention-rise': ['1 % more staff who can join in a year', 0.01],
  'pay-growth': ['0.1 points more growth of pay', 0.001],
}

/** What binds a plan, in words: what one step more, in every year it binds, is worth. */
export function formatLimits(binding: readonly PlannedLimit[]): string[] {
  const list = (heading: string, rows: readonly (readonly [PlannedLimit, string])[]): string[] =>
    rows.length === 0
      ? []
      : [
          [
            heading,
            ...alignTable(
              rows.map(([limit, worth]) => [`  ${worth}`, STEPS[limit.kind][0], limit.code, yearsOf(limit)]),
              ['right', 'left', 'left', 'left'],
            ),
          ].join('\n'),
        ]
  const short = binding
    .map((limit) => [limit, limit.shortfall * STEPS[limit.kind][1]] as const)
    .filter(([, fte]) => fte >= 0.05)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
  const dear = binding
    .map((limit) => [limit, limit.worth * STEPS[limit.kind][1]] as const)
    .filter(([, pounds]) => pounds >= 0.5)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
  return [
    ...list(
      'What keeps the plan short: FTE that a step more in each year would add, over all years of the target',
      short.map(([limit, fte]) => [limit, fte.toFixed(1)]),
    ),
    ...list(
      'What makes it dear: £ that a step more in each year would save',
      dear.map(([limit, pounds]) => [limit, formatWhole(pounds)]),
    ),
  ]
}

function yearsOf({ years }: PlannedLimit): string {
  const first = years[0]!
  const last = years.at(-1)!
  if (first === last) return String(first)
  const whole = last - first + 1 === years.length
  return whole ? `${first} to ${last}` : `${years.length} years from ${first} to ${last}`
}
