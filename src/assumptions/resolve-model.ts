import type { AssumptionBook, Judged, Uncertainty } from '../domain/assumption-book.ts'
import { bookKey } from '../domain/assumption-book.ts'
import type { BaseYear } from '../domain/base-year.ts'
import type { EngineModel, UncertainFactor } from '../domain/engine-model.ts'
import type { Finding } from '../domain/finding.ts'
import type { Reference } from '../domain/reference.ts'
import type { Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { fitHazards } from './hazards.ts'
import { fitJoining } from './joining.ts'
import { populationIndices } from './need.ts'
import { everyStep, neutralPart } from './neutral.ts'
import { fitResidual } from './residual.ts'

/**
 * Resolves the base year and the book of assumptions into the arrays the engine runs on, under the
 * scenario “no change”: intakes, arrivals and policies stay as they are.
 * @param years steps to project, 1 to 25
 * @throws HeadroomError where a table lacks a row that an occupation, area or service needs
 */
export function resolveModel(
  reference: Reference,
  statistics: Statistics,
  book: AssumptionBook,
  base: BaseYear,
  years: number,
): { readonly model: EngineModel; readonly findings: readonly Finding[] } {
  const { occupations, areas, regions } = reference
  const programmes = programmeArrays(reference, book, years)
  const hazards = fitHazards(reference, book, base)
  const residual = fitResidual(reference, book, base, hazards, years)
  const joining = fitJoining(reference, book, base, hazards, programmes.trained, residual.flow)
  const population = populationIndices(reference, statistics, book, base.year, years)
  const required = <T>(map: ReadonlyMap<string, T>, table: string, key: string): T => {
    const row = map.get(key)
    if (row === undefined)
      throw new HeadroomError('table-incomplete', { file: `data/assumptions/${table}.csv`, missing: key })
    return row
  }
  const size = occupations.length * areas.length
  const needRatio = new Float64Array(size)
  const fundedRatio = new Float64Array(size)
  for (const [o, { code }] of occupations.entries()) {
    const unmet = required(book.unmet, 'unmet-need', code).share
    for (let r = 0; r < areas.length; r++) {
      const i = o * areas.length + r
      fundedRatio[i] = 1 / (1 - base.vacancyRate[i]!)
      needRatio[i] = fundedRatio[i]! / (1 - unmet)
    }
  }
  const international = new Float64Array(occupations.length * years)
  for (const [o, { code }] of occupations.entries())
    international.fill(book.international.get(code)?.arrivals ?? 0, o * years, (o + 1) * years)
  const needWeight = new Float64Array(occupations.length * book.services.length)
  for (const [o, { code }] of occupations.entries()) {
    const weights = book.services.map(
      (service) => book.needWeights.get(bookKey(code, service.code))?.weight ?? 0,
    )
    const total = weights.reduce((a, b) => a + b, 0)
    if (total <= 0)
      throw new HeadroomError('table-incomplete', {
        file: 'data/assumptions/need-weights.csv',
        missing: code,
      })
    for (const [v, weight] of weights.entries()) needWeight[o * book.services.length + v] = weight / total
  }

  const sizes = { baseYear: base.year, years, occupations: occupations.length, areas: areas.length }
  const model: EngineModel = {
    ...sizes,
    ...neutralPart(sizes, programmes.length.length),
    services: book.services.length,
    regionOfArea: Int32Array.from(areas, ({ region }) => regions.findIndex(({ code }) => code === region)),
    heads: base.heads,
    participation: base.participation,
    participationArea: base.participationArea,
    hazardLeave: hazards.leave,
    hazardRetire: hazards.retire,
    hazardIll: hazards.ill,
    leaveArea: hazards.leaveArea,
    residual: residual.flow,
    moveFrom: hazards.moveFrom,
    moveTo: hazards.moveTo,
    moveHazard: hazards.move,
    mobility: hazards.mobility,
    profileTraining: joining.profileTraining,
    profileInternational: joining.profileInternational,
    profileOpen: joining.profileOpen,
    trainingArea: joining.trainingArea,
    internationalArea: joining.internationalArea,
    returners: joining.returners,
    fill: joining.fill,
    openFtePerHead: joining.openFtePerHead,
    pool: population.pool,
    programmeOccupation: programmes.occupation,
    programmeLength: programmes.length,
    programmeIntake: programmes.intake,
    programmeAttritionBase: programmes.attrition,
    programmeAttrition: everyStep(programmes.attrition, years),
    programmeJoin: everyStep(programmes.join, years),
    international,
    needWeight,
    activity: population.activity,
    activityHigh: population.activityHigh,
    activityLow: population.activityLow,
    growth: Float64Array.from(book.services, ({ code }) => required(book.growth, 'growth', code).growth),
    productivity: Float64Array.from(
      occupations,
      ({ sector }) => required(book.productivity, 'productivity', sector).growth,
    ),
    needRatio,
    fundedRatio,
    unmetRatio: needRatio.map((value, i) => value - fundedRatio[i]!),
    sickness: base.sicknessRate,
    uncertainty: book.uncertainty.map((row) => uncertainFactor(reference, book, row)),
  }
  return { model, findings: [...hazards.findings, ...joining.findings] }
}

interface ProgrammeArrays {
  readonly occupation: Int32Array
  readonly length: Int32Array
  readonly intake: Float64Array
  readonly attrition: Float64Array
  readonly join: Float64Array
  /** Heads who complete and join in the first year [o]. */
  readonly trained: Float64Array
}

function programmeArrays(reference: Reference, book: AssumptionBook, years: number): ProgrammeArrays {
  const { programmes } = book
  const index = new Map(reference.occupations.map(({ code }, o) => [code, o]))
  const longest = programmes.reduce((most, { length }) => Math.max(most, length), 0)
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
    attrition: Float64Array.from(programmes, ({ attrition }) => attrition),
    join: Float64Array.from(programmes, ({ join }) => join),
    trained,
  }
}

function uncertainFactor(
  reference: Reference,
  book: AssumptionBook,
  row: Judged<Uncertainty>,
): UncertainFactor {
  const { id, target, scope, distribution, walk } = row
  const covers = (codes: readonly string[]): boolean => scope === 'all' || codes.includes(scope)
  const members =
    target === 'growth'
      ? book.services.flatMap(({ code }, v) => (covers([code]) ? [v] : []))
      : reference.occupations.flatMap(({ code, sector, staffGroup }, o) =>
          covers([code, sector, staffGroup]) ? [o] : [],
        )
  if (members.length === 0)
    throw new HeadroomError('table-cell', {
      file: row.judgement.file,
      row: row.judgement.row,
      column: 'scope',
      expected: target === 'growth' ? 'a service or all' : 'a sector, staff group, occupation or all',
      found: scope,
    })
  return { id, target, members: Int32Array.from(members), distribution, walk }
}
