import type { Finding } from '../../domain/finding.ts'
import type { Apprentices } from './parse.ts'

/** A published count is rounded to 10, so it may be this far from the true one. */
const ROUNDING = 5

/** Suppressed counts, and groups whose starts add up to more than all of an authority. */
export function checkApprentices(rows: readonly Apprentices[], file: string): readonly Finding[] {
  const findings: Finding[] = []
  const suppressed = rows.filter(({ starts }) => starts.missing === 'suppressed').length
  if (suppressed > 0)
    findings.push({
      rule: 'counts-suppressed',
      severity: 'note',
      message: `Starts are suppressed in ${suppressed} of ${rows.length} rows: sums of groups are too low.`,
      place: file,
    })
  for (const all of rows) {
    if (all.group !== 'all' || all.starts.people === null) continue
    const parts = rows.filter(
      (row) =>
        row.group !== 'all' &&
        row.year === all.year &&
        row.authority === all.authority &&
        row.level === all.level &&
        row.starts.people !== null,
    )
    const sum = parts.reduce((total, { starts }) => total + (starts.people ?? 0), 0)
    if (sum <= all.starts.people + ROUNDING * (parts.length + 1)) continue
    findings.push({
      rule: 'groups-add-up',
      severity: 'warning',
      message: `Starts by group add up to ${sum}, all are ${all.starts.people}.`,
      place: `${file}, ${all.authority}, ${all.year}, level ${all.level}`,
    })
  }
  return findings
}
