import type { Rows } from '../cohort/factor-rows.ts'

/**
 * A row of factors, one number for each time and lane, worked out from what was drawn. Of what shares a row
 * (`FactorRows`) one stands for all.
 */
export interface FactorRow {
  /** Place of its first number among the group's, and numbers to the next time's. */
  readonly first: number
  readonly stride: number
  /** Times of the row. */
  readonly times: number
  /** Fills the row [time][lane]; `out` has the rows before it. */
  readonly make: (drawn: Float64Array, row: Float64Array, out: Float64Array) => void
}

/** The first of what has each row, in the order of rows. */
export function firstOf({ row, count }: Rows): number[] {
  const first = new Array<number>(count)
  for (let i = row.length - 1; i >= 0; i--) first[row[i]!] = i
  return first
}
