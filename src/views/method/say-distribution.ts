import exp from '@stdlib/math-base-special-exp'
import { format } from 'd3-format'
import type { Distribution } from '../../domain/engine-model.ts'
import { normalQuantile } from '../../stats/normal-quantile.ts'

const number = format('.3~g')

/** The value that a share of draws stays below. */
function quantile(distribution: Distribution, share: number): number {
  switch (distribution.kind) {
    case 'point':
      return distribution.value
    case 'uniform':
      return distribution.low + share * (distribution.high - distribution.low)
    case 'triangular': {
      const { low, mode, high } = distribution
      const width = high - low
      if (share * width < mode - low) return low + Math.sqrt(share * width * (mode - low))
      return high - Math.sqrt((1 - share) * width * (high - mode))
    }
    case 'normal':
      return distribution.mean + normalQuantile(share) * distribution.sd
    case 'lognormal':
      return distribution.median * exp(normalQuantile(share) * distribution.sdLog)
  }
}

/** The range of an uncertain assumption that eight draws in ten fall in, such as `0.88 to 1.14`. */
export function sayDistribution(distribution: Distribution): string {
  const [low, high] = [number(quantile(distribution, 0.1)), number(quantile(distribution, 0.9))]
  return low === high ? low : `${low} to ${high}`
}
