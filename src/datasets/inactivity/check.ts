import type { Finding } from '../../domain/finding.ts'
import type { Release } from './parse.ts'

/** How far the reasons may add up to more or less than the total, as a share: each is adjusted for the season on its own. */
const FAR = 0.005

/** Quarters that are missing in a release, and reasons that don't add up to the total. */
export function checkRelease({ vintage, quarters }: Release): readonly Finding[] {
  const findings: Finding[] = []
  const place = `inactivity.csv, ${vintage}`
  quarters.forEach(({ quarter, index, people }, position) => {
    const before = quarters[position - 1]
    if (before && index !== before.index + 1)
      findings.push({
        rule: 'quarters-complete',
        severity: 'warning',
        message: `${index - before.index - 1} quarters are missing before ${quarter}.`,
        place,
      })
    const all = people.get('all') ?? 0
    const reasons = [...people].filter(([reason]) => reason !== 'all')
    const sum = reasons.reduce((total, [, count]) => total + count, 0)
    if (reasons.length === 7 && Math.abs(sum - all) > FAR * all)
      findings.push({
        rule: 'reasons-add-up',
        severity: 'warning',
        message: `The reasons of ${quarter} add up to ${Math.round(sum)}, the total is ${Math.round(all)}.`,
        place,
      })
  })
  return findings
}
