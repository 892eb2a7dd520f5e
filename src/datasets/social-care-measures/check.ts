import type { Finding } from '../../domain/finding.ts'
import type { CouncilArea } from '../social-care-turnover/council-areas.ts'
import type { CouncilSuccessor } from '../social-care-turnover/council-successors.ts'
import type { Measures } from './parse.ts'

/** How far a median may be from the published one: it is published with seven decimals or more. */
const NEAR = 1e-6

/** Councils that lead to no area, medians that the councils don’t give, and how many figures are missing. */
export function checkMeasures(
  { rows, years }: Measures,
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
  file: string,
): readonly Finding[] {
  const known = new Set([...weights.map(({ council }) => council), ...successors.map(({ code }) => code)])
  const lost = new Map(
    rows
      .filter(({ council }) => !known.has(council))
      .map(({ council, councilName }) => [council, councilName]),
  )
  const findings: Finding[] = [...lost].sort().map(([council, name]) => ({
    rule: 'council-unmatched',
    severity: 'warning',
    message: `${name} (${council}) is in no area and counts in none.`,
    place: file,
  }))
  for (const { year, measure, median } of years) {
    const values = rows.flatMap((row) =>
      row.year === year && row.measure === measure && row.value !== null ? [row.value] : [],
    )
    const own = medianOf(values)
    if (own === null || Math.abs(own - median) <= NEAR) continue
    findings.push({
      rule: 'median-recomputed',
      severity: 'warning',
      message: `The median of ${values.length} councils is ${own}, the published one ${median}.`,
      place: `${file}, ${measure}, ${year}`,
    })
  }
  const blank = rows.filter(({ value }) => value === null).length
  if (blank > 0)
    findings.push({
      rule: 'figures-missing',
      severity: 'note',
      message: `${blank} of ${rows.length} figures are missing.`,
      place: file,
    })
  return findings
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
