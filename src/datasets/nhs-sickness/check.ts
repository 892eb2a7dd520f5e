import type { Finding } from '../../domain/finding.ts'
import type { SicknessRow } from './parse.ts'

/** The published rate has two decimals, so a true one is within half a hundredth of it, in per cent. */
const RATE_TOLERANCE = 0.0051

/**
 * Published rates that don't follow from the days, organisations whose days the publisher blanks, and
 * changes in the number of organisations from month to month.
 */
export function checkSickness(rows: readonly SicknessRow[], file: string): readonly Finding[] {
  const findings: Finding[] = []
  for (const { month, organisation, daysLost, daysAvailable, rate } of rows) {
    const place = `${file}, ${organisation}, ${month}`
    if (daysLost === null || daysAvailable === null)
      findings.push({
        rule: 'sickness-days-missing',
        severity: 'note',
        message: 'The publisher gives no days for this organisation, so it is left out of its area.',
        place,
      })
    else if (rate !== null && daysAvailable > 0) {
      const ours = (100 * daysLost) / daysAvailable
      if (Math.abs(ours - rate) > RATE_TOLERANCE)
        findings.push({
          rule: 'sickness-rate-agrees',
          severity: 'warning',
          message: `The published rate is ${rate} %, the days give ${ours.toFixed(2)} %.`,
          place,
        })
    }
  }
  return findings
}

/** Notes where the number of organisations differs from the month before: mergers, closures, or rows lost. */
export function checkOrganisations(rows: readonly SicknessRow[]): readonly Finding[] {
  const counts = new Map<string, number>()
  for (const { month } of rows) counts.set(month, (counts.get(month) ?? 0) + 1)
  const months = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return months.flatMap(([month, count], index): Finding[] => {
    const before = months[index - 1]
    if (before === undefined || before[1] === count) return []
    return [
      {
        rule: 'sickness-organisations',
        severity: 'note',
        message: `${count} organisations, against ${before[1]} in ${before[0]}.`,
        place: month,
      },
    ]
  })
}
