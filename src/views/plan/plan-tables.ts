import type { Plan, PlanLever, PlanLimit, PlanLimits } from '../../domain/plan.ts'
import { PLAN_LIMITS } from '../../domain/plan.ts'
import { html, type Markup } from '../markup.ts'
import { formatRounded, formatWhole } from '../numbers/whole-numbers.ts'
import { writeTable } from '../tables/data-table.ts'
import { LIMIT_NAMES } from './limit-names.ts'
import {
  changedSettings,
  costRows,
  isOfPeople,
  LEVER_HEADINGS,
  LIMIT_STEPS,
  missed,
  type PricedLimit,
  sayLimitYears,
  sayShare,
  spreadYears,
} from './plan-words.ts'

/** What a plan costs, part by part. */
export const costTable = (plan: Plan): Markup =>
  writeTable({
    id: 'plan-cost',
    caption: `Cost beyond going on as now, £ million from ${plan.baseYear} to ${plan.until} together. The middle of what is assumed; no range was worked out for it.`,
    columns: [{ label: 'Part' }, { label: '£ million', numeric: true }],
    rows: costRows(plan).map(([header, pounds]) => ({ header, cells: [signedWhole(pounds / 1e6)] })),
  })

const signedWhole = (value: number): string =>
  `${Math.round(value) < 0 ? '−' : ''}${formatWhole(Math.abs(value))}`

/** The occupations that miss a target, and by how much; null where none does. */
export function missedTable(plan: Plan): Markup | null {
  const rows = [...missed(plan)].sort((a, b) => b.worst.shortfall - a.worst.shortfall)
  if (rows.length === 0) return null
  return writeTable({
    id: 'plan-missed',
    caption: `Occupations that miss the target: coverage of need in ${plan.until} that ${plan.request.quantile} of 100 runs reach, and how many full-time staff are missing in the year furthest short.`,
    columns: [
      { label: 'Occupation' },
      { label: 'Target', numeric: true },
      { label: 'As now', numeric: true },
      { label: 'With the plan', numeric: true },
      { label: 'Short of', numeric: true },
      { label: 'In', numeric: true },
    ],
    rows: rows.map(({ end, worst }) => ({
      header: end.name,
      cells: [
        sayShare(end.target),
        sayShare(end.unplanned),
        sayShare(end.confirmed),
        formatRounded(worst.shortfall),
        String(worst.year),
      ],
    })),
  })
}

/** What a lever is set to, in some years; null where the plan leaves it. */
export function settingsTable(plan: Plan, lever: PlanLever): Markup | null {
  const changed = changedSettings(plan, lever)
  if (changed.length === 0) return null
  const years = spreadYears(changed[0]!.map(({ year }) => year))
  const say = isOfPeople(lever) ? formatRounded : sayShare
  return writeTable({
    id: `plan-${lever}`,
    caption: `${LEVER_HEADINGS[lever]}: as now, and with the plan in the year that starts on 31 March.`,
    columns: [
      { label: lever === 'places' ? 'Programme' : 'Occupation' },
      { label: 'As now', numeric: true },
      ...years.map((year) => ({ label: String(year), numeric: true })),
    ],
    rows: changed.map((entries) => ({
      header: entries[0]!.name,
      cells: [
        say(entries[0]!.base),
        ...years.map((year) => say(entries.find((entry) => entry.year === year)!.value)),
      ],
    })),
  })
}

/** Limits with what a step more in each year is worth; null where none binds. @param kind FTE nearer to the targets, or pounds saved */
export function limitTable(priced: readonly PricedLimit[], kind: 'short' | 'dear'): Markup | null {
  if (priced.length === 0) return null
  const isShort = kind === 'short'
  return writeTable({
    id: `plan-limits-${kind}`,
    caption: isShort
      ? 'What keeps the plan short: full-time staff that one step more in every year would add, over all years of the target'
      : 'What makes the plan dear: pounds that one step more in every year would save',
    columns: [
      { label: 'One step more' },
      { label: 'For' },
      { label: 'In the years' },
      { label: isShort ? 'Adds' : 'Saves', numeric: true },
    ],
    rows: priced.map(([limit, worth]) => ({
      header: LIMIT_STEPS[limit.kind][0],
      cells: [limit.name, sayLimitYears(limit), isShort ? worth.toFixed(1) : `£${formatWhole(worth)}`],
    })),
  })
}

/** What a limit of the data rests on. */
export interface LimitGround {
  readonly value: number
  readonly quality: string
  readonly note: string
}

/** The limits a plan kept to, and what each rests on. */
export const keptLimits = (limits: PlanLimits, grounds: ReadonlyMap<PlanLimit, LimitGround>): Markup =>
  writeTable({
    id: 'plan-kept',
    caption: 'Limits that the plan keeps to. Red is largely judgement, amber close to something published.',
    columns: [{ label: 'Limit' }, { label: 'Value', numeric: true }, { label: 'How good' }, { label: 'Why' }],
    rows: (Object.keys(LIMIT_NAMES) as PlanLimit[]).map((code) => {
      const ground = grounds.get(code)
      const isOwn = ground === undefined || ground.value !== limits[code]
      return {
        header: LIMIT_NAMES[code],
        cells: [
          sayLimit(code, limits[code]),
          isOwn
            ? 'set by the reader'
            : html`<span class="hr-mark hr-mark--${ground.quality}">${ground.quality}</span>`,
          isOwn && ground ? `Instead of ${sayLimit(code, ground.value)}.` : (ground?.note ?? ''),
        ],
      }
    }),
  })

/** A limit with its unit. */
function sayLimit(code: PlanLimit, value: number): string {
  const unit = PLAN_LIMITS[code]
  if (unit === 'year') return String(value)
  if (unit === 'people') return formatWhole(value)
  return sayShare(value)
}
