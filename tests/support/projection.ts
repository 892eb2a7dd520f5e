import { ENGLAND } from '../../src/domain/geography.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import {
  type Projection,
  projectionIndex,
  type ResultArea,
  type RunManifest,
  STATISTICS,
} from '../../src/domain/projection.ts'
import type { Reference } from '../../src/domain/reference.ts'
import { createAggregation } from '../../src/results/aggregation.ts'

/** What a made-up projection should be like; every setting has a default. */
export interface TestProjectionOptions {
  readonly seed?: number
  readonly years?: number
  readonly draws?: number
  /** Multiplies need, so that tests can have a surplus (below 1) or a deep shortage. */
  readonly need?: number
  /** Limits the projection to one area. */
  readonly area?: string
  readonly manifest?: Partial<RunManifest>
}

/** Standard normal quantiles of the statistics, `central` and `mean` at the middle. */
const Z: Readonly<Record<string, number>> = {
  p5: -1.645,
  p10: -1.282,
  p25: -0.674,
  p75: 0.674,
  p90: 1.282,
  p95: 1.645,
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function createNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Additive middles of one occupation in one area and year, in the unit of their measure. */
interface Cell {
  heads: number
  fte: number
  need: number
  funded: number
  joiners: number
  leavers: number
  moves: number
  international: number
}
const NOTHING: Cell = {
  heads: 0,
  fte: 0,
  need: 0,
  funded: 0,
  joiners: 0,
  leavers: 0,
  moves: 0,
  international: 0,
}

/**
 * Makes up a plausible projection over the real code lists: areas add up to regions and England, ranges
 * widen with time and narrow with size, some occupations and areas end short and some don't. The same
 * options give the same values. For tests of what people look at; it says nothing about the workforce.
 */
export function createTestProjection(reference: Reference, options: TestProjectionOptions = {}): Projection {
  const { seed = 1, years = 20, draws = 1000, need = 1 } = options
  const { series, aggregation } = createAggregation(reference)
  const everywhere: ResultArea[] = [
    { code: ENGLAND, name: 'England', kind: 'country' },
    ...reference.regions.map(({ code, name }): ResultArea => ({ code, name, kind: 'region' })),
    ...reference.areas.map(({ code, name }): ResultArea => ({ code, name, kind: 'area' })),
  ]
  const areas = options.area ? everywhere.filter(({ code }) => code === options.area) : everywhere
  const calendar = Array.from({ length: years + 1 }, (_, t) => 2025 + t)
  const shape = { series, years: calendar, measures: MEASURES.map(({ code }) => code) }
  const values = new Float64Array(
    areas.length * series.length * calendar.length * MEASURES.length * STATISTICS.length,
  )
  const cells = createCells(reference, seed, calendar.length, need)
  series.forEach(({ level }, s) => {
    const members = aggregation.members.subarray(aggregation.start[s], aggregation.start[s + 1])
    calendar.forEach((_, t) => {
      const local = cells.map((occupations) =>
        sumCells(Array.from(members, (o) => occupations[o]?.[t] ?? NOTHING)),
      )
      areas.forEach((area, a) => {
        const within = reference.areas.flatMap(({ code, region }, r) =>
          area.code === ENGLAND || area.code === code || area.code === region ? [local[r] ?? NOTHING] : [],
        )
        const total = sumCells(within)
        const middles =
          level === 'unpaid_care'
            ? careMiddles(within.length, t)
            : middlesOf(total, t, members.length * within.length)
        MEASURES.forEach(({ code, atBase }, m) => {
          const at = projectionIndex(shape, a, s, t, m, 0)
          const [middle, sd] = (atBase || t > 0 ? middles[code] : undefined) ?? [Number.NaN, 0]
          STATISTICS.forEach((statistic, index) => {
            values[at + index] = middle + (Z[statistic] ?? 0) * sd
          })
        })
      })
    })
  })
  const manifest: RunManifest = {
    run: '0123456789ab',
    scenario: 'no-change',
    seed,
    design: 'sobol',
    draws,
    baseYear: 2025,
    years,
    headroomVersion: '0.1.0',
    code: 'c0de'.repeat(16),
    inputs: { 'reference/areas.csv': 'a5ea'.repeat(16), 'assumptions/sources.csv': '50ce'.repeat(16) },
    area: options.area ?? null,
    ...options.manifest,
  }
  return { manifest, areas, ...shape, values, findings: [] }
}

type Cells = readonly (readonly (readonly Cell[])[])[]

/** Cells [area][occupation][year]. */
function createCells(reference: Reference, seed: number, points: number, needFactor: number): Cells {
  const next = createNumbers(seed)
  const national = reference.occupations.map(() => ({
    heads: 2000 + 400_000 * next() * next() * next() * next(),
    growth: 0.002 + 0.014 * next(),
    needGrowth: 0.008 + 0.012 * next(),
    gap: 1.02 + 0.12 * next(),
  }))
  return reference.areas.map(() => {
    const size = 0.4 + 1.2 * next()
    const tilt = (next() - 0.5) * 0.008
    const unmet = (next() - 0.4) * 0.12
    return national.map((occupation): Cell[] =>
      Array.from({ length: points }, (_, t) => {
        const heads =
          (occupation.heads * size * (1 + (occupation.growth + tilt) * t)) / reference.areas.length
        const need =
          (occupation.heads *
            size *
            0.88 *
            (occupation.gap + unmet) *
            needFactor *
            (1 + occupation.needGrowth * t)) /
          reference.areas.length
        return {
          heads,
          fte: heads * 0.88,
          need,
          funded: need * 0.97,
          joiners: heads * 0.11,
          leavers: heads * 0.1,
          moves: heads * 0.01,
          international: heads * 0.02,
        }
      }),
    )
  })
}

function sumCells(cells: readonly Cell[]): Cell {
  const total = { ...NOTHING }
  for (const cell of cells) {
    total.heads += cell.heads
    total.fte += cell.fte
    total.need += cell.need
    total.funded += cell.funded
    total.joiners += cell.joiners
    total.leavers += cell.leavers
    total.moves += cell.moves
    total.international += cell.international
  }
  return total
}

/** Middle and standard deviation by measure; ranges grow with time and shrink with the number of cells. */
function middlesOf(cell: Cell, t: number, size: number): Readonly<Record<string, readonly [number, number]>> {
  const wide = 0.0025 * t * (1 + 1 / (1 + size / 40))
  const needWide = 0.008 + 0.0022 * t
  const both = cell.fte * wide + cell.need * needWide
  return {
    supply_heads: [cell.heads, cell.heads * wide],
    supply_fte: [cell.fte, cell.fte * wide],
    fte_at_work: [cell.fte, cell.fte * wide],
    need_fte: [cell.need, cell.need * needWide],
    funded_fte: [cell.funded, cell.funded * needWide],
    gap_fte: [cell.fte - cell.need, both * 0.7],
    coverage: [cell.fte / cell.need, (both * 0.7) / cell.need],
    vacancy_rate: [(cell.funded - cell.fte) / cell.funded, (both * 0.7) / cell.funded],
    joiners_heads: [cell.joiners, cell.joiners * (0.03 + wide)],
    leavers_heads: [cell.leavers, cell.leavers * (0.03 + wide)],
    moves_in_heads: [cell.moves, cell.moves * (0.03 + wide)],
    moves_out_heads: [cell.moves, cell.moves * (0.03 + wide)],
    international_share: [cell.international / cell.joiners, (0.02 + wide) / 3],
    staff_per_1000: [cell.fte / size / 100, (cell.fte / size / 100) * wide],
  }
}

/** The same of unpaid care in some areas; ranges grow with time. */
function careMiddles(areas: number, t: number): Readonly<Record<string, readonly [number, number]>> {
  const growth = 1 + 0.02 * t
  return {
    unpaid_hours: [1e8 * areas * growth, 4e5 * areas * t],
    unpaid_hours_per_adult: [2.5 * growth, 0.02 * t],
    heavy_carers: [45_000 * areas * growth, 500 * areas * t],
    heavy_carer_share: [0.04 * growth, 0.0005 * t],
    women_to_men_hours: [1.4 + 0.005 * t, 0.002 * t],
  }
}
