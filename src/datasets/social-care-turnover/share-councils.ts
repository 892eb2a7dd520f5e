import type { CouncilArea } from './council-areas.ts'
import type { CouncilSuccessor } from './council-successors.ts'
import type { CouncilFigure } from './weigh-councils.ts'

/** What an area has of a count of its councils. */
export interface AreaShare {
  readonly area: string
  readonly value: number
  /** Share of the area’s small areas whose council has a figure, 0 to 1. */
  readonly coverage: number
}

/** Gives counts of councils to areas; areas none of whose councils has a figure are left out. */
export interface CouncilShares {
  readonly share: (figures: readonly CouncilFigure[]) => readonly AreaShare[]
  /** True where a council, or one that took over from it, lies in some area. */
  readonly knows: (council: string) => boolean
}

interface Part {
  readonly area: string
  /** Share of the council’s count that goes to the area. */
  readonly share: number
  /** Small areas of the area that the council speaks for. */
  readonly smallAreas: number
}

/**
 * Makes the sharing of counts: a council’s count goes to the areas it lies in by its small areas there, of
 * about 1,700 people each. The count of a council that has been replaced goes to its successors by theirs.
 */
export function createCouncilShares(
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): CouncilShares {
  const present = groupBy(weights, ({ council }) => council)
  const totals = new Map<string, number>()
  for (const { area, smallAreas } of weights) totals.set(area, (totals.get(area) ?? 0) + smallAreas)
  const parts = new Map([...present].map(([council, own]) => [council, partsOf(own, () => 1)]))
  const predecessors = (council: string): number =>
    successors.filter(({ successor }) => successor === council).length
  for (const [code, own] of groupBy(successors, (successor) => successor.code))
    if (!parts.has(code)) {
      const inherited = own.flatMap(({ successor }) => present.get(successor) ?? [])
      parts.set(
        code,
        partsOf(inherited, ({ council }) => 1 / predecessors(council)),
      )
    }
  const areas = [...totals.keys()].sort()
  return {
    knows: (council) => (parts.get(council) ?? []).length > 0,
    share: (figures) => {
      const values = new Map<string, number>()
      const covered = new Map<string, number>()
      for (const { council, value } of figures)
        for (const { area, share, smallAreas } of parts.get(council) ?? []) {
          values.set(area, (values.get(area) ?? 0) + value * share)
          covered.set(area, (covered.get(area) ?? 0) + smallAreas)
        }
      return areas.flatMap((area) => {
        const value = values.get(area)
        if (value === undefined) return []
        return [{ area, value, coverage: Math.min(1, (covered.get(area) ?? 0) / (totals.get(area) ?? 1)) }]
      })
    },
  }
}

/** @param spoken how much of a present council’s territory the one the parts are of speaks for */
function partsOf(own: readonly CouncilArea[], spoken: (weight: CouncilArea) => number): readonly Part[] {
  const total = own.reduce((sum, { smallAreas }) => sum + smallAreas, 0)
  return own.map((weight) => ({
    area: weight.area,
    share: weight.smallAreas / total,
    smallAreas: weight.smallAreas * spoken(weight),
  }))
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}
