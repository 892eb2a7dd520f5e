import exp from '@stdlib/math-base-special-exp'
import type { Distribution } from '../domain/distribution.ts'
import { betaQuantile } from './beta-quantile.ts'
import { empiricalQuantile } from './empirical-quantile.ts'
import { normalCumulative } from './normal-cumulative.ts'
import { normalQuantile } from './normal-quantile.ts'

/** Nearest doubles to 0 and 1 that quantile functions take. */
const LEAST = Number.EPSILON / 2
const MOST = 1 - Number.EPSILON / 2

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
    case 'beta':
      return distribution.high * betaQuantile(distribution.alpha, distribution.beta, p)
    case 'empirical':
      return empiricalQuantile(distribution.values, p)
  }
}

/** The quantile at a standard normal score: that of the probability below the score, without the detour where there's none to make. */
export function distributionAtScore(distribution: Distribution, score: number): number {
  switch (distribution.kind) {
    case 'normal':
      return distribution.mean + distribution.sd * score
    case 'lognormal':
      return distribution.median * exp(distribution.sdLog * score)
    default:
      return distributionQuantile(distribution, Math.min(Math.max(normalCumulative(score), LEAST), MOST))
  }
}

/** The centre that the central run uses: the value, midpoint, mode, mean or median; the mean of a list. */
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
    case 'beta':
      return (distribution.high * distribution.alpha) / (distribution.alpha + distribution.beta)
    case 'empirical':
      return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length
  }
}
