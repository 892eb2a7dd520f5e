import { ENGLAND } from '../../src/domain/geography.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import {
  type Projection,
  projectionIndex,
  type ResultArea,
  type RunManifest,
  type SeriesCode,
  STATISTICS,
} from '../../src/domain/projection.ts'

const AREAS: readonly ResultArea[] = [
  { code: ENGLAND, name: 'England', kind: 'country' },
  { code: 'Y56', name: 'London', kind: 'region' },
  { code: 'QKK', name: 'South East London', kind: 'area' },
  { code: 'QMJ', name: 'North Central London', kind: 'area' },
]

const SERIES: readonly SeriesCode[] = [
  { level: 'all', code: 'all', name: 'Health and care' },
  { level: 'sector', code: 'nhs', name: 'NHS hospital and community' },
  { level: 'sector', code: 'primary-care', name: 'Primary care' },
  { level: 'sector', code: 'social-care', name: 'Adult social care' },
  { level: 'staff_group', code: 'midwives', name: 'Midwives' },
  { level: 'occupation', code: 'midwives', name: 'Midwives' },
]

/** Spread of each statistic about the middle, in the order of `STATISTICS`. */
const SPREAD = [1, 1.001, 0.9, 0.93, 0.97, 1.002, 1.03, 1.07, 1.1]

/**
 * A small made-up projection for tests of storage, command line and pages: not the method, only its
 * shape. Flows are absent in the base year; every other value differs from every other.
 */
export function fakeProjection(manifest: Partial<RunManifest> = {}): Projection {
  const full: RunManifest = {
    run: 'a1b2c3d4e5f6',
    scenario: 'no-change',
    seed: 1,
    design: 'sobol',
    draws: 20,
    baseYear: 2026,
    years: 20,
    headroomVersion: '0.1.0',
    code: '0'.repeat(64),
    inputs: { 'reference/sectors.csv': '1'.repeat(64) },
    area: null,
    ...manifest,
  }
  const areas = full.area === null ? AREAS : AREAS.filter(({ code }) => code === full.area)
  const years = Array.from({ length: full.years + 1 }, (_, t) => full.baseYear + t)
  const measures = MEASURES.map(({ code }) => code)
  const shape = { series: SERIES, years, measures }
  const values = new Float64Array(
    areas.length * SERIES.length * years.length * measures.length * STATISTICS.length,
  )
  for (const a of areas.keys())
    for (const s of SERIES.keys())
      for (const t of years.keys())
        for (const [m, measure] of MEASURES.entries())
          for (const k of STATISTICS.keys()) {
            const size = measure.unit === 'share' ? 0.8 : 2_000_000 / (1 + a) / (1 + s)
            const value = size * (1 + t * 0.01 + m * 0.0001) * (t === 0 ? 1 : (SPREAD[k] ?? 1))
            values[projectionIndex(shape, a, s, t, m, k)] = t === 0 && !measure.atBase ? Number.NaN : value
          }
  return { manifest: full, areas, series: SERIES, years, measures, values, findings: [] }
}
