import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { FactorRows } from '../cohort/factor-rows.ts'
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
    /** [t][k] */
    transfer: take(points * transfers),
    /** [o] */
    unmet: take(occupations),
    /** [y][row] */
    international: take(years * shape.internationalRows),
  }
  return { ...offsets, numbers: next }
}

/** Stores the factors of one group of draws, one for each lane. */
export function storeGroup(
  store: FactorStore,
  shape: Shape,
  rows: FactorRows,
  group: number,
  draws: readonly DrawFactors[],
): void {
  const first = group * groupBlocks(shape).numbers
  draws.forEach((draw, lane) => {
    storeLane(store.groups, first + lane, shape, rows, draw)
    storeSlot(store.rows, group * LANES + lane, shape, rows, draw)
  })
}

/** The tables of a draw behind `YEAR_TARGETS`, in their order. */
const yearTables = (draw: DrawFactors): readonly Float64Array[] => [
  draw.leave,
  draw.retire,
  draw.ill,
  draw.move,
  draw.training,
  draw.international,
  draw.returning,
  draw.fill,
  draw.added,
]

function storeLane(
  groups: Float64Array,
  first: number,
  shape: Shape,
  rows: FactorRows,
  draw: DrawFactors,
): void {
  const { occupations, years, services, transfers } = shape
  const points = years + 1
  const blocks = groupBlocks(shape)
  const put = (block: number, i: number, value: number): void => {
    groups[first + (block + i) * LANES] = value
  }
  /** Tables that run [row][time], where several rows may be stored as one: stored [time][row]. */
  const putRows = (
    block: number,
    of: FactorRows['year'],
    times: number,
    tables: readonly Float64Array[],
  ): void => {
    const seen = new Uint8Array(of.count)
    of.row.forEach((row, i) => {
      const table = tables[i % tables.length]!
      const start = Math.floor(i / tables.length) * times
      for (let time = 0; time < times; time++) {
        const at = first + (block + time * of.count + row) * LANES
        const value = table[start + time]!
        if (!seen[row]) groups[at] = value
        else if (groups[at] !== value)
          throw new Error(`things that share assumptions have the factors ${groups[at]} and ${value}`)
      }
      seen[row] = 1
    })
  }
  const putTable = (block: number, table: Float64Array): void => {
    for (let i = 0; i < table.length; i++) put(block, i, table[i]!)
  }
  /** [row][t] stored as [t][row]. */
  const putTurned = (block: number, table: Float64Array, count: number): void => {
    for (let t = 0; t < points; t++)
      for (let row = 0; row < count; row++) put(block, t * count + row, table[row * points + t]!)
  }
  putRows(blocks.year, rows.year, years, yearTables(draw))
  putRows(blocks.attrition, rows.attrition, years, [draw.attrition])
  putRows(blocks.place, rows.place, years, [draw.placeLeave, draw.placeFill])
  putTable(blocks.carersWork, draw.carersWork)
  putTurned(blocks.service, draw.service, services)
  putRows(blocks.productivity, rows.productivity, points, [draw.productivity])
  putRows(blocks.working, rows.working, points, [draw.participation, draw.sicknessFactor])
  putTurned(blocks.transfer, draw.transferShare, transfers)
  putTable(blocks.sickness, draw.sickness)
  putTable(blocks.careGrowth, draw.careGrowth)
  putTable(blocks.unmet, draw.unmet)
  for (let o = 0; o < occupations; o++) {
    put(blocks.pressure, o * 3, draw.pressureLeave[o]!)
    put(blocks.pressure, o * 3 + 1, draw.pressureSickness[o]!)
    put(blocks.pressure, o * 3 + 2, draw.pressureAttrition[o]!)
  }
  put(blocks.carePool, 0, draw.carePool)
}

function storeSlot(
  values: Float64Array,
  slot: number,
  shape: Shape,
  rows: FactorRows,
  draw: DrawFactors,
): void {
  const { occupations, years, services, slots, transfers } = shape
  const points = years + 1
  const offsets = rowOffsets(shape)
  const put = (first: number, row: number, value: number): void => {
    values[first + row * slots + slot] = value
  }
  for (let t = 0; t < points; t++) {
    for (let v = 0; v < services; v++) put(offsets.service, t * services + v, draw.service[v * points + t]!)
    for (let k = 0; k < transfers; k++)
      put(offsets.transfer, t * transfers + k, draw.transferShare[k * points + t]!)
    for (let o = 0; o < occupations; o++) {
      const row = t * rows.productivity.count + rows.productivity.row[o]!
      put(offsets.productivity, row, draw.productivity[o * points + t]!)
    }
  }
  for (let o = 0; o < occupations; o++) {
    put(offsets.unmet, o, draw.unmet[o]!)
    for (let y = 0; y < years; y++) {
      const row = y * rows.international.count + rows.international.row[o]!
      put(offsets.international, row, draw.international[o * years + y]!)
    }
  }
}
