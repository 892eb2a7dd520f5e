import type { EngineModel } from '../../domain/engine-model.ts'
import { MOST_ATTRITION } from '../limits.ts'

/** Students and entrants of all training programmes, heads of all England. */
export interface ProgrammeTables {
  /** Students of each stage of each programme at the base, one programme's stages after the other's. */
  readonly stages: Float64Array
  /** Entrants [y][p]. */
  readonly intake: Float64Array
  /** Share of completers who join [y][p]. */
  readonly join: Float64Array
}

/** Works out the students of the base from the intakes of the years before: who entered k + 1 intakes ago has lost k years' attrition. */
export function programmeTables(model: EngineModel): ProgrammeTables {
  const { years, programmeLength, programmeIntake, programmeJoin } = model
  const { programmeAttritionBase, programmeFirstYear } = model
  const programmes = programmeLength.length
  const intake = new Float64Array(years * programmes)
  const join = new Float64Array(years * programmes)
  const stages: number[] = []
  const entries = programmes > 0 ? programmeIntake.length / programmes : 0
  const history = entries - years
  for (let p = 0; p < programmes; p++) {
    if (programmeLength[p]! > history)
      throw new RangeError(
        `a programme of ${programmeLength[p]} years needs as many intakes before the base, found ${history}`,
      )
    const entrants = programmeIntake.subarray(p * entries, (p + 1) * entries)
    for (let k = 0; k < programmeLength[p]!; k++) {
      let students = entrants[history - 1 - k]!
      for (let year = 0; year < k; year++) {
        const lost = programmeAttritionBase[p]! * (year === 0 ? programmeFirstYear[p]! : 1)
        students *= 1 - Math.min(MOST_ATTRITION, lost)
      }
      stages.push(students)
    }
    for (let y = 0; y < years; y++) {
      intake[y * programmes + p] = entrants[history + y]!
      join[y * programmes + p] = programmeJoin[p * years + y]!
    }
  }
  return { stages: Float64Array.from(stages), intake, join }
}
