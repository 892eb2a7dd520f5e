import type { Area, Region } from './geography.ts'
import type { Occupation, Sector, StaffGroup } from './occupation.ts'

/** The pinned code lists of `data/reference/`; array order is the order of every table and result. */
export interface Reference {
  readonly sectors: readonly Sector[]
  readonly staffGroups: readonly StaffGroup[]
  /** Occupations counted in posts. */
  readonly occupations: readonly Occupation[]
  readonly regions: readonly Region[]
  /** The 42 areas, ordered by region and then by code, so that a region is a run of neighbours. */
  readonly areas: readonly Area[]
}
