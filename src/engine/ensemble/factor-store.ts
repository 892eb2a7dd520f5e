import type { DrawFactors } from '../../domain/draw-factors.ts'
import { LANES } from '../cohort/lanes.ts'
import { groupNumbers, type Shape, YEAR_FACTORS } from '../cohort/layout.ts'

/**
 * Every draw's factors, in two layouts. `groups` is what the kernel reads to simulate: by group of
 * draws, lanes innermost, as `Task.factors` and then attendance [r][t]. `rows` is what it reads to
 * publish: services [t][v], productivity [t][o], unmet need [o], arrivals from abroad [y][o], each a row
 * of slots. Slot i is draw i, the slot after the last draw is the central run and so are any beyond it.
 */
export interface FactorStore {
  readonly groups: Float64Array
  readonly rows: Float64Array
}

/** Numbers of one group in `FactorStore.groups`. */
export const groupBlock = (shape: Shape): number =>
  groupNumbers(shape) + shape.areas * (shape.years + 1) * LANES

/** Numbers in `FactorStore.groups`. */
export const groupsNumbers = (shape: Shape): number => (shape.slots / LANES) * groupBlock(shape)

/** Where each kind of row starts in `FactorStore.rows`, and the number of numbers in all. */
export function rowOffsets({ occupations, services, years, slots }: Shape) {
  const points = years + 1
  const productivity = points * services * slots
  const unmet = productivity + points * occupations * slots
  const international = unmet + occupations * slots
  return {
    service: 0,
    productivity,
    unmet,
    international,
    numbers: international + years * occupations * slots,
  }
}

/** Stores the factors of one group of draws, one for each lane. */
export function storeGroup(
  store: FactorStore,
  shape: Shape,
  group: number,
  draws: readonly DrawFactors[],
): void {
  draws.forEach((draw, lane) => {
    storeLane(store.groups, group * groupBlock(shape) + lane, shape, draw)
    storeSlot(store.rows, group * LANES + lane, shape, draw)
  })
}

function storeLane(groups: Float64Array, first: number, shape: Shape, draw: DrawFactors): void {
  const { occupations, years, services, areas } = shape
  const points = years + 1
  let at = first
  const put = (value: number): void => {
    groups[at] = value
    at += LANES
  }
  for (let y = 0; y < years; y++)
    for (let o = 0; o < occupations; o++) {
      const i = o * years + y
      put(draw.leave[i]!)
      put(draw.retire[i]!)
      put(draw.ill[i]!)
      put(draw.training[i]!)
      put(draw.international[i]!)
      put(draw.returning[i]!)
      put(draw.fill[i]!)
    }
  if ((at - first) / LANES !== years * occupations * YEAR_FACTORS)
    throw new Error('the factors of a year and the kernel’s layout differ')
  for (let y = 0; y < years; y++) put(draw.move[y]!)
  for (let t = 0; t < points; t++) for (let v = 0; v < services; v++) put(draw.service[v * points + t]!)
  for (let t = 0; t < points; t++)
    for (let o = 0; o < occupations; o++) put(draw.productivity[o * points + t]!)
  for (let i = 0; i < areas * points; i++) put(draw.attendance[i]!)
}

function storeSlot(rows: Float64Array, slot: number, shape: Shape, draw: DrawFactors): void {
  const { occupations, years, services, slots } = shape
  const points = years + 1
  const offsets = rowOffsets(shape)
  for (let t = 0; t < points; t++) {
    for (let v = 0; v < services; v++)
      rows[offsets.service + (t * services + v) * slots + slot] = draw.service[v * points + t]!
    for (let o = 0; o < occupations; o++)
      rows[offsets.productivity + (t * occupations + o) * slots + slot] = draw.productivity[o * points + t]!
  }
  for (let o = 0; o < occupations; o++) {
    rows[offsets.unmet + o * slots + slot] = draw.unmet[o]!
    for (let y = 0; y < years; y++)
      rows[offsets.international + (y * occupations + o) * slots + slot] = draw.international[o * years + y]!
  }
}
