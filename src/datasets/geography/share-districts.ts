import type { DistrictArea } from './district-areas.ts'
import type { DistrictSuccessor } from './district-successors.ts'

/** The share of a district that lies in an area. */
export interface AreaPart {
  readonly area: string
  /** Above 0 to 1; the shares of a district sum to 1. */
  readonly share: number
}

/**
 * Makes the function that says where a district lies: by its own small areas; by those of the district
 * that took it over, for older codes; by those of the districts that went into it, for later ones. Null
 * for a code that leads nowhere.
 */
export function createDistrictSharer(
  weights: readonly DistrictArea[],
  successors: readonly DistrictSuccessor[],
): (district: string) => readonly AreaPart[] | null {
  const own = new Map<string, DistrictArea[]>()
  for (const weight of weights) own.set(weight.district, [...(own.get(weight.district) ?? []), weight])
  const weightsOf = (district: string): readonly DistrictArea[] => {
    const found = own.get(district)
    if (found) return found
    const later = successors.find(({ code }) => code === district)
    if (later) return own.get(later.successor) ?? []
    return successors
      .filter(({ successor }) => successor === district)
      .flatMap(({ code }) => own.get(code) ?? [])
  }
  const known = new Map<string, readonly AreaPart[] | null>()
  return (district) => {
    const before = known.get(district)
    if (before !== undefined) return before
    const parts = toShares(weightsOf(district))
    known.set(district, parts)
    return parts
  }
}

function toShares(weights: readonly DistrictArea[]): readonly AreaPart[] | null {
  const total = weights.reduce((sum, { smallAreas }) => sum + smallAreas, 0)
  if (total === 0) return null
  const sums = new Map<string, number>()
  for (const { area, smallAreas } of weights) sums.set(area, (sums.get(area) ?? 0) + smallAreas)
  return [...sums].map(([area, smallAreas]) => ({ area, share: smallAreas / total }))
}
