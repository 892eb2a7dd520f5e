import type { DrawFactors } from '../../domain/draw-factors.ts'
import { type FactorRows, YEAR_TARGETS } from '../cohort/factor-rows.ts'
import { LANES } from '../cohort/lanes.ts'
import { groupNumbers, type Shape } from '../cohort/layout.ts'

/**
 * Every draw's factors, in two layouts. `groups` is what the kernel reads to simulate: by group of
 * draws, lanes innermost: years [y][row], moves [y], services [t][v], productivity [t][row], attendance
 * [r][t]. `rows` is what it reads to publish: services [t][v], productivity [t][row], unmet need [o],
 * arrivals from abroad [y][o], each a row of slots. Slot i is draw i, the slot after the last draw is the
 * central run and so are any beyond it.
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
export function rowOffsets({ occupations, services, years, slots, productivityRows }: Shape) {
  const points = years + 1
  const productivity = points * services * slots
  const unmet = productivity + points * productivityRows * slots
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
  rows: FactorRows,
  group: number,
  draws: readonly DrawFactors[],
): void {
  const first = { year: firsts(rows.year), productivity: firsts(rows.productivity) }
  draws.forEach((draw, lane) => {
    storeLane(store.groups, group * groupBlock(shape) + lane, shape, rows, first, draw)
    storeSlot(store.rows, group * LANES + lane, shape, rows, draw)
  })
}

/** The tables of a draw behind `YEAR_TARGETS`, in their order. */
const yearTables = (draw: DrawFactors): readonly Float64Array[] => [
  draw.leave,
  draw.retire,
  draw.ill,
  draw.training,
  draw.international,
  draw.returning,
  draw.fill,
]

/** Writes a number; occupations that share a row must bring the same. */
function putShared(values: Float64Array, at: number, value: number, isFirst: boolean): void {
  if (isFirst) values[at] = value
  else if (values[at] !== value)
    throw new Error(`occupations that share assumptions have the factors ${values[at]} and ${value}`)
}

/** True where entry i is the first with its row. */
const firsts = (rows: Uint32Array): boolean[] => {
  const seen = new Set<number>()
  return Array.from(rows, (row) => !seen.has(row) && seen.add(row).has(row))
}

function storeLane(
  groups: Float64Array,
  first: number,
  shape: Shape,
  rows: FactorRows,
  isFirst: { readonly year: readonly boolean[]; readonly productivity: readonly boolean[] },
  draw: DrawFactors,
): void {
  const { occupations, years, services, areas } = shape
  const points = years + 1
  const targets = YEAR_TARGETS.length
  const tables = yearTables(draw)
  for (let y = 0; y < years; y++)
    for (let i = 0; i < occupations * targets; i++) {
      const value = tables[i % targets]![Math.floor(i / targets) * years + y]!
      putShared(groups, first + (y * rows.yearCount + rows.year[i]!) * LANES, value, isFirst.year[i]!)
    }
  const moves = first + years * rows.yearCount * LANES
  for (let y = 0; y < years; y++) groups[moves + y * LANES] = draw.move[y]!
  const service = moves + years * LANES
  for (let t = 0; t < points; t++)
    for (let v = 0; v < services; v++)
      groups[service + (t * services + v) * LANES] = draw.service[v * points + t]!
  const productivity = service + points * services * LANES
  for (let t = 0; t < points; t++)
    for (let o = 0; o < occupations; o++) {
      const at = productivity + (t * rows.productivityCount + rows.productivity[o]!) * LANES
      putShared(groups, at, draw.productivity[o * points + t]!, isFirst.productivity[o]!)
    }
  const attendance = productivity + points * rows.productivityCount * LANES
  for (let i = 0; i < areas * points; i++) groups[attendance + i * LANES] = draw.attendance[i]!
}

function storeSlot(
  values: Float64Array,
  slot: number,
  shape: Shape,
  rows: FactorRows,
  draw: DrawFactors,
): void {
  const { occupations, years, services, slots } = shape
  const points = years + 1
  const offsets = rowOffsets(shape)
  for (let t = 0; t < points; t++) {
    for (let v = 0; v < services; v++)
      values[offsets.service + (t * services + v) * slots + slot] = draw.service[v * points + t]!
    for (let o = 0; o < occupations; o++) {
      const row = t * rows.productivityCount + rows.productivity[o]!
      values[offsets.productivity + row * slots + slot] = draw.productivity[o * points + t]!
    }
  }
  for (let o = 0; o < occupations; o++) {
    values[offsets.unmet + o * slots + slot] = draw.unmet[o]!
    for (let y = 0; y < years; y++)
      values[offsets.international + (y * occupations + o) * slots + slot] =
        draw.international[o * years + y]!
  }
}
