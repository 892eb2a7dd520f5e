import type { Finding } from '../../domain/finding.ts'
import { absentMonths } from '../parse-month.ts'
import type { ReasonRow } from './parse.ts'

/** Months left out, reasons that some months have and others lack, and days the publisher doesn't give. */
export function checkReasons(rows: readonly ReasonRow[], file: string): readonly Finding[] {
  const findings: Finding[] = []
  const months = new Set(rows.map(({ month }) => month))
  for (const month of absentMonths(months))
    findings.push({
      rule: 'sickness-reason-months',
      severity: 'warning',
      message: `${month} is left out between months that are there.`,
      place: file,
    })
  const cells = new Set(rows.map(({ month, staffGroup, code }) => `${month} ${staffGroup} ${code}`))
  const series = new Set(rows.map(({ staffGroup, code }) => `${staffGroup} ${code}`))
  for (const month of months)
    for (const one of series)
      if (!cells.has(`${month} ${one}`))
        findings.push({
          rule: 'sickness-reason-complete',
          severity: 'warning',
          message: `${one} has no row in ${month}, but has one in other months.`,
          place: file,
        })
  const missing = rows.filter(({ daysLost }) => daysLost === null).length
  if (missing > 0)
    findings.push({
      rule: 'sickness-reason-missing',
      severity: 'note',
      message: `${missing} rows give no days lost; they are left out of the table.`,
      place: file,
    })
  return findings
}

/** What later editions of one import changed in months that earlier ones hold too. */
export function checkRevisions(
  editions: readonly { readonly period: string; readonly rows: readonly ReasonRow[] }[],
): readonly Finding[] {
  return editions.flatMap((later, index) =>
    editions.slice(0, index).flatMap((earlier): Finding[] => {
      const before = new Map(earlier.rows.map((row) => [keyOf(row), row.daysLost]))
      const changed = later.rows.filter((row) => {
        const days = before.get(keyOf(row))
        return days !== undefined && days !== row.daysLost
      })
      if (changed.length === 0) return []
      const message = `${changed.length} figures differ from those of the edition of ${earlier.period}, the first for ${changed[0]?.code} in ${changed[0]?.month}.`
      return [{ rule: 'sickness-reason-revised', severity: 'note', message, place: later.period }]
    }),
  )
}

const keyOf = ({ month, staffGroup, code }: ReasonRow): string => `${month} ${staffGroup} ${code}`
