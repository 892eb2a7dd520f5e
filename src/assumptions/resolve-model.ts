import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { BaseYear } from '../domain/base-year.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { Finding } from '../domain/finding.ts'
import type { Reference } from '../domain/reference.ts'
import type { Statistics } from '../domain/statistics.ts'
import { needWeights } from './care-tiers.ts'
import { correlatedFactors } from './correlations.ts'
import { divisionOfWork } from './division-of-work.ts'
import { uncertainFactors } from './feedback.ts'
import { fitHazards } from './hazards.ts'
import { arrivalPaths } from './international.ts'
import { fitJoining } from './joining.ts'
import { payPart } from './money.ts'
import { populationIndices } from './need.ts'
import { everyStep, neutralPart } from './neutral.ts'
import { participationTrend } from './participation-trend.ts'
import { pensionAgeEffects } from './pension-age.ts'
import { populationPaths } from './population.ts'
import { required } from './required.ts'
import { fitResidual } from './residual.ts'
import { timeAtWork } from './study-leave.ts'
import { coursesOf, programmeArrays, trainingLoad } from './training.ts'
import { carePart } from './unpaid-care.ts'

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
  const paths = populationPaths(reference, statistics, base.year, years + 1)
  const population = populationIndices(statistics, book, paths, base.year, years)
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
  const arrivals = arrivalPaths(reference, book, years)
  const division = divisionOfWork(reference, book, years)
  const training = trainingLoad(coursesOf(book), { ...programmes, occupations: occupations.length }, years)
  const care = carePart(reference, book, base, paths, years + 1)
  const firstPoint = care.population.filter((_, i) => i % (years + 1) === 0)
  const residents = firstPoint.reduce((a, b) => a + b, 0)
  const sizes = { baseYear: base.year, years, occupations: occupations.length, areas: areas.length }
  const model: EngineModel = {
    ...sizes,
    ...neutralPart(sizes, programmes.length.length),
    ...payPart(
      reference,
      book,
      sizes,
      training.cost,
      firstPoint.map((people) => people / residents),
    ),
    ...care,
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
    effects: pensionAgeEffects(reference, book, base, hazards, years),
    participationPath: participationTrend(reference, book, years),
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
    programmeFirstYear: programmes.firstYear,
    programmeAttritionBase: programmes.attrition,
    programmeAttrition: everyStep(programmes.attrition, years),
    programmeJoin: everyStep(programmes.join, years),
    timeAtWork: timeAtWork(reference, book, years + 1),
    placementStrain: training.strain,
    international: arrivals.central,
    internationalFloor: arrivals.floor,
    internationalCap: arrivals.cap,
    transferFrom: division.from,
    transferTo: division.to,
    transferRate: division.rate,
    transferShare: division.share,
    needWeight: needWeights(reference, book),
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
    uncertainty: uncertainFactors(reference, book),
    correlations: correlatedFactors(book),
  }
  return { model, findings: [...hazards.findings, ...residual.findings, ...joining.findings] }
}
