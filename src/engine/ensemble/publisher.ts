import type { Aggregation, EnsembleRequest } from '../../domain/ensemble.ts'
import { MEASURES } from '../../domain/measure.ts'
import { STATISTICS } from '../../domain/projection.ts'
import { PUBLICATION_FIELDS, patchFields, writeFields } from '../cohort/fields.ts'
import type { Kernel } from '../cohort/kernel.ts'
import { bucketsFor, type Layout, publishedNumbers } from '../cohort/layout.ts'
import type { ModelTables } from '../cohort/model-tables.ts'
import { postWeights } from '../cohort/post-weights.ts'
import type { Shape } from '../cohort/shape.ts'
import { CARE_STORED } from '../cohort/stored-measure.ts'
import { rowOffsets } from './factor-store.ts'
import type { SharedNumbers } from './shared-numbers.ts'
import { moneyWeights, unitConstants } from './unit-constants.ts'
import type { Unit } from './units.ts'
import { wantedMeasures } from './wanted-measures.ts'
import { createYearRows } from './year-rows.ts'

/** Turns the stored draws of a unit into published statistics. */
export interface Publisher {
  /** Publishes the unit whose stored draws are in the kernel's memory. */
  publish(unit: Unit): void
}

/** Shares of draws below each published quantile. */
const PROBABILITIES = STATISTICS.slice(2).map((name) => Number(name.slice(1)) / 100)

export function createPublisher(
  kernel: Kernel,
  layout: Layout,
  shape: Shape,
  { model, aggregation, draws, keep, measures }: EnsembleRequest,
  { rows, uses, stored }: ModelTables,
  shared: SharedNumbers,
): Publisher {
  const { memory } = kernel
  const { occupations, services, years, slots } = shape
  const numbers = (address: number, count: number) => new Float64Array(memory.buffer, address, count)
  const words = (address: number, values: ArrayLike<number>): void =>
    new Uint32Array(memory.buffer, address, values.length).set(values)
  const put = (address: number, values: Float64Array): void => numbers(address, values.length).set(values)
  const published = numbers(layout.published, publishedNumbers(shape))
  const offsets = rowOffsets(shape)
  const keptYear = MEASURES.length * draws
  words(layout.seriesStart, aggregation.start)
  words(layout.seriesMember, aggregation.members)
  words(layout.seriesTwin, twins(aggregation))
  words(
    layout.seriesKept,
    Array.from({ length: shape.series }, (_, i) => 1 + (keep?.series.indexOf(i) ?? -1)),
  )
  words(layout.useStart, uses.start)
  words(layout.useService, uses.service)
  words(
    layout.slotProductivityRow,
    rows.productivity.row.map((row) => row * slots * 8),
  )
  words(
    layout.slotFundingRow,
    rows.funding.row.map((row) => row * slots * 8),
  )
  words(
    layout.internationalRow,
    rows.international.row.map((row) => row * slots * 8),
  )
  words(layout.transferFrom, model.transferFrom)
  words(layout.transferTo, model.transferTo)
  put(layout.transferRate, model.transferRate)
  writeQuantiles(memory, layout.quantiles, draws)
  const wanted = wantedMeasures(measures)
  const yearRows = createYearRows(kernel, layout, shape, model, stored, wanted.rows)

  const money = Array.from({ length: years + 1 }, (_, t) => moneyWeights(model, t))
  writeFields(memory, layout.publication, PUBLICATION_FIELDS, {
    ...layout,
    ...shape,
    draws,
    quantileCount: PROBABILITIES.length,
    buckets: bucketsFor(slots),
    seriesBytes: (years + 1) * MEASURES.length * STATISTICS.length * 8,
    measures: wanted.bits,
    careSeries: aggregation.care ?? shape.series,
    out: 0,
    careRows: 0,
    keptRows: 0,
  })

  /** Copies rows of the draws' factors into the kernel's memory. */
  const copyRows = (address: number, first: number, count: number): void =>
    numbers(address, count * slots).set(shared.rows.subarray(first, first + count * slots))

  const publishYear = (unit: Unit, constants: ReturnType<typeof unitConstants>, t: number): void => {
    const posts = t * occupations * services * 8
    const place = keep?.units.indexOf(unit.index) ?? -1
    patchFields(memory, layout.publication, PUBLICATION_FIELDS, {
      out: layout.published + t * MEASURES.length * STATISTICS.length * 8,
      needWeight: layout.needWeight + posts,
      unmetWeight: layout.unmetWeight + posts,
      fundedWeight: layout.fundedWeight + posts,
      fundedGiven: layout.fundedGiven + t * occupations * 8,
      careRows: yearRows.care(t),
      keptRows: place < 0 ? 0 : layout.keptRows,
    })
    put(layout.people, constants.people(t))
    put(layout.fixed, constants.fixedCosts(t))
    put(layout.moneyWeight, money[t]!)
    copyRows(layout.service, offsets.service + t * services * slots, services)
    copyRows(
      layout.productivity,
      offsets.productivity + t * shape.productivityRows * slots,
      shape.productivityRows,
    )
    copyRows(layout.funding, offsets.funding + t * shape.fundingRows * slots, shape.fundingRows)
    copyRows(layout.transferShare, offsets.transfer + t * shape.transfers * slots, shape.transfers)
    if (t > 0)
      copyRows(
        layout.international,
        offsets.international + (t - 1) * shape.internationalRows * slots,
        shape.internationalRows,
      )
    yearRows.make(t)
    kernel.publish(layout.publication)
    if (place < 0 || !keep) return
    keep.series.forEach((_, i) => {
      const at = ((place * keep.series.length + i) * (years + 1) + t) * keptYear
      shared.kept.set(numbers(layout.keptRows + i * keptYear * 8, keptYear), at)
    })
  }

  return {
    publish(unit) {
      const weights = postWeights(model, unit.areas)
      put(layout.needWeight, weights.need)
      put(layout.unmetWeight, weights.unmet)
      put(layout.fundedWeight, weights.funded)
      put(layout.fundedGiven, weights.given)
      const constants = unitConstants(model, aggregation, unit)
      put(layout.internationalShare, constants.internationalShare)
      copyRows(layout.unmet, offsets.unmet, occupations)
      // The rows of the base, which no draw changes.
      put(layout.baseHeads, constants.baseHeads)
      put(layout.baseFte, constants.baseFte)
      put(layout.baseOver55, constants.baseOver55)
      put(layout.baseVacant, constants.baseVacant)
      put(layout.baseCare, constants.baseCare)
      yearRows.makeBase()
      kernel.constantRows(layout.publication, layout.baseCare, layout.baseCareRows, CARE_STORED.length)
      for (let t = 0; t <= years; t++) publishYear(unit, constants, t)
      shared.values.set(published, unit.index * published.length)
    },
  }
}

/** For each series the first that has the same members: a group of one occupation needs no working out of its own. */
function twins({ start, members }: Aggregation): number[] {
  const first = new Map<string, number>()
  return Array.from({ length: start.length - 1 }, (_, i) => {
    const key = members.subarray(start[i], start[i + 1]).join(' ')
    if (!first.has(key)) first.set(key, i)
    return first.get(key)!
  })
}

/** Rank below and weight above of each quantile of n draws, type 7: (n - 1) p. */
function writeQuantiles(memory: WebAssembly.Memory, address: number, draws: number): void {
  const table = new DataView(memory.buffer, address)
  PROBABILITIES.forEach((probability, q) => {
    const place = (draws - 1) * probability
    table.setUint32(q * 16, Math.floor(place), true)
    table.setFloat64(q * 16 + 8, place - Math.floor(place), true)
  })
}
