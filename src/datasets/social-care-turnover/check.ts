import type { Finding } from '../../domain/finding.ts'
import type { AreaFinder } from '../area-names.ts'
import type { AreaTurnover } from './area-turnover.ts'
import type { CouncilArea } from './council-areas.ts'
import type { CouncilSuccessor } from './council-successors.ts'
import { type CouncilTurnover, ENGLAND_ONS } from './parse-turnover.ts'
import { meanOfAreas } from './weigh-councils.ts'

/** How far the mean of the areas may be from England's published figure before it is worth a look, in share of staff. */
const FAR = 0.02

/** Councils that lead to no area, areas without a figure, and means far from England's. */
export function checkCouncilTurnover(
  rows: readonly CouncilTurnover[],
  areaRows: readonly AreaTurnover[],
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
  areas: AreaFinder,
): readonly Finding[] {
  const known = new Set([
    ...weights.map(({ council }) => council),
    ...successors.map(({ code }) => code),
    ENGLAND_ONS,
  ])
  const lost = new Map(
    rows
      .filter(({ council }) => !known.has(council))
      .map(({ council, councilName }) => [council, councilName]),
  )
  const findings: Finding[] = [...lost].map(([council, name]) => ({
    rule: 'council-unmatched',
    severity: 'warning',
    message: `${name} (${council}) is in no area and counts in none.`,
    place: 'council-turnover.csv',
  }))
  for (const year of [...new Set(rows.map((row) => row.year))].sort()) {
    const ofYear = areaRows.filter((row) => row.year === year)
    const absent = areas.codes.filter((code) => !ofYear.some(({ area }) => area === code))
    if (absent.length > 0)
      findings.push({
        rule: 'area-turnover-complete',
        severity: 'note',
        message: `No council of ${absent.join(', ')} has a figure.`,
        place: `area-turnover.csv, ${year}`,
      })
    const england = rows.find((row) => row.year === year && row.council === ENGLAND_ONS)?.turnover ?? null
    const mean = meanOfAreas(
      ofYear.map(({ area, turnover }) => ({ area, value: turnover })),
      weights,
    )
    if (england !== null && mean !== null)
      findings.push({
        rule: 'area-turnover-near-england',
        severity: Math.abs(mean - england) > FAR ? 'warning' : 'note',
        message: `The areas’ mean, weighted by small areas, is ${(100 * mean).toFixed(1)} %, England’s figure ${(100 * england).toFixed(1)} %.`,
        place: `area-turnover.csv, ${year}`,
      })
  }
  return findings
}
