import type { AssumptionBook, TrainingProgramme } from '../domain/assumption-book.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { Reference } from '../domain/reference.ts'
import { required } from './required.ts'

/** Training programmes in arrays: see the fields of the same names in `EngineModel`. */
export interface ProgrammeArrays {
  readonly occupation: Int32Array
  readonly length: Int32Array
  /** Entrants [p][longest + years], those of the years before the base in front. */
  readonly intake: Float64Array
  /** Of the later stages [p]; of the first, times `firstYear` [p]. */
  readonly attrition: Float64Array
  readonly firstYear: Float64Array
  readonly join: Float64Array
  /** Heads who complete and join in the first year [o]. */
  readonly trained: Float64Array
}

/**
 * Programmes under no change: as many entrants in every year. Most are lost in the first year, so it has a
 * share of its own.
 */
export function programmeArrays(reference: Reference, book: AssumptionBook, years: number): ProgrammeArrays {
  const { programmes } = book
  const index = new Map(reference.occupations.map(({ code }, o) => [code, o]))
  const longest = longestProgramme(programmes.map(({ length }) => length))
  const entries = longest + years
  const intake = new Float64Array(programmes.length * entries)
  const trained = new Float64Array(reference.occupations.length)
  for (const [p, programme] of programmes.entries()) {
    intake.fill(programme.intake, p * entries, (p + 1) * entries)
    let completing = programme.intake
    for (let year = 0; year < programme.length; year++) completing *= 1 - programme.attrition
    trained[index.get(programme.occupation)!]! += completing * programme.join
  }
  return {
    occupation: Int32Array.from(programmes, ({ occupation }) => index.get(occupation)!),
    length: Int32Array.from(programmes, ({ length }) => length),
    intake,
    attrition: Float64Array.from(programmes, laterAttrition),
    firstYear: Float64Array.from(programmes, (programme) =>
      laterAttrition(programme) > 0 ? programme.attritionFirst / laterAttrition(programme) : 1,
    ),
    join: Float64Array.from(programmes, ({ join }) => join),
    trained,
  }
}

/** Share lost in each year after the first; of a programme of one year, in that. */
const laterAttrition = ({ length, attritionFirst, attritionLater }: TrainingProgramme): number =>
  length === 1 ? attritionFirst : attritionLater

/** What training costs and how full its placements are. */
export interface TrainingLoad {
  /** Pounds a year for all England, by the occupation trained for [o][t]. */
  readonly cost: Float64Array
  /** Students over the placements there are, 1 at the base and wherever they suffice [p][y]. */
  readonly strain: Float64Array
}

/** What a programme costs and how far its placements reach. */
export interface Course {
  /** Pounds a year for each student. */
  readonly cost: number
  /** Placements beyond those in use at the base, share of them. */
  readonly spare: number
}

/** The courses of a book’s programmes, in their order. */
export const coursesOf = (book: AssumptionBook): Course[] =>
  book.programmes.map(({ code }) => {
    const { cost, spare } = required(book.trainingCosts, 'training-costs', code)
    return { cost, spare }
  })

/** Who is in training: see the fields of the same names in `EngineModel`. */
export interface Students {
  readonly occupations: number
  readonly occupation: Int32Array
  readonly length: Int32Array
  readonly attrition: Float64Array
  readonly firstYear: Float64Array
  /** [p][longest + years] */
  readonly intake: Float64Array
}

/** The students of a model. */
export const studentsOf = (model: EngineModel): Students => ({
  occupations: model.occupations,
  occupation: model.programmeOccupation,
  length: model.programmeLength,
  attrition: model.programmeAttritionBase,
  firstYear: model.programmeFirstYear,
  intake: model.programmeIntake,
})

/** Beyond this many times its placements a programme is none; it keeps the exponent's reach finite. */
const MOST_STRAIN = 4

/**
 * Students in training at every point, what they cost the public and how far they outrun placements.
 * Placements suffice for the students of the base and the spare share of each programme, and follow
 * students beyond that at a stated pace; where they fall behind, the strain is students over placements.
 * @param courses by programme @param students with the entrants of a policy, or the book's own
 * @param placementGrowth share a year by which placements can grow after students
 */
export function trainingLoad(
  courses: readonly Course[],
  students: Students,
  years: number,
  placementGrowth = 0,
): TrainingLoad {
  const { occupation, length, attrition, firstYear, intake } = students
  const longest = longestProgramme(length)
  const entries = longest + years
  const cost = new Float64Array(students.occupations * (years + 1))
  const strain = new Float64Array(length.length * years)
  for (const [p, row] of courses.entries()) {
    // Entrants of step y stand at longest + y, so those in stage k at point t stand at longest + t - 1 - k.
    const inTraining = (t: number): number => {
      let people = 0
      let staying = 1
      for (let stage = 0; stage < length[p]!; stage++) {
        people += staying * intake[p * entries + longest + t - 1 - stage]!
        staying *= 1 - attrition[p]! * (stage === 0 ? firstYear[p]! : 1)
      }
      return people
    }
    const base = inTraining(0)
    let placements = 1 + row.spare
    for (let t = 0; t <= years; t++) {
      const people = inTraining(t)
      cost[occupation[p]! * (years + 1) + t]! += people * row.cost
      if (t === 0) continue
      const places = base > 0 ? people / base : 1
      placements = Math.max(placements, Math.min(places, placements * (1 + placementGrowth)))
      strain[p * years + t - 1] = Math.min(MOST_STRAIN, Math.max(1, places / placements))
    }
  }
  return { cost, strain }
}

const longestProgramme = (lengths: Iterable<number>): number => Math.max(0, ...lengths)
