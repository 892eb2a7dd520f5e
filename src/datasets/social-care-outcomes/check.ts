import type { Finding } from '../../domain/finding.ts'
import type { CouncilArea } from '../social-care-turnover/council-areas.ts'
import type { CouncilSuccessor } from '../social-care-turnover/council-successors.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { meanOfAreas, weighCouncils } from '../social-care-turnover/weigh-councils.ts'
import { roundTo } from '../tidy-table.ts'
import type { CouncilOutcome, Outcomes } from './council-outcome.ts'

/** How far the councils' counts may add up to more or less than England's, in shares: counts are rounded and some suppressed. */
const FAR = 0.02
/** How far the mean of the areas may be from England’s figure before it is named, as a share of it. */
const APART = 0.05

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
  findings.push(...compareWithEngland(rows, weights, successors, file))
  if (twoValues > 0)
    findings.push({
      rule: 'two-values-in-a-cell',
      severity: 'note',
      message: `${twoValues} cells hold a second figure in brackets; the first was taken.`,
      place: `${file}, edition ${edition}`,
    })
  return findings
}

/**
 * How far the means of the areas are from England’s figure, measure by measure, in the last year that has both:
 * England is of all people, the means weigh areas by how many live there.
 */
function compareWithEngland(
  rows: readonly CouncilOutcome[],
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
  file: string,
): readonly Finding[] {
  const latest = new Map<string, CouncilOutcome>()
  for (const row of rows)
    if (row.council === ENGLAND_ONS && row.value !== null && !row.measure.includes('-'))
      if ((latest.get(row.measure)?.year ?? '') < row.year) latest.set(row.measure, row)
  const apart: string[] = []
  let compared = 0
  for (const { year, measure, value: england } of [...latest.values()].sort((a, b) =>
    a.measure < b.measure ? -1 : 1,
  )) {
    const figures = rows.flatMap(({ council, value, ...row }) =>
      row.year === year && row.measure === measure && council !== ENGLAND_ONS && value !== null
        ? [{ council, value }]
        : [],
    )
    const mean = meanOfAreas(weighCouncils(figures, weights, successors), weights)
    if (mean === null || england === null || england === 0) continue
    compared += 1
    if (Math.abs(mean - england) > APART * Math.abs(england))
      apart.push(`${measure} ${roundTo(mean, 1)} against ${england} (${year})`)
  }
  if (compared === 0) return []
  return [
    {
      rule: 'areas-near-england',
      severity: 'note',
      message:
        `The areas’ means are within ${100 * APART} % of England’s figure for ${compared - apart.length} of ${compared} measures` +
        `${apart.length > 0 ? `; further away: ${apart.join(', ')}` : ''}.`,
      place: file,
    },
  ]
}
