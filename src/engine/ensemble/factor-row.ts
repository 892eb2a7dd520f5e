import type { Rows } from '../cohort/factor-rows.ts'

/** How a row of factors is worked out, and from what: nothing else may decide its numbers. */
export interface FactorRecipe {
  /** Places of the assumptions and effects that it is made from. */
  readonly entries: readonly number[]
  /** Numbers of the model that it is made from. */
  readonly constants: readonly Float64Array[]
  /** Fills the row [time][lane]; `out` has the rows before it. */
  readonly make: (drawn: Float64Array, row: Float64Array, out: Float64Array) => void
}

/** A row of factors, one number for each time and lane. Of what shares a row (`FactorRows`) one stands for all. */
export interface FactorRow extends FactorRecipe {
  /** Place of its first number among the group's, and numbers to the next time's. */
  readonly first: number
  readonly stride: number
  /** Times of the row. */
  readonly times: number
}

/** The first of what has each row, in the order of rows. */
export function firstOf({ row, count }: Rows): number[] {
  const first = new Array<number>(count)
  for (let i = row.length - 1; i >= 0; i--) first[row[i]!] = i
  return first
}
