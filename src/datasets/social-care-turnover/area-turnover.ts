import type { CouncilArea } from './council-areas.ts'
import type { CouncilSuccessor } from './council-successors.ts'
import type { CouncilTurnover } from './parse-turnover.ts'
import { weighCouncils } from './weigh-councils.ts'

/** Mean turnover of the councils of an area, weighted by their small areas there. */
export interface AreaTurnover {
  readonly year: string
  readonly area: string
  readonly turnover: number
  /** Councils with a figure that lie in the area, in whole or in part. */
  readonly councils: number
}

/**
 * Weighs the councils of each area and year, see `weighCouncils`. Areas of which no council has a figure are
 * left out of the result.
 */
export function areaTurnovers(
  turnovers: readonly CouncilTurnover[],
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): readonly AreaTurnover[] {
  const years = [...new Set(turnovers.map(({ year }) => year))].sort()
  return years.flatMap((year) => {
    const figures = turnovers.flatMap((row) =>
      row.year === year && row.turnover !== null ? [{ council: row.council, value: row.turnover }] : [],
    )
    return weighCouncils(figures, weights, successors).map(({ area, value, councils }) => ({
      year,
      area,
      turnover: value,
      councils,
    }))
  })
}
