import type { Course } from '../assumptions/training.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { LeverContext } from '../levers/lever.ts'
import {
  type LeverParameter,
  type PolicyNumbers,
  parameterFinder,
  type TransferRule,
} from '../levers/numbers.ts'
import { type AreaWeights, areaWeights, mergeAreas } from './merge-areas.ts'

/** All that a policy is worked out from and put into the model with: plain data, so that it can be packed and sent. */
export interface PolicyBasis {
  /** The model without policy. */
  readonly model: EngineModel
  readonly context: LeverContext
  readonly parameters: readonly LeverParameter[]
  readonly transfers: readonly TransferRule[]
  /** England’s people of 65 and over relative to the base [t]. */
  readonly older: Float64Array
  /** The courses of the training programmes [p]. */
  readonly courses: readonly Course[]
  /** What the areas weigh where the model has them as one; null where it has each. */
  readonly weights: AreaWeights | null
}

/** The numbers of a basis as levers look them up. */
export const numbersOf = ({ parameters, transfers }: PolicyBasis): PolicyNumbers => ({
  parameter: parameterFinder(parameters),
  parameters,
  transfers,
})

/** The basis with England as one area, the quick approximation of `mergeAreas`. */
export const mergeBasis = (basis: PolicyBasis): PolicyBasis => ({
  ...basis,
  model: mergeAreas(basis.model),
  weights: areaWeights(basis.model),
})
