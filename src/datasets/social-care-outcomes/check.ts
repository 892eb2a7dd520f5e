import type { Finding } from '../../domain/finding.ts'
import type { CouncilArea } from '../social-care-turnover/council-areas.ts'
import type { CouncilSuccessor } from '../social-care-turnover/council-successors.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import type { Outcomes } from './council-outcome.ts'

/** How far the councils' counts may add up to more or less than England's, in shares: counts are rounded and some suppressed. */
const FAR = 0.02

/** Councils that lead to no area, counts that don't add up to England's, and cells of which a part was left out. */
export function checkOutcomes(
  { edition, rows, twoValues }: Outcomes,
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
  file: string,
): readonly Finding[] {
  const known = new Set([
    ...weights.map(({ council }) => council),
    ...successors.map(({ code }) => code),
    ENGLAND_ONS,
  ])
  const lost = [...new Set(rows.map(({ council }) => council))].filter((council) => !known.has(council))
  const findings: Finding[] = lost.map((council) => ({
    rule: 'council-unmatched',
    severity: 'warning',
    message: `${council} is in no area and counts in none.`,
    place: file,
  }))
  for (const england of rows) {
    if (england.council !== ENGLAND_ONS || england.value === null) continue
    if (!/^2[abc][12]?-numerator$/.test(england.measure)) continue
    const own = rows.filter(
      ({ year, measure, council }) =>
        year === england.year && measure === england.measure && council !== ENGLAND_ONS,
    )
    const sum = own.reduce((total, { value }) => total + (value ?? 0), 0)
    if (Math.abs(sum - england.value) <= FAR * england.value) continue
    const missing = own.filter(({ value }) => value === null).length
    findings.push({
      rule: 'councils-add-up',
      // Suppressed counts explain a sum below England's, nothing one above it.
      severity: sum < england.value && missing > 0 ? 'note' : 'warning',
      message: `The councils add up to ${sum}, England is ${england.value}; ${missing} councils have no figure.`,
      place: `${file}, ${england.measure}, ${england.year}`,
    })
  }
  if (twoValues > 0)
    findings.push({
      rule: 'two-values-in-a-cell',
      severity: 'note',
      message: `${twoValues} cells hold a second figure in brackets; the first was taken.`,
      place: `${file}, edition ${edition}`,
    })
  return findings
}
