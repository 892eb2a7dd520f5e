import type { Finding } from '../../domain/finding.ts'
import { BLANKED_UP_TO, isBlanked } from './blanking.ts'
import type { SicknessRow } from './parse.ts'

/** A published rate has two decimals, so the true one is within half a hundredth of it; the rest is binary rounding. */
const RATE_TOLERANCE = 0.005 + 1e-9

/** Rate in per cent from its parts: FTE days lost / FTE days available. */
export const rateOf = (daysLost: number, daysAvailable: number): number => (100 * daysLost) / daysAvailable

/** Published rates that don't follow from the days, and organisations blanked or not blanked against the publisher's rule. */
export function checkSickness(rows: readonly SicknessRow[], file: string): readonly Finding[] {
  return rows.flatMap((row): Finding[] => {
    const place = `${file}, ${row.organisation}, ${row.month}`
    return [...checkRate(row), ...checkBlanking(row)].map((found) => ({ ...found, place }))
  })
}

type Found = Omit<Finding, 'place'>

function checkRate({ daysLost, daysAvailable, rate }: SicknessRow): readonly Found[] {
  if (daysLost === null || daysAvailable === null)
    return [
      {
        rule: 'sickness-days-missing',
        severity: 'note',
        message: 'The publisher gives no days for this organisation, so it is left out of its area.',
      },
    ]
  if (rate === null || daysAvailable === 0) return []
  const ours = rateOf(daysLost, daysAvailable)
  if (Math.abs(ours - rate) <= RATE_TOLERANCE) return []
  return [
    {
      rule: 'sickness-rate-agrees',
      severity: 'warning',
      message: `The published rate is ${rate} %, the days give ${ours.toFixed(2)} %.`,
    },
  ]
}

function checkBlanking({ daysAvailable, rate }: SicknessRow): readonly Found[] {
  if (daysAvailable === null || isBlanked(daysAvailable) === (rate === null)) return []
  const message =
    rate === null
      ? `The rate is blank, though ${daysAvailable} FTE days are available: the publisher blanks at ${BLANKED_UP_TO} or fewer.`
      : `The rate of ${rate} % rests on ${daysAvailable} FTE days available: the publisher blanks at ${BLANKED_UP_TO} or fewer.`
  return [{ rule: 'sickness-blanking', severity: 'warning', message }]
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
