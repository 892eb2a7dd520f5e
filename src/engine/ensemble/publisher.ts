import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import type { Aggregation, EnsembleRequest } from '../../domain/ensemble.ts'
import { ENGINE_MEASURES, MEASURES } from '../../domain/measure.ts'
import { STATISTICS } from '../../domain/projection.ts'
import type { FactorRows } from '../cohort/factor-rows.ts'
import { PUBLICATION_FIELDS, writeFields } from '../cohort/fields.ts'
import type { Kernel } from '../cohort/kernel.ts'
import { bucketsFor, type Layout, publishedNumbers, type Shape } from '../cohort/layout.ts'
import { baseFte, postWeights } from '../cohort/post-weights.ts'
import { STORED_MEASURES, storedAt } from '../cohort/stored-measure.ts'
import { rowOffsets } from './factor-store.ts'
import type { SharedNumbers } from './shared-numbers.ts'
import type { Unit } from './units.ts'

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
  { model, aggregation, draws }: EnsembleRequest,
  factorRows: FactorRows,
  shared: SharedNumbers,
): Publisher {
  const { memory } = kernel
  const { occupations, services, years, slots, productivityRows } = shape
  const numbers = (address: number, count: number) => new Float64Array(memory.buffer, address, count)
  const published = numbers(layout.published, publishedNumbers(shape))
  const offsets = rowOffsets(shape)
  const postNumbers = occupations * services
  const words = (address: number, values: ArrayLike<number>): void =>
    new Uint32Array(memory.buffer, address, values.length).set(values)
  const uses = servicesByOccupation(model)
  words(layout.seriesStart, aggregation.start)
  words(layout.seriesMember, aggregation.members)
  words(layout.seriesTwin, twins(aggregation))
  words(layout.useStart, uses.start)
  words(layout.useService, uses.service)
  words(
    layout.productivityRow,
    factorRows.productivity.map((row) => row * slots * 8),
  )
  writeQuantiles(memory, layout.quantiles, draws)

  /** Copies rows of the draws' factors into the kernel's memory. */
  const copyRows = (address: number, first: number, rows: number): void =>
    numbers(address, rows * slots).set(shared.rows.subarray(first, first + rows * slots))

  const writeUnit = (unit: Unit): void => {
    const weights = postWeights(model, unit.areas)
    numbers(layout.needWeight, weights.need.length).set(weights.need)
    numbers(layout.unmetWeight, weights.unmet.length).set(weights.unmet)
    numbers(layout.fundedWeight, weights.funded.length).set(weights.funded)
    numbers(layout.internationalShare, occupations).set(occupationSums(model, unit, internationalShare))
    numbers(layout.baseHeads, occupations).set(occupationSums(model, unit, baseHeads))
    numbers(layout.baseFte, occupations).set(occupationSums(model, unit, baseFte))
    copyRows(layout.unmet, offsets.unmet, occupations)
  }

  const publishYear = (t: number): void => {
    const step = t * postNumbers * 8
    writeFields(memory, layout.publication, PUBLICATION_FIELDS, {
      ...layout,
      ...shape,
      draws,
      quantileCount: PROBABILITIES.length,
      buckets: bucketsFor(slots),
      out: layout.published + t * MEASURES.length * STATISTICS.length * 8,
      seriesBytes: (years + 1) * MEASURES.length * STATISTICS.length * 8,
      needWeight: layout.needWeight + step,
      unmetWeight: layout.unmetWeight + step,
      fundedWeight: layout.fundedWeight + step,
    })
    copyRows(layout.service, offsets.service + t * services * slots, services)
    copyRows(layout.productivity, offsets.productivity + t * productivityRows * slots, productivityRows)
    kernel.postRows(layout.publication, layout.needRows, layout.fundedRows)
    writeRows(t)
    kernel.publish(layout.publication)
  }

  /** Notes where the year's rows of each engine measure are, making those that aren't stored. */
  const writeRows = (t: number): void => {
    const made: Partial<Record<(typeof ENGINE_MEASURES)[number], number>> = {
      need_fte: layout.needRows,
      funded_fte: layout.fundedRows,
    }
    const storedRow = (measure: number): number =>
      layout.results + ((t - 1) * STORED_MEASURES.length + measure) * occupations * slots * 8
    if (t === 0) {
      kernel.constantRows(layout.publication, layout.baseHeads, layout.baseHeadRows)
      kernel.constantRows(layout.publication, layout.baseFte, layout.baseFteRows)
      made.supply_heads = layout.baseHeadRows
      made.supply_fte = layout.baseFteRows
      made.fte_at_work = layout.baseFteRows
    } else {
      copyRows(layout.international, offsets.international + (t - 1) * occupations * slots, occupations)
      kernel.internationalRows(layout.publication, layout.internationalRows)
      kernel.moveInRows(layout.publication, storedRow(storedAt('moves_out_heads')), layout.moveInRows)
      made.international_heads = layout.internationalRows
      made.moves_in_heads = layout.moveInRows
      for (const [i, measure] of STORED_MEASURES.entries()) made[measure] = storedRow(i)
    }
    new Uint32Array(memory.buffer, layout.rows, ENGINE_MEASURES.length).set(
      ENGINE_MEASURES.map((measure) => made[measure] ?? 0),
    )
  }

  return {
    publish(unit) {
      writeUnit(unit)
      for (let t = 0; t <= years; t++) publishYear(t)
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

/** Services with a weight in each occupation's need: first of each occupation [o + 1], and the services. */
function servicesByOccupation({ occupations, services, needWeight }: EngineModel) {
  const start = [0]
  const service: number[] = []
  for (let o = 0; o < occupations; o++) {
    for (let v = 0; v < services; v++) if (needWeight[o * services + v] !== 0) service.push(v)
    start.push(service.length)
  }
  return { start, service }
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

type PerArea = (model: EngineModel, o: number, r: number) => number

/** Sum of a constant over a unit's areas, in order [o]. */
const occupationSums = (model: EngineModel, unit: Unit, constant: PerArea): Float64Array =>
  Float64Array.from({ length: model.occupations }, (_, o) =>
    unit.areas.reduce((sum, r) => sum + constant(model, o, r), 0),
  )

const internationalShare: PerArea = (model, o, r) => model.internationalArea[o * model.areas + r]!

const baseHeads: PerArea = (model, o, r) => {
  let heads = 0
  const cells = SEXES.length * AGES
  for (let cell = o * cells; cell < (o + 1) * cells; cell++) heads += model.heads[cell * model.areas + r]!
  return heads
}
