import { type FactorRows, YEAR_TARGETS } from '../cohort/factor-rows.ts'
import { groupBlocks } from '../cohort/group-blocks.ts'
import { LANES } from '../cohort/lanes.ts'
import type { Shape } from '../cohort/shape.ts'

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
 * Copies what the kernel reads to publish from a group's factors to `rows`.
 * @param factors the group's, see `groupBlocks`
 */
export function storeRows(
  values: Float64Array,
  shape: Shape,
  rows: FactorRows,
  group: number,
  factors: Float64Array,
): void {
  const { occupations, years, services, slots, transfers } = shape
  const points = years + 1
  const blocks = groupBlocks(shape)
  const offsets = rowOffsets(shape)
  const copy = (to: number, place: number): void => {
    const at = to + group * LANES
    for (let lane = 0; lane < LANES; lane++) values[at + lane] = factors[place * LANES + lane]!
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
}
