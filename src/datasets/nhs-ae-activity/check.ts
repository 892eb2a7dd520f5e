import type { Finding } from '../../domain/finding.ts'
import { columnKey } from '../raw-table.ts'
import { ACTIVITY_COLUMNS, REQUIRED_COLUMNS, UNREAD_COLUMN } from './kind.ts'
import { type ActivityMonth, MEASURES } from './parse.ts'

/** Totals that differ from the organisations, columns nobody knows, and what lies with organisations without an area. */
export function checkActivity(
  { month, rows, total, columns }: ActivityMonth,
  isKnown: (organisation: string) => boolean,
  file: string,
): readonly Finding[] {
  const findings: Finding[] = []
  for (const measure of MEASURES) {
    const sum = rows.reduce((part, { activity }) => part + activity[measure], 0)
    if (sum !== total[measure])
      findings.push({
        rule: 'ae-adds-up',
        severity: 'warning',
        message: `${ACTIVITY_COLUMNS[measure]}: the organisations come to ${sum}, the published total is ${total[measure]}.`,
        place: `${file}, ${month}`,
      })
  }
  const required = REQUIRED_COLUMNS.map(columnKey)
  const strange = columns.filter((name) => !required.includes(columnKey(name)) && !UNREAD_COLUMN.test(name))
  if (strange.length > 0) {
    const named = strange.filter((name) => name !== '')
    const names = named.length > 0 ? `, headed ${named.join(', ')}` : ''
    findings.push({
      rule: 'ae-columns',
      severity: 'note',
      message: `${strange.length} columns are not of the publication (${strange.length - named.length} without a heading${names}); they are not read.`,
      place: file,
    })
  }
  const unmatched = rows.filter(({ organisation }) => !isKnown(organisation))
  const attended = (part: typeof rows): number =>
    part.reduce((sum, { activity }) => sum + activity.type1 + activity.type2 + activity.type3, 0)
  if (unmatched.length > 0)
    findings.push({
      rule: 'ae-unmatched',
      severity: 'note',
      message: `${unmatched.length} of ${rows.length} organisations, with ${attended(unmatched)} of ${attended(rows)} attendances, are in no area: they stay as area unmatched.`,
      place: `${file}, ${month}`,
    })
  return findings
}
