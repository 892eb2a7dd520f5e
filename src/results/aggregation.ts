import type { Aggregation } from '../domain/ensemble.ts'
import type { SeriesCode } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'

/** Code and name of the series that adds up everything. */
export const ALL = { code: 'all', name: 'All health and care staff' } as const

/**
 * The published series: all, each sector, each staff group, each occupation, in that order, with the
 * occupations each adds up; last unpaid care, the sector counted in hours, which adds up no occupations.
 */
export function createAggregation(reference: Reference): {
  readonly series: readonly SeriesCode[]
  readonly aggregation: Aggregation
} {
  const { occupations, sectors, staffGroups } = reference
  const indices = occupations.map((_, o) => o)
  const candidates: { readonly code: SeriesCode; readonly members: readonly number[] }[] = [
    { code: { level: 'all', ...ALL }, members: indices },
    ...sectors.map(({ code, name }) => ({
      code: { level: 'sector' as const, code, name },
      members: indices.filter((o) => occupations[o]?.sector === code),
    })),
    ...staffGroups.map(({ code, name }) => ({
      code: { level: 'staff_group' as const, code, name },
      members: indices.filter((o) => occupations[o]?.staffGroup === code),
    })),
    ...occupations.map(({ code, name }, o) => ({
      code: { level: 'occupation' as const, code, name },
      members: [o],
    })),
  ]
  const kept = candidates.filter(({ members }) => members.length > 0)
  const care = sectors.find(({ counting }) => counting === 'hours')
  if (care) kept.push({ code: { level: 'unpaid_care', code: care.code, name: care.name }, members: [] })
  const start = new Int32Array(kept.length + 1)
  for (const [i, { members }] of kept.entries()) start[i + 1] = start[i]! + members.length
  return {
    series: kept.map(({ code }) => code),
    aggregation: {
      start,
      members: Int32Array.from(kept.flatMap(({ members }) => members)),
      ...(care && { care: kept.length - 1 }),
    },
  }
}
