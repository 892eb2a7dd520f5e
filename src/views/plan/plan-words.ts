import type {
  BindingLimit,
  Plan,
  PlanLever,
  PlannedLimit,
  PlannedSetting,
  PlannedTarget,
} from '../../domain/plan.ts'
import { formatCount, formatExactShare } from '../numbers/whole-numbers.ts'

/** What each lever of a plan is called over its table. */
export const LEVER_HEADINGS: Readonly<Record<PlanLever, string>> = {
  places: 'Entrants to training a year',
  arrivals: 'Arrivals from abroad a year',
  retention: 'Share of staff whose employer takes part in the retention programme',
  pay: 'Growth of pay above its path',
}

/** The levers of a plan in the order of their tables. */
export const PLAN_LEVERS = ['places', 'arrivals', 'retention', 'pay'] as const

/** True for levers that are counted in people; the others are shares. */
export const isOfPeople = (lever: PlanLever): boolean => lever === 'places' || lever === 'arrivals'

/** A share in per cent, a decimal only where there is one: `95%`, `0.5%`. */
export const sayShare = (share: number): string => formatExactShare(share).replace('.0%', '%')

/** What the plan is to cover: `no less of need than today`, `95% of need`. */
export const sayTarget = ({ coverage }: Plan['request']): string =>
  coverage === null ? 'no less of need than today' : `${sayShare(coverage)} of need`

/** Whether the limits allow it: a sentence. */
export function sayOutcome({ targets }: Pick<Plan, 'targets'>): string {
  const missed = missedCodes(targets).length
  return missed === 0
    ? 'It meets every target.'
    : `The limits don’t allow that for ${missed} of them; the plan falls least short.`
}

/** How near the full engine came to the plan, a sentence. @param draws what a draw is called */
export function sayConfirmation({ confirmation, iterations, request }: Plan, draw = 'draw'): string {
  const { areas, difference } = confirmation
  const points = (difference * 100).toFixed(2)
  const words = difference <= CONFIRMED ? 'Confirmed' : 'Not confirmed'
  return (
    `${words}: projected with feedback for ${formatCount(areas, 'area')} and ${formatCount(request.draws, draw)}, coverage is ` +
    `within ${points} points of the plan’s at every target, after ${formatCount(iterations, 'linear programme')}.`
  )
}

/** Difference of coverage that a plan is confirmed within. */
const CONFIRMED = 0.001

/** What a plan costs, part by part, in pounds. */
export const costRows = ({ cost, request }: Plan): readonly (readonly [name: string, pounds: number])[] => [
  ['Training', cost.places],
  ['Recruitment from abroad', cost.arrivals],
  ['Retention programme', cost.retention],
  ['Raises of pay', cost.pay],
  ...(request.countStaffPay ? [['Pay of the staff it adds', cost.staff] as const] : []),
  ['Together', cost.total],
]

/** What a lever is set to, code by code in the order of the plan, only where the plan changes something. */
export function changedSettings(
  { settings }: Plan,
  lever: PlanLever,
): readonly (readonly PlannedSetting[])[] {
  const byCode = new Map<string, PlannedSetting[]>()
  for (const entry of settings)
    if (entry.lever === lever) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry])
  return [...byCode.values()].filter((entries) => entries.some(differs))
}

const differs = ({ lever, base, value }: PlannedSetting): boolean =>
  Math.abs(value - base) >= (isOfPeople(lever) ? 1 : 0.0005)

/** Years of a plan that the tables show. */
const YEARS_SHOWN = 5

/** Some years spread evenly, the first and last among them. */
export function spreadYears(years: readonly number[]): readonly number[] {
  const last = years.length - 1
  const places = Array.from({ length: YEARS_SHOWN }, (_, k) => Math.round((k * last) / (YEARS_SHOWN - 1)))
  return [...new Set(places)].map((place) => years[place]!)
}

/** Targets that the plan falls short of, by half a full-time equivalent or more. */
const missedTargets = (targets: readonly PlannedTarget[]): readonly PlannedTarget[] =>
  targets.filter(({ shortfall }) => shortfall >= 0.5)

/** Codes of the occupations that miss a target. */
export const missedCodes = (targets: readonly PlannedTarget[]): readonly string[] => [
  ...new Set(missedTargets(targets).map(({ code }) => code)),
]

/** An occupation that misses a target: in the last year, and in the year furthest short. */
export interface MissedTarget {
  readonly end: PlannedTarget
  readonly worst: PlannedTarget
}

/** The occupations that miss a target. */
export const missed = ({ targets, until }: Plan): readonly MissedTarget[] =>
  missedCodes(targets).map((code) => {
    const own = targets.filter((target) => target.code === code)
    return {
      end: own.find(({ year }) => year === until)!,
      worst: own.reduce((a, b) => (b.shortfall > a.shortfall ? b : a)),
    }
  })

/** Limits shown of each kind of price; the plan’s file for programs has all. */
const LIMITS_SHOWN = 10

/** What loosening a limit by one step means, and how much of the linear programme’s unit that is. */
export const LIMIT_STEPS: Readonly<Record<BindingLimit['kind'], readonly [words: string, part: number]>> = {
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

/** A limit with what a step more in every year it binds is worth. */
export type PricedLimit = readonly [limit: PlannedLimit, worth: number]

/** The limits that keep a plan furthest short (FTE), and those that make it dearest (pounds), the most first. */
export function strongestLimits(binding: readonly PlannedLimit[]): {
  readonly short: readonly PricedLimit[]
  readonly dear: readonly PricedLimit[]
} {
  const priced = (of: 'shortfall' | 'worth', least: number): readonly PricedLimit[] =>
    binding
      .map((limit) => [limit, limit[of] * LIMIT_STEPS[limit.kind][1]] as const)
      .filter(([, worth]) => worth >= least)
      .sort(([, a], [, b]) => b - a)
      .slice(0, LIMITS_SHOWN)
  return { short: priced('shortfall', 0.05), dear: priced('worth', 0.5) }
}

/** The years in which a limit binds: `2028 to 2029`, `3 years from 2027 to 2031`. */
export function sayLimitYears({ years }: PlannedLimit): string {
  const first = years[0]!
  const last = years.at(-1)!
  if (first === last) return String(first)
  const whole = last - first + 1 === years.length
  return whole ? `${first} to ${last}` : `${years.length} years from ${first} to ${last}`
}

/** Headings of the two lists of limits. */
export const LIMIT_HEADINGS = {
  short:
    'What keeps the plan short: FTE that a step more in each year would add, over all years of the target',
  dear: 'What makes it dear: £ that a step more in each year would save',
} as const
