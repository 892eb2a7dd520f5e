import exp from '@stdlib/math-base-special-exp'
import type { Distribution } from '../domain/engine-model.ts'
import { normalQuantile } from './normal-quantile.ts'

/**
 * Quantile of a distribution: inverse of its distribution function.
 * @param p probability strictly between 0 and 1
 */
export function distributionQuantile(distribution: Distribution, p: number): number {
  switch (distribution.kind) {
    case 'point':
      return distribution.value
    case 'uniform':
      return distribution.low + p * (distribution.high - distribution.low)
    case 'triangular': {
      const { low, mode, high } = distribution
      const width = high - low
      if (width === 0) return mode
      return p < (mode - low) / width
        ? low + Math.sqrt(p * width * (mode - low))
        : high - Math.sqrt((1 - p) * width * (high - mode))
    }
    case 'normal':
      return distribution.mean + distribution.sd * normalQuantile(p)
    case 'lognormal':
      return distribution.median * exp(distribution.sdLog * normalQuantile(p))
  }
}

/** The centre that the central run uses: the value, midpoint, mode, mean or median. */
export function distributionCentre(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'point':
      return distribution.value
    case 'uniform':
      return (distribution.low + distribution.high) / 2
    case 'triangular':
      return distribution.mode
    case 'normal':
      return distribution.mean
    case 'lognormal':
      return distribution.median
  }
}
