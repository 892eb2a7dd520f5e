import type { Plan, PlanLever, PlannedSetting, PlannedTarget } from '../../domain/plan.ts'
import { formatCount, formatExactShare, formatRounded, formatWhole } from './format.ts'
import { formatLimits } from './plan-limits.ts'
import { alignTable, wrapText } from './table.ts'

/** Years of a plan that the tables show, spread evenly. */
const YEARS_SHOWN = 5
const WIDTH = 96

const HEADINGS: Readonly<Record<PlanLever, string>> = {
  places: 'Entrants to training a year',
  arrivals: 'Arrivals from abroad a year',
  retention: 'Share of staff whose employer takes part in the retention programme',
  pay: 'Growth of pay above its path',
}

/** A plan in words and tables: what it reaches and costs, what it sets, what binds, how it was confirmed. */
export function formatPlan(plan: Plan): string {
  return [
    ...opening(plan),
    ...costs(plan),
    ...(['places', 'arrivals', 'retention', 'pay'] as const).flatMap((lever) => settings(plan, lever)),
    ...shortfalls(plan),
    ...formatLimits(plan.binding),
    ...closing(plan),
  ].join('\n\n')
}

const percent = (share: number): string => formatExactShare(share).replace('.0%', '%')

function opening({ request, from, until, targets }: Plan): string[] {
  const codes = new Set(targets.map(({ code }) => code))
  const missed = new Set(shortOf(targets).map(({ code }) => code))
  const what =
    request.coverage === null ? 'no less of need than today' : `${percent(request.coverage)} of need`
  const aim =
    `Least-cost plan for ${formatCount(codes.size, 'occupation')}: cover ${what} in ${request.quantile} of 100 ` +
    `draws, from ${from} to ${until}.`
  const result =
    missed.size === 0
      ? 'It meets every target.'
      : `The limits don’t allow that for ${missed.size} of them; the plan falls least short.`
  return [wrapText(`${aim} ${result}`, WIDTH)]
}

function costs({ cost, request, baseYear, until, limits }: Plan): string[] {
  const rows = [
    ['Training', cost.places],
    ['Recruitment from abroad', cost.arrivals],
    ['Retention programme', cost.retention],
    ['Raises of pay', cost.pay],
    ...(request.countStaffPay ? [['Pay of the staff it adds', cost.staff] as const] : []),
    ['Together', cost.total],
  ] as const
  const table = alignTable(
    rows.map(([name, pounds]) => [name, million(pounds)]),
    ['left'],
  )
  const heading = `Cost beyond “no change”, £ million from ${baseYear} to ${until}, discounted at ${percent(limits['discount-rate'])} a year`
  return [[heading, ...table.map((line) => `  ${line}`)].join('\n')]
}

const million = (pounds: number): string => formatWhole(pounds / 1e6)

function settings({ settings: all }: Plan, lever: PlanLever): string[] {
  const byCode = new Map<string, PlannedSetting[]>()
  for (const entry of all)
    if (entry.lever === lever) byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry])
  const changed = [...byCode.values()].filter((entries) => entries.some(differs))
  if (changed.length === 0) return []
  const years = spread(changed[0]!.map(({ year }) => year))
  const say = (value: number): string =>
    lever === 'places' || lever === 'arrivals' ? formatRounded(value) : percent(value)
  const rows = changed.map((entries) => [
    entries[0]!.code,
    say(entries[0]!.base),
    ...years.map((year) => say(entries.find((entry) => entry.year === year)!.value)),
  ])
  const table = alignTable([['', 'today', ...years.map(String)], ...rows], ['left'])
  return [[HEADINGS[lever], ...table.map((line) => `  ${line}`)].join('\n')]
}

const differs = ({ lever, base, value }: PlannedSetting): boolean =>
  Math.abs(value - base) >= (lever === 'places' || lever === 'arrivals' ? 1 : 0.0005)

/** Some years spread evenly, the first and last among them. */
function spread(years: readonly number[]): number[] {
  const last = years.length - 1
  const places = Array.from({ length: YEARS_SHOWN }, (_, k) => Math.round((k * last) / (YEARS_SHOWN - 1)))
  return [...new Set(places)].map((place) => years[place]!)
}

const shortOf = (targets: readonly PlannedTarget[]): PlannedTarget[] =>
  targets.filter(({ shortfall }) => shortfall >= 0.5)

function shortfalls({ targets, until, unreached, leftOut, request }: Plan): string[] {
  const codes = [...new Set(shortOf(targets).map(({ code }) => code))]
  const rows = codes.map((code) => {
    const own = targets.filter((target) => target.code === code)
    const worst = own.reduce((a, b) => (b.shortfall > a.shortfall ? b : a))
    const end = own.find(({ year }) => year === until)!
    return [
      code,
      percent(end.target),
      percent(end.unplanned),
      percent(end.confirmed),
      formatRounded(worst.shortfall),
      String(worst.year),
    ]
  })
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

function closing({ confirmation, iterations, request }: Plan): string[] {
  const points = (confirmation.difference * 100).toFixed(2)
  const words = confirmation.difference <= 0.001 ? 'Confirmed' : 'Not confirmed'
  return [
    wrapText(
      `${words}: projected with feedback for ${formatCount(confirmation.areas, 'area')} and ${formatCount(request.draws, 'draw')}, coverage is ` +
        `within ${points} points of the plan’s at every target, after ${formatCount(iterations, 'linear programme')}.`,
      WIDTH,
    ),
  ]
}
