import { HeadroomError } from '../../errors/headroom-error.ts'
import { type MissingReason, missingReason } from '../missing.ts'
import { parseNumber } from '../parse-number.ts'
import type { RawRow } from '../raw-table.ts'

/** A measure of one council, or of England, in one financial year. */
export interface CouncilOutcome {
  readonly year: string
  readonly council: string
  /** Code of the measure in its edition in lower case, with its part: `2c`, `2c-numerator`. */
  readonly measure: string
  readonly value: number | null
  readonly missing: MissingReason | null
}

/** One edition as parsed. */
export interface Outcomes {
  /** Last financial year it is for, for example `2024/25`: its name. */
  readonly edition: string
  readonly rows: readonly CouncilOutcome[]
  /** Cells that held two values, of which the first was taken. */
  readonly twoValues: number
}

/** The parts of a measure: the figure itself has no suffix. */
export const PARTS: ReadonlyMap<string, string> = new Map([
  ['outcome', ''],
  ['numerator', '-numerator'],
  ['denominator', '-denominator'],
])

const TWO_VALUES = /^(\S+) \((?:[\d.,]+|:)\)$/

/** What a published cell holds: a figure, why there is none, and whether a second one stood in brackets. */
export interface OutcomeCell {
  readonly value: number | null
  readonly missing: MissingReason | null
  readonly hasSecond: boolean
}

/**
 * Reads a cell with a figure, a mark for a missing one, or two figures as in `7.7 (7.6)`.
 * @throws HeadroomError `edition-cell`
 */
export function readOutcome(row: RawRow, column: string): OutcomeCell {
  const text = row.optional(column) ?? ''
  const missing = missingReason(text)
  if (missing !== null) return { value: null, missing, hasSecond: false }
  const first = TWO_VALUES.exec(text)?.[1]
  const value = parseNumber(first ?? text)
  if (value === null) row.refuse(column, 'a number, two as in 7.7 (7.6), or a mark such as [c], [x] or [z]')
  // A few scores adjusted for need are below 0; nothing is far below.
  if (value < -1) row.refuse(column, 'a number of -1 or above')
  return { value, missing: null, hasSecond: first !== undefined }
}

/**
 * Refuses a second row for the same thing.
 * @throws HeadroomError `edition-duplicate`
 */
export function refuseTwice(seen: Map<string, number>, row: RawRow, key: string): void {
  const first = seen.get(key)
  if (first !== undefined) throw new HeadroomError('edition-duplicate', { place: row.place, key, first })
  seen.set(key, row.number)
}
