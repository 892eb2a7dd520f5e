import type { Finding } from '../../domain/finding.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { sumOf } from './activity-tables.ts'
import type { FinanceReturn, ReturnRow } from './parse-finance-return.ts'
import type { ActivityReturn } from './parse-return.ts'
import type { UnitCosts, Weeks } from './parse-unit-costs.ts'

/** Figures are rounded to 5 by the publisher. */
const ROUNDED = 2.5
/** How far the councils may be from England where the file keeps every decimal, as a share. */
const EXACT = 1e-6
/** Half of the last decimal of published unit costs, in pounds, and of their parts. */
const HALF = 0.005

/** Sums of the councils that aren’t England’s figure, and figures below 0. */
export function checkReturn(
  { year, measures, figures, england }: ActivityReturn,
  file: string,
): readonly Finding[] {
  const place = `${file}, ${year}`
  const findings: Finding[] = []
  const short: string[] = []
  let unpublished = 0
  for (const { code } of measures) {
    const published = england.get(code)?.value ?? null
    const own = figures.filter(({ measure }) => measure === code)
    const missing = own.filter(({ value }) => value === null).length
    const sum = sumOf(own)
    if (published === null) unpublished += 1
    else if (Math.abs(sum - published) > ROUNDED * (own.length + 1)) {
      if (sum < published && missing > 0) short.push(`${code} ${percent(sum / published)}`)
      else
        findings.push({
          rule: 'councils-add-up',
          severity: 'warning',
          message: `${code}: the councils add up to ${sum}, England is ${published}; ${missing} councils have no figure.`,
          place,
        })
    }
  }
  if (short.length > 0)
    findings.push({
      rule: 'councils-below-england',
      severity: 'note',
      message: `England’s figure has estimates for councils without one; the others come to these shares of it: ${short.join(', ')}.`,
      place,
    })
  if (unpublished > 0)
    findings.push({
      rule: 'england-unpublished',
      severity: 'note',
      message: `${unpublished} of ${measures.length} measures have no figure of England to compare the councils with.`,
      place,
    })
  return [
    ...findings,
    ...negatives(
      figures.map(({ value }) => value),
      place,
    ),
  ]
}

/** Unit costs that their parts don’t give, sums that differ from England, columns nobody knows. */
export function checkUnitCosts({ year, rows, strange }: UnitCosts, file: string): readonly Finding[] {
  const place = `${file}, ${year}`
  const findings: Finding[] = []
  const councils = rows.filter(({ council }) => council !== ENGLAND_ONS)
  const off = councils.filter((row) => !isRecomputed(row))
  if (off.length > 0)
    findings.push({
      rule: 'unit-costs-recomputed',
      severity: 'warning',
      message: `${off.length} of ${councils.length} unit costs are not their cost over their weeks.`,
      place,
    })
  let same = 0
  let most = 0
  const below: string[] = []
  const england = rows.filter((row) => row.council === ENGLAND_ONS && row.weeks !== null)
  for (const { kind, weeks } of england) {
    const sum = councils.reduce((total, row) => total + (row.kind === kind ? (row.weeks ?? 0) : 0), 0)
    const ratio = sum / (weeks || 1)
    if (Math.abs(ratio - 1) < 1e-5) same += 1
    else if (ratio < 1) below.push(`${kind.replaceAll('\t', ', ')} (${percent(ratio)})`)
    most = Math.max(most, ratio - 1)
  }
  if (same < england.length)
    findings.push({
      rule: 'councils-add-up',
      severity: below.length > 0 ? 'warning' : 'note',
      message:
        `${same} of ${england.length} weeks add up to England’s; the others are up to ${percent(most)} above it, as England leaves out ` +
        `councils with only one of cost and weeks.${below.length > 0 ? ` Below it: ${below.join('; ')}.` : ''}`,
      place,
    })
  if (strange.length > 0)
    findings.push({
      rule: 'unknown-column',
      severity: 'warning',
      message: `No council or region: ${strange.join(', ')}. These columns were not read.`,
      place,
    })
  return [
    ...findings,
    ...negatives(
      councils.flatMap(({ weeks, cost }) => [weeks, cost]),
      place,
    ),
  ]
}

/** True where a published unit cost is its cost over its weeks, as far as their decimals tell. */
export function isRecomputed({ weeks, cost, unitCost }: Weeks): boolean {
  if (weeks === null || cost === null || unitCost === null || weeks === 0) return true
  const slack = HALF + (1000 * HALF) / Math.abs(weeks) + (Math.abs(unitCost) * HALF) / Math.abs(weeks)
  return Math.abs((1000 * cost) / weeks - unitCost) <= slack + 1e-9
}

/** Sums that differ from England, kinds of which a council is missing, keys without a label. */
export function checkFinanceReturn(
  { rows, unlabelled, voluntary }: FinanceReturn,
  file: string,
  isNet: boolean,
): readonly Finding[] {
  const findings: Finding[] = []
  const kinds = new Map<string, ReturnRow[]>()
  for (const row of rows) {
    const key = `${row.year}, ${row.kind.replaceAll('\t', ', ')}`
    kinds.set(key, [...(kinds.get(key) ?? []), row])
  }
  const most = Math.max(...[...kinds.values()].map((group) => group.length))
  for (const [kind, group] of kinds) {
    const england = group.find(({ council }) => council === ENGLAND_ONS)
    const own = group.filter(({ council }) => council !== ENGLAND_ONS)
    if (group.length < most)
      findings.push({
        rule: 'kinds-complete',
        severity: 'warning',
        message: `${group.length} rows where others have ${most}.`,
        place: `${file}, ${kind}`,
      })
    england?.values.forEach((published, index) => {
      const sum = own.reduce((total, { values }) => total + (values[index] ?? 0), 0)
      if (Math.abs(sum - (published ?? 0)) > Math.max(HALF, EXACT * Math.abs(published ?? 0)))
        findings.push({
          rule: 'councils-add-up',
          severity: 'warning',
          message: `The councils add up to ${sum.toFixed(2)}, England is ${published === null ? 'without a figure' : published.toFixed(2)}.`,
          place: `${file}, ${kind}`,
        })
    })
  }
  if (unlabelled.length > 0)
    findings.push({
      rule: 'key-unlabelled',
      severity: 'warning',
      message: `Not in finance-return-keys.csv, so kept as they are: ${unlabelled.join(', ')}.`,
      place: file,
    })
  if (voluntary > 0)
    findings.push({
      rule: 'voluntary-items',
      severity: 'note',
      message: `${voluntary} rows are of voluntary items, which most councils leave out; they were not read.`,
      place: file,
    })
  // Net amounts may well be below 0: income above expenditure.
  return isNet
    ? findings
    : [
        ...findings,
        ...negatives(
          rows.flatMap(({ values }) => values),
          file,
        ),
      ]
}

function negatives(values: readonly (number | null)[], place: string): readonly Finding[] {
  const below = values.filter((value): value is number => value !== null && value < 0)
  if (below.length === 0) return []
  return [
    {
      rule: 'negative-value',
      severity: 'note',
      message: `${below.length} figures are below 0, down to ${below.reduce((least, value) => Math.min(least, value), 0)}; they stand as published.`,
      place,
    },
  ]
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
