import { arrivalKind } from '../assumptions/international.ts'
import { atMarches } from '../assumptions/population.ts'
import { readAreaSettings } from '../datasets/read-area-settings.ts'
import { bookKey } from '../domain/assumption-book.ts'
import { CELLS, SEXES, YOUNGEST } from '../domain/cohort.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { AreaFlag } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { POPULATION_BANDS, type Statistics } from '../domain/statistics.ts'
import type { LeverContext } from '../levers/lever.ts'
import type { Inputs } from './read-inputs.ts'

const MOTHERS = { from: 25, to: 44 }

/** What the levers may know of the base year and the model without policy. */
export function createLeverContext(
  files: InputFiles,
  { reference, book, model }: Pick<Inputs, 'reference' | 'book' | 'model'>,
): LeverContext {
  const { occupations, areas, years } = model
  const heads = new Float64Array(occupations)
  const fte = new Float64Array(occupations)
  const mothers = new Float64Array(occupations)
  const headsByArea = new Float64Array(occupations * areas)
  for (let o = 0; o < occupations; o++)
    for (let cell = 0; cell < CELLS; cell++)
      for (let r = 0; r < areas; r++) {
        const people = model.heads[(o * CELLS + cell) * areas + r]!
        heads[o]! += people
        headsByArea[o * areas + r]! += people
        fte[o]! += people * model.participation[o * CELLS + cell]! * model.participationArea[o * areas + r]!
        if (isMother(cell)) mothers[o]! += people
      }
  return {
    baseYear: model.baseYear,
    years,
    occupations: reference.occupations,
    heads,
    fte,
    headsByArea,
    areas,
    mothersShare: mothers.map((people, o) => (heads[o]! > 0 ? people / heads[o]! : 0)),
    payPerFte: model.money.payPerFte,
    arrivals: Float64Array.from({ length: occupations }, (_, o) => model.international[o * years]!),
    origins: new Map(
      [...book.countryGroups.keys()].map((group) => [
        group,
        Float64Array.from(
          reference.occupations,
          (occupation) => book.origins.get(bookKey(arrivalKind(occupation), group))?.share ?? 0,
        ),
      ]),
    ),
    programmes: programmesOf(book.programmes, model),
    ...readFlags(files, reference),
  }
}

/** True for cells of women of 25 to 44; cells run by sex, then by age. */
function isMother(cell: number): boolean {
  const ages = CELLS / SEXES.length
  const age = YOUNGEST + (cell % ages)
  return Math.floor(cell / ages) === SEXES.indexOf('female') && age >= MOTHERS.from && age <= MOTHERS.to
}

function programmesOf(
  programmes: readonly { readonly code: string }[],
  { programmeOccupation }: EngineModel,
): LeverContext['programmes'] {
  if (programmes.length !== programmeOccupation.length)
    throw new Error('the model has other programmes than the book of assumptions')
  return programmes.map(({ code }, p) => ({ code, occupation: programmeOccupation[p]! }))
}

/** Which areas are on the coast and which are rural. */
function readFlags(files: InputFiles, reference: Reference): Pick<LeverContext, 'coastal' | 'rural'> {
  const settings = readAreaSettings(files, reference)
  const flag = (wanted: AreaFlag): Float64Array =>
    Float64Array.from(settings, ({ flags }) => (flags.includes(wanted) ? 1 : 0))
  return { coastal: flag('coastal'), rural: flag('rural') }
}

/** England’s people of 65 and over at each 31 March relative to the base, principal projection [t]. */
export function olderPeople({ variants }: Statistics, baseYear: number, years: number): Float64Array {
  const from = POPULATION_BANDS.indexOf('65-69')
  const older = new Float64Array(years + 1)
  for (const series of variants)
    if (series.place === 'principal' && series.band >= from)
      for (const [t, people] of atMarches(series, baseYear, years + 1).entries()) older[t]! += people
  return older.map((people) => people / older[0]!)
}
