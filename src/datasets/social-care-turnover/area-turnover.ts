import type { CouncilArea } from './council-areas.ts'
import type { CouncilSuccessor } from './council-successors.ts'
import type { CouncilTurnover } from './parse-turnover.ts'

/** Mean turnover of the councils of an area, weighted by their residents there. */
export interface AreaTurnover {
  readonly year: string
  readonly area: string
  readonly turnover: number
  /** Councils with a figure that lie in the area, in whole or in part. */
  readonly councils: number
}

/**
 * Weighs the councils of each area and year. A council that has been replaced gives its figure to its
 * successors; a successor of several gets the mean of theirs. Areas of which no council has a figure are
 * left out of the result.
 */
export function areaTurnovers(
  turnovers: readonly CouncilTurnover[],
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): readonly AreaTurnover[] {
  const years = [...new Set(turnovers.map(({ year }) => year))].sort()
  const areas = [...new Set(weights.map(({ area }) => area))].sort()
  return years.flatMap((year) => {
    const figures = byPresentCouncil(
      turnovers.filter((row) => row.year === year),
      new Set(weights.map(({ council }) => council)),
      successors,
    )
    return areas.flatMap((area): AreaTurnover[] => {
      const parts = weights.flatMap((weight) => {
        const turnover = figures.get(weight.council)
        return weight.area === area && turnover !== undefined ? [{ turnover, weight: weight.smallAreas }] : []
      })
      const total = parts.reduce((sum, { weight }) => sum + weight, 0)
      if (total === 0) return []
      const turnover = parts.reduce((sum, part) => sum + part.turnover * part.weight, 0) / total
      return [{ year, area, turnover, councils: parts.length }]
    })
  })
}

function byPresentCouncil(
  rows: readonly CouncilTurnover[],
  present: ReadonlySet<string>,
  successors: readonly CouncilSuccessor[],
): ReadonlyMap<string, number> {
  const own = new Map<string, number>()
  const inherited = new Map<string, number[]>()
  for (const { council, turnover } of rows) {
    if (turnover === null) continue
    if (present.has(council)) own.set(council, turnover)
    else
      for (const { successor } of successors.filter(({ code }) => code === council))
        inherited.set(successor, [...(inherited.get(successor) ?? []), turnover])
  }
  for (const [council, values] of inherited)
    if (!own.has(council)) own.set(council, values.reduce((sum, value) => sum + value, 0) / values.length)
  return own
}
