import type { DrawFactors } from '../domain/draw-factors.ts'
import type { EngineModel } from '../domain/engine-model.ts'

/** How entrants of training become joiners, without feedback. */
export interface Training {
  /** Heads who join occupation o by training in step y. */
  joiners(o: number, y: number): number
  /** Joiners per entrant of programme p in step y; they join `length` steps later, or past the horizon. */
  joinersPerEntrant(p: number, y: number): number
}

/** Most of a stage that can be lost, as the engine holds it. */
const MOST_ATTRITION = 0.95

/** Entrants of programme p in step y; those of the years before the base have negative steps. */
export function entrants(
  { programmeIntake, programmeOccupation, years }: EngineModel,
  p: number,
  y: number,
): number {
  const each = programmeIntake.length / programmeOccupation.length
  return programmeIntake[p * each + each - years + y]!
}

/** Students per entrant of programme p in each year of training, as placements and costs count them [k]. */
export function studentsPerEntrant(model: EngineModel, p: number): readonly number[] {
  const staying: number[] = []
  let left = 1
  for (let stage = 0; stage < model.programmeLength[p]!; stage++) {
    staying.push(left)
    left *= 1 - model.programmeAttritionBase[p]! * (stage === 0 ? model.programmeFirstYear[p]! : 1)
  }
  return staying
}

/** @param model of one area */
export function createTraining(model: EngineModel, draw: DrawFactors): Training {
  const { years, programmeOccupation, programmeLength } = model
  const programmes = programmeOccupation.length
  const lost = (p: number, stage: number, later: number): number =>
    Math.min(MOST_ATTRITION, stage === 0 ? later * model.programmeFirstYear[p]! : later)
  /** Attrition of later stages in a step: the base's before the first. */
  const attrition = (p: number, y: number): number =>
    y < 0 ? model.programmeAttritionBase[p]! : draw.attrition[p * years + y]!
  const joinersPerEntrant = (p: number, y: number): number => {
    const end = y + programmeLength[p]!
    if (end < 0 || end >= years) return 0
    let staying = 1
    for (let stage = 0; stage < programmeLength[p]!; stage++)
      staying *= 1 - lost(p, stage, attrition(p, y + 1 + stage))
    const o = programmeOccupation[p]!
    return (
      staying *
      model.programmeJoin[p * years + end]! *
      draw.training[o * years + end]! *
      model.trainingArea[o]!
    )
  }
  return {
    joinersPerEntrant,
    joiners(o, y) {
      let heads = 0
      for (let p = 0; p < programmes; p++) {
        if (programmeOccupation[p] !== o) continue
        const entry = y - programmeLength[p]!
        heads += entrants(model, p, entry) * joinersPerEntrant(p, entry)
      }
      return heads
    },
  }
}
