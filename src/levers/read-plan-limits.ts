import type { Judged, Source } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { PLAN_LIMITS, type PlanLimit } from '../domain/plan.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { readTable } from '../tables/table.ts'
import { JUDGEMENT, readJudgement } from './read-parameters.ts'

const FILE = 'levers/plan-limits.csv'
const LIMITS = Object.keys(PLAN_LIMITS) as PlanLimit[]

/** Least and most a limit can be, by its unit. */
export const RANGES: Readonly<Record<(typeof PLAN_LIMITS)[PlanLimit], readonly [min: number, max: number]>> =
  {
    'share a year': [0, 1],
    share: [0, 1],
    people: [0, 10_000],
    year: [2000, 2100],
  }

/** A limit of plans: a line of `data/levers/plan-limits.csv`. */
export interface LimitValue {
  readonly limit: PlanLimit
  readonly value: number
  readonly unit: string
}

/**
 * Reads the limits that plans keep to.
 * @throws HeadroomError naming what is damaged, repeated, missing, unsigned or in another unit
 */
export function readPlanLimits(
  files: InputFiles,
  sources: ReadonlyMap<string, Source>,
): ReadonlyMap<PlanLimit, Judged<LimitValue>> {
  const found = new Map<PlanLimit, Judged<LimitValue>>()
  for (const row of readTable(files, FILE, ['limit', 'value', 'unit', ...JUDGEMENT]).rows) {
    const limit = row.oneOf('limit', LIMITS)
    const unit = row.oneOf('unit', [PLAN_LIMITS[limit]])
    const first = found.get(limit)?.judgement.row
    if (first !== undefined)
      throw new HeadroomError('table-duplicate', { file: row.file, row: row.number, key: limit, first })
    const [min, max] = RANGES[unit]
    const value = row.numeric('value', { min, max })
    found.set(limit, { limit, value, unit, judgement: readJudgement(row, sources) })
  }
  for (const limit of LIMITS)
    if (!found.has(limit))
      throw new HeadroomError('table-incomplete', { file: `data/${FILE}`, missing: limit })
  return found
}
