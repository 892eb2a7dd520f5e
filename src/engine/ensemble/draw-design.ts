import type { Design } from '../../domain/ensemble.ts'
import { latinHypercube } from '../../stats/latin-hypercube.ts'
import { createScrambledSobol } from '../../stats/scrambled-sobol.ts'
import { SOBOL_DIMENSIONS } from '../../stats/sobol.ts'

/**
 * Probabilities of a draw, one a dimension, strictly between 0 and 1; a design that has fewer dimensions than
 * asked for gives as many as it has.
 */
export type DesignPoints = (draw: number) => Float64Array

const NO_POINT = new Float64Array(0)

/**
 * The points of a design. Dimensions beyond those it gives are left to the counter-based generator: all of them
 * for `random`, those beyond the directions known for `sobol`.
 * @param draws number of draws; read for a Latin hypercube alone
 */
export function createDesignPoints(
  design: Design,
  seed: number,
  draws: number,
  dimensions: number,
): DesignPoints {
  if (design === 'random' || dimensions === 0) return () => NO_POINT
  if (design === 'sobol') return createScrambledSobol(seed, Math.min(dimensions, SOBOL_DIMENSIONS))
  const points = latinHypercube(seed, draws, dimensions)
  return (draw) => points.subarray(draw * dimensions, (draw + 1) * dimensions)
}
