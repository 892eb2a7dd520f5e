import type { Design } from './ensemble.ts'
import type { Finding } from './finding.ts'

/** Published statistics of an ensemble, in the order they are stored. `central` is the run with every assumption at its centre. */
export const STATISTICS = ['central', 'mean', 'p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const
export type Statistic = (typeof STATISTICS)[number]

/** What a series is about. */
export type Level = 'occupation' | 'staff_group' | 'sector' | 'all' | 'unpaid_care'

/** One line of the second axis of a projection. */
export interface SeriesCode {
  readonly level: Level
  /** Code of the occupation, staff group or sector; `all` for all staff, the sector’s own for unpaid care. */
  readonly code: string
  readonly name: string
}

/** One line of the first axis: England, then the regions, then the areas. */
export interface ResultArea {
  /** `ENG`, a region code, or an area code. */
  readonly code: string
  readonly name: string
  readonly kind: 'country' | 'region' | 'area'
}

/** What a run was, enough to do it again. */
export interface RunManifest {
  /** First twelve hex digits of the hash of inputs, code, seed, draws, design, years and scenario. */
  readonly run: string
  readonly scenario: string
  readonly seed: number
  readonly draws: number
  readonly design: Design
  readonly baseYear: number
  readonly years: number
  readonly headroomVersion: string
  /** SHA-256 of the program's own code. */
  readonly code: string
  /** SHA-256 of each file under `data/`, by path. */
  readonly inputs: Readonly<Record<string, string>>
  /** Area the run was limited to, or null for England. */
  readonly area: string | null
}

/**
 * A finished projection: the hand-off from the engine to tables, charts and pages.
 * `values` is [area][series][year][measure][statistic]; NaN marks a value that does not apply
 * (a flow in the base year, a share of nothing) and is never written to a file.
 */
export interface Projection {
  readonly manifest: RunManifest
  readonly areas: readonly ResultArea[]
  readonly series: readonly SeriesCode[]
  /** Calendar years of the 31 Marches, base year first. */
  readonly years: readonly number[]
  /** Codes of `MEASURES`, in order. */
  readonly measures: readonly string[]
  readonly values: Float64Array
  readonly findings: readonly Finding[]
}

/** Columns of the tidy files that results are written to, in order. */
export const PROJECTION_COLUMNS = [
  'run',
  'scenario',
  'year',
  'area',
  'level',
  'code',
  'measure',
  'unit',
  'statistic',
  'value',
] as const

/** Position of a value in `Projection.values`. Callers pass indices that are in range. */
export function projectionIndex(
  projection: Pick<Projection, 'series' | 'years' | 'measures'>,
  area: number,
  series: number,
  year: number,
  measure: number,
  statistic: number,
): number {
  const { series: s, years, measures } = projection
  return (
    (((area * s.length + series) * years.length + year) * measures.length + measure) * STATISTICS.length +
    statistic
  )
}
