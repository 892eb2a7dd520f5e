import type { Shape } from '../cohort/shape.ts'
import type { FactorRow } from './factor-row.ts'
import { type FactorStore, groupsNumbers, rowOffsets } from './factor-store.ts'

/** Factors that one run leaves for the next, which then works out only the rows that come from something else. */
export interface KeptFactors {
  /** Where a run's factors go: over those of the run before, where they are as many. */
  numbers(shape: Shape): FactorStore
  /**
   * The rows that the numbers don't hold yet. From now until `finish` they hold none for certain.
   * @param sources stands for each assumption and effect: another object, another draw
   */
  missing(rows: readonly FactorRow[], sources: readonly object[]): readonly FactorRow[]
  /** Notes that the rows missing are in place, in every group. */
  finish(): void
}

/** A row and what it was made from. */
interface MadeRow extends Pick<FactorRow, 'first' | 'stride' | 'times'> {
  readonly sources: readonly object[]
  /** Copies: a model's arrays may change. */
  readonly constants: readonly Float64Array[]
}

export function createKeptFactors(): KeptFactors {
  let store: FactorStore = { groups: new Float64Array(0), rows: new Float64Array(0) }
  let made: readonly MadeRow[] = []
  let making: readonly MadeRow[] = []
  return {
    numbers(shape) {
      const [groups, rows] = [groupsNumbers(shape), rowOffsets(shape).numbers]
      if (store.groups.length !== groups || store.rows.length !== rows) {
        store = { groups: new Float64Array(groups), rows: new Float64Array(rows) }
        made = []
      }
      return store
    },
    missing(rows, sources) {
      const before = made
      made = []
      making = rows.map(({ first, stride, times, entries, constants }, i) => {
        const row = { first, stride, times, sources: entries.map((entry) => sources[entry]!), constants }
        const last = before[i]
        return last && isSame(last, row)
          ? last
          : { ...row, constants: constants.map((values) => values.slice()) }
      })
      return rows.filter((_, i) => making[i] !== before[i])
    },
    finish() {
      made = making
    },
  }
}

function isSame(a: MadeRow, b: MadeRow): boolean {
  return (
    a.first === b.first &&
    a.stride === b.stride &&
    a.times === b.times &&
    areAlike(a.sources, b.sources, (one, other) => one === other) &&
    areAlike(a.constants, b.constants, (one, other) => areAlike(one, other, Object.is))
  )
}

function areAlike<T>(a: ArrayLike<T>, b: ArrayLike<T>, isAlike: (one: T, other: T) => boolean): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!isAlike(a[i]!, b[i]!)) return false
  return true
}
