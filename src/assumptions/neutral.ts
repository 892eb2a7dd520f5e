import type { EngineModel } from '../domain/engine-model.ts'

/** The part of a model that adds nothing to what flows, need and posts say by themselves. */
export type NeutralPart = Pick<
  EngineModel,
  | 'residual'
  | 'programmeFirstYear'
  | 'placementStrain'
  | 'internationalFloor'
  | 'internationalCap'
  | 'added'
  | 'addedArea'
  | 'payRelative'
  | 'postsPath'
  | 'transferFrom'
  | 'transferTo'
  | 'transferRate'
  | 'transferShare'
  | 'timeFreed'
  | 'timeAtWork'
  | 'participationPath'
  | 'feedback'
  | 'care'
  | 'money'
  | 'population'
  | 'labourForce'
  | 'effects'
  | 'correlations'
>

/**
 * No residual flow, no policies, no transfers of work, pay as outside options' and funded posts that
 * follow need. What has no neutral value (pay, population, hours of care) is NaN, and so are the measures
 * that rest on it. Feedback is on, and does nothing until an assumption gives it a strength.
 * @param sizes of the model @param programmes number of training programmes
 */
export function neutralPart(
  sizes: Pick<EngineModel, 'baseYear' | 'occupations' | 'areas' | 'years'>,
  programmes: number,
): NeutralPart {
  const { occupations, areas, years } = sizes
  const points = years + 1
  const numbers = (count: number, value: number): Float64Array => new Float64Array(count).fill(value)
  const ofSteps = (value: number): Float64Array => numbers(occupations * years, value)
  const ofPoints = (value: number): Float64Array => numbers(occupations * points, value)
  return {
    programmeFirstYear: numbers(programmes, 1),
    residual: numbers(occupations * areas * years, 0),
    placementStrain: numbers(programmes * years, 1),
    internationalFloor: ofSteps(0),
    internationalCap: ofSteps(Number.POSITIVE_INFINITY),
    added: ofSteps(0),
    addedArea: numbers(occupations * areas, 1 / areas),
    payRelative: ofSteps(1),
    postsPath: ofPoints(Number.NaN),
    transferFrom: new Int32Array(0),
    transferTo: new Int32Array(0),
    transferRate: new Float64Array(0),
    transferShare: new Float64Array(0),
    timeFreed: ofPoints(0),
    timeAtWork: ofPoints(1),
    participationPath: ofPoints(1),
    feedback: true,
    care: {
      needHours: numbers(areas * points, Number.NaN),
      growthService: new Int32Array(0),
      formalHours: numbers(occupations, 0),
      adults: numbers(areas * points, Number.NaN),
      heavyShare: numbers(areas, Number.NaN),
      heavyElasticity: 1,
      womenShare: numbers(areas, Number.NaN),
      womenMarginal: 0.5,
    },
    money: {
      priceYear: sizes.baseYear,
      payPerFte: numbers(occupations, Number.NaN),
      payIndex: ofPoints(1),
      temporaryShare: numbers(occupations, 0),
      temporaryPremium: numbers(occupations, 0),
      trainingCost: ofPoints(Number.NaN),
      policyFixed: numbers(points, 0),
      fixedArea: numbers(areas, 1 / areas),
      policyPerFte: ofPoints(0),
      policyPerHead: ofPoints(0),
      policyPerJoiner: ofPoints(0),
      taxReturned: numbers(occupations, 0),
    },
    population: numbers(areas * points, Number.NaN),
    labourForce: numbers(areas * points, Number.NaN),
    effects: [],
    correlations: [],
  }
}

/** Each number of a table repeated for every step [p][y]. */
export const everyStep = (values: Float64Array, years: number): Float64Array =>
  Float64Array.from({ length: values.length * years }, (_, i) => values[Math.floor(i / years)]!)
