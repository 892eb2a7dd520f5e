import { type FactorRows, YEAR_TARGETS } from '../cohort/factor-rows.ts'
import { groupBlocks } from '../cohort/group-blocks.ts'
import { LANES } from '../cohort/lanes.ts'
import type { Shape } from '../cohort/shape.ts'
import type { FactorRow } from './factor-row.ts'

/**
 * Every draw's factors, in two layouts. `groups` is what the kernel reads to simulate: by group of draws,
 * lanes innermost, in the order of `groupBlocks`. `rows` is what it reads to publish, each a row of slots,
 * in the order of `rowOffsets`. Slot i is draw i, the slot after the last draw is the central run and so
 * are any beyond it.
 */
export interface FactorStore {
  readonly groups: Float64Array
  readonly rows: Float64Array
}

/** Numbers in `FactorStore.groups`. */
export const groupsNumbers = (shape: Shape): number => (shape.slots / LANES) * groupBlocks(shape).numbers

/** Where each kind of row starts in `FactorStore.rows`, and the number of numbers in all. */
export function rowOffsets(shape: Shape) {
  const { occupations, services, years, slots, transfers } = shape
  const points = years + 1
  let next = 0
  const take = (rows: number): number => {
    const first = next
    next += rows * slots
    return first
  }
  const offsets = {
    /** [t][v] */
    service: take(points * services),
    /** [t][row] */
    productivity: take(points * shape.productivityRows),
    funding: take(points * shape.fundingRows),
    /** [t][k] */
    transfer: take(points * transfers),
    /** [o] */
    unmet: take(occupations),
    /** [y][row] */
    international: take(years * shape.internationalRows),
  }
  return { ...offsets, numbers: next }
}

/**
 * Prepares the copying of what the kernel reads to publish from a group's factors, see `groupBlocks`, to `rows`.
 * @param made the factors that are made anew; `rows` holds the others already
 */
export function createStoreRows(
  shape: Shape,
  rows: FactorRows,
  made: readonly Pick<FactorRow, 'first' | 'stride' | 'times'>[],
): (values: Float64Array, group: number, factors: Float64Array) => void {
  const { occupations, years, services, slots, transfers } = shape
  const points = years + 1
  const blocks = groupBlocks(shape)
  const offsets = rowOffsets(shape)
  const isMade = new Uint8Array(blocks.numbers / LANES)
  for (const { first, stride, times } of made)
    for (let time = 0; time < times; time++) isMade[first + time * stride] = 1
  /** Where a number goes among the rows, and its place among a group's factors. */
  const copies: (readonly [to: number, place: number])[] = []
  const copy = (to: number, place: number): void => {
    if (isMade[place]) copies.push([to, place * LANES])
  }
  const copyAll = (to: number, first: number, count: number): void => {
    for (let i = 0; i < count; i++) copy(to + i * slots, first + i)
  }
  copyAll(offsets.service, blocks.service, points * services)
  copyAll(offsets.productivity, blocks.productivity, points * shape.productivityRows)
  copyAll(offsets.funding, blocks.funding, points * shape.fundingRows)
  copyAll(offsets.transfer, blocks.transfer, points * transfers)
  copyAll(offsets.unmet, blocks.unmet, occupations)
  const international = YEAR_TARGETS.indexOf('international')
  for (let o = 0; o < occupations; o++) {
    const row = rows.year.row[o * YEAR_TARGETS.length + international]!
    for (let y = 0; y < years; y++)
      copy(
        offsets.international + (y * shape.internationalRows + rows.international.row[o]!) * slots,
        blocks.year + y * shape.yearRows + row,
      )
  }
  return (values, group, factors) => {
    for (const [to, place] of copies)
      for (let lane = 0; lane < LANES; lane++) values[to + group * LANES + lane] = factors[place + lane]!
  }
}
