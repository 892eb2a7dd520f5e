import type { EnsembleRequest } from '../../domain/ensemble.ts'
import type { ModelTables } from './model-tables.ts'

/** Sizes that decide where things lie in the kernel's memory. */
export interface Shape {
  readonly occupations: number
  readonly years: number
  readonly services: number
  readonly areas: number
  readonly bands: number
  readonly moves: number
  readonly transfers: number
  readonly programmes: number
  /** Stages of all programmes together. */
  readonly stages: number
  readonly series: number
  readonly members: number
  /** Series whose draws are kept. */
  readonly kept: number
  /** Slots of a row of draws: see `slotsFor`. */
  readonly slots: number
  /** Different rows of factors: see `FactorRows`. */
  readonly yearRows: number
  readonly attritionRows: number
  readonly placeRows: number
  readonly productivityRows: number
  readonly fundingRows: number
  readonly workingRows: number
  readonly internationalRows: number
  /** Rows of a year's stored draws: see `StoredRows`. */
  readonly storedRows: number
}

/** Sizes of a model’s run. */
export function shapeOf(
  { model, aggregation, keep }: EnsembleRequest,
  { bands, rows, stored }: ModelTables,
  slots: number,
): Shape {
  const { occupations, years, services, areas } = model
  return {
    occupations,
    years,
    services,
    areas,
    bands: bands.length - 1,
    moves: model.moveFrom.length,
    transfers: model.transferFrom.length,
    programmes: model.programmeOccupation.length,
    stages: model.programmeLength.reduce((sum, length) => sum + length, 0),
    series: aggregation.start.length - 1,
    members: aggregation.members.length,
    kept: keep?.series.length ?? 0,
    slots,
    yearRows: rows.year.count,
    attritionRows: rows.attrition.count,
    placeRows: rows.place.count,
    productivityRows: rows.productivity.count,
    fundingRows: rows.funding.count,
    workingRows: rows.working.count,
    internationalRows: rows.international.count,
    storedRows: stored.count,
  }
}
