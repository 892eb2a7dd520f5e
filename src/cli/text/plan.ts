import type { Plan, PlanLever } from '../../domain/plan.ts'
import {
  changedSettings,
  costRows,
  isOfPeople,
  LEVER_HEADINGS,
  missed,
  PLAN_LEVERS,
  sayConfirmation,
  sayOutcome,
  sayShare,
  sayTarget,
  spreadYears,
} from '../../views/plan/plan-words.ts'
import { formatCount, formatRounded, formatWhole } from './format.ts'
import { formatLimits } from './plan-limits.ts'
import { alignTable, wrapText } from './table.ts'

const WIDTH = 96

/** A plan in words and tables: what it reaches and costs, what it sets, what binds, how it was confirmed. */
export function formatPlan(plan: Plan): string {
  return [
    opening(plan),
    costs(plan),
    ...PLAN_LEVERS.flatMap((lever) => settings(plan, lever)),
    ...shortfalls(plan),
    ...formatLimits(plan.binding),
    wrapText(sayConfirmation(plan), WIDTH),
  ].join('\n\n')
}

function opening(plan: Plan): string {
  const { request, from, until, targets } = plan
  const count = new Set(targets.map(({ code }) => code)).size
  const aim =
    `Least-cost plan for ${formatCount(count, 'occupation')}: cover ${sayTarget(request)} in ${request.quantile} of 100 ` +
    `draws, from ${from} to ${until}.`
  return wrapText(`${aim} ${sayOutcome(plan)}`, WIDTH)
}

function costs(plan: Plan): string {
  const { baseYear, until, limits } = plan
  const table = alignTable(
    costRows(plan).map(([name, pounds]) => [name, formatWhole(pounds / 1e6)]),
    ['left'],
  )
  const heading = `Cost beyond “no change”, £ million from ${baseYear} to ${until}, discounted at ${sayShare(limits['discount-rate'])} a year`
  return [heading, ...table.map((line) => `  ${line}`)].join('\n')
}

function settings(plan: Plan, lever: PlanLever): string[] {
  const changed = changedSettings(plan, lever)
  if (changed.length === 0) return []
  const years = spreadYears(changed[0]!.map(({ year }) => year))
  const say = isOfPeople(lever) ? formatRounded : sayShare
  const rows = changed.map((entries) => [
    entries[0]!.code,
    say(entries[0]!.base),
    ...years.map((year) => say(entries.find((entry) => entry.year === year)!.value)),
  ])
  const table = alignTable([['', 'today', ...years.map(String)], ...rows], ['left'])
  return [[LEVER_HEADINGS[lever], ...table.map((line) => `  ${line}`)].join('\n')]
}

function shortfalls(plan: Plan): string[] {
  const { until, unreached, leftOut, request } = plan
  const rows = missed(plan).map(({ end, worst }) => [
    end.code,
    sayShare(end.target),
    sayShare(end.unplanned),
    sayShare(end.confirmed),
    formatRounded(worst.shortfall),
    String(worst.year),
  ])
  const head = ['', 'target', 'no change', 'plan', 'short of, FTE', 'in']
  return [
    ...(rows.length === 0
      ? []
      : [
          [
            `Cannot be met within the limits: coverage in ${until}, and the year furthest short`,
            ...alignTable([head, ...rows], ['left']).map((line) => `  ${line}`),
          ].join('\n'),
        ]),
    ...(unreached.length === 0
      ? []
      : [wrapText(`No training programme reaches: ${unreached.join(', ')}.`, WIDTH)]),
    // Who asked for some occupations knows that the others are left as they are.
    ...(leftOut.length === 0 || request.occupations.length > 0
      ? []
      : [wrapText(`Not planned for, and as in “no change”: ${leftOut.join(', ')}.`, WIDTH)]),
  ]
}
