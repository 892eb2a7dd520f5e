import type { CouncilArea } from './council-areas.ts'
import type { CouncilSuccessor } from './council-successors.ts'

/** A figure of one council. */
export interface CouncilFigure {
  readonly council: string
  readonly value: number
}

/** The mean of the councils of an area. */
export interface AreaMean {
  readonly area: string
  readonly value: number
  /** Councils with a figure that lie in the area, in whole or in part. */
  readonly councils: number
}

/**
 * Means of the councils of each area, weighted by their small areas there. A council that has been
 * replaced gives its figure to its successors; a successor of several gets the mean of theirs. Areas of
 * which no council has a figure are left out.
 */
export function weighCouncils(
  figures: readonly CouncilFigure[],
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): readonly AreaMean[] {
  const present = byPresentCouncil(figures, new Set(weights.map(({ council }) => council)), successors)
  return [...new Set(weights.map(({ area }) => area))].sort().flatMap((area): AreaMean[] => {
    const parts = weights.flatMap((weight) => {
      const value = present.get(weight.council)
      return weight.area === area && value !== undefined ? [{ value, weight: weight.smallAreas }] : []
    })
    const total = parts.reduce((sum, { weight }) => sum + weight, 0)
    if (total === 0) return []
    const value = parts.reduce((sum, part) => sum + part.value * part.weight, 0) / total
    return [{ area, value, councils: parts.length }]
  })
}

function byPresentCouncil(
  figures: readonly CouncilFigure[],
  present: ReadonlySet<string>,
  successors: readonly CouncilSuccessor[],
): ReadonlyMap<string, number> {
  const own = new Map<string, number>()
  const inherited = new Map<string, number[]>()
  for (const { council, value } of figures)
    if (present.has(council)) own.set(council, value)
    else
      for (const { successor } of successors.filter(({ code }) => code === council))
        inherited.set(successor, [...(inherited.get(successor) ?? []), value])
  for (const [council, values] of inherited)
    if (!own.has(council)) own.set(council, values.reduce((sum, value) => sum + value, 0) / values.length)
  return own
}

/**
 * Mean of areas, weighted by their small areas: what figures of councils say of England, where England’s own
 * figure is to be compared with. Null where there are no areas.
 */
export function meanOfAreas(
  means: readonly { readonly area: string; readonly value: number }[],
  weights: readonly CouncilArea[],
): number | null {
  const sizes = new Map<string, number>()
  for (const { area, smallAreas } of weights) sizes.set(area, (sizes.get(area) ?? 0) + smallAreas)
  const size = (area: string): number => sizes.get(area) ?? 0
  const total = means.reduce((sum, { area }) => sum + size(area), 0)
  return total === 0 ? null : means.reduce((sum, { area, value }) => sum + value * size(area), 0) / total
}
