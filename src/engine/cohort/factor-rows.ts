import type { EngineModel, UncertainFactor, UncertaintyTarget } from '../../domain/engine-model.ts'

/**
 * Which occupations have the same factors in every draw, so that a draw keeps one row for all of them:
 * whole staff groups and sectors share most assumptions, and a thousand draws of England's would
 * otherwise take 90 megabytes.
 */
export interface FactorRows {
  /** Row of each occupation's factors of a year, in the order of `YEAR_TARGETS` [o][target]. */
  readonly year: Uint32Array
  readonly yearCount: number
  /** Row of each occupation's productivity [o]. */
  readonly productivity: Uint32Array
  readonly productivityCount: number
}

/** The factors on one occupation in one year, in the kernel's order (`FACTOR_…` of assembly/task.ts). */
export const YEAR_TARGETS = [
  'leave',
  'retire',
  'ill',
  'training',
  'international',
  'return',
  'fill',
] as const satisfies readonly UncertaintyTarget[]

/** Finds the rows of a model's draws. */
export function factorRows(model: EngineModel): FactorRows {
  const { occupations } = model
  const trains = new Set(model.programmeOccupation)
  const recruitsAbroad = (o: number): boolean =>
    model.international.subarray(o * model.years, (o + 1) * model.years).some((heads) => heads !== 0)
  /** The same key for the same factors: what they multiply, and which assumptions cover it. */
  const key = (target: UncertaintyTarget, o: number): string => {
    const covering = model.uncertainty.filter((factor) => factor.target === target && covers(factor, o))
    const cover = covering.map(({ id }) => id).join(' ')
    if (target === 'training') return trains.has(o) ? `${target} ${o}` : target
    if (target === 'international') return recruitsAbroad(o) ? `${target} ${o}` : target
    if (target === 'productivity') return `${target} ${model.productivity[o]} ${cover}`
    return `${target} ${cover}`
  }
  const everyOccupation = Array.from({ length: occupations }, (_, o) => o)
  const year = numbered(everyOccupation.flatMap((o) => YEAR_TARGETS.map((target) => key(target, o))))
  const productivity = numbered(everyOccupation.map((o) => key('productivity', o)))
  return {
    year: year.rows,
    yearCount: year.count,
    productivity: productivity.rows,
    productivityCount: productivity.count,
  }
}

const covers = ({ members }: UncertainFactor, o: number): boolean =>
  members.length === 0 || members.includes(o)

/** Numbers keys from 0 in the order they first appear. */
function numbered(keys: readonly string[]): { rows: Uint32Array; count: number } {
  const numbers = new Map<string, number>()
  const rows = Uint32Array.from(keys, (key) => {
    const row = numbers.get(key) ?? numbers.size
    numbers.set(key, row)
    return row
  })
  return { rows, count: numbers.size }
}
