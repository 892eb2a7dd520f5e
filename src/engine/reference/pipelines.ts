import type { EngineModel } from '../../domain/engine-model.ts'
import { MOST_ATTRITION } from '../limits.ts'
import { range } from './cells.ts'

/** Students of each stage of each programme, heads of all England, as one area's pressure leaves them [p][k]. */
export type Pipelines = number[][]

const longest = (model: EngineModel): number =>
  model.programmeOccupation.length > 0
    ? model.programmeIntake.length / model.programmeOccupation.length - model.years
    : 0

/** Entrants of a step; those of the years before the base have negative numbers. */
const intake = (model: EngineModel, p: number, y: number): number =>
  model.programmeIntake[p * (longest(model) + model.years) + longest(model) + y]!

/** Share lost of a stage where later stages lose so much: the first has its own. */
const lostIn = (model: EngineModel, p: number, stage: number, later: number): number =>
  Math.min(MOST_ATTRITION, stage === 0 ? later * model.programmeFirstYear[p]! : later)

/** Those who entered k + 1 intakes ago have lost k years' attrition by the base. */
export const basePipelines = (model: EngineModel): Pipelines =>
  range(model.programmeOccupation.length).map((p) =>
    range(model.programmeLength[p]!).map((k) => {
      let stock = intake(model, p, -1 - k)
      for (let year = 0; year < k; year++)
        stock *= 1 - lostIn(model, p, year, model.programmeAttritionBase[p]!)
      return stock
    }),
  )

/**
 * A year of one programme: everyone in a stage goes up to the next, less the share lost.
 * @param lost share that stages after the first lose, before its limit
 * @returns those who complete, and the stages at the year's end
 */
export function nextStages(
  model: EngineModel,
  p: number,
  y: number,
  stages: readonly number[],
  lost: number,
): { readonly completers: number; readonly stages: number[] } {
  const kept = stages.map((students, k) => students * (1 - lostIn(model, p, k, lost)))
  return { completers: kept.at(-1)!, stages: [intake(model, p, y), ...kept.slice(0, -1)] }
}
