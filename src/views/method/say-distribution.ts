import exp from '@stdlib/math-base-special-exp'
import { format } from 'd3-format'
import type { Distribution } from '../../domain/engine-model.ts'
import { normalQuantile } from '../../stats/normal-quantile.ts'

const number = format('.3~g')

/** An uncertain assumption's range in words: eight in ten for bell shapes, the whole range for others. */
export function sayDistribution(distribution: Distribution): string {
  const z = normalQuantile(0.9)
  switch (distribution.kind) {
    case 'point':
      return `${number(distribution.value)}, not varied`
    case 'uniform':
      return `${number(distribution.low)} to ${number(distribution.high)}, all alike`
    case 'triangular':
      return `${number(distribution.low)} to ${number(distribution.high)}, most likely ${number(distribution.mode)}`
    case 'normal':
      return `about ${number(distribution.mean)}, 8 in 10 from ${number(distribution.mean - z * distribution.sd)} to ${number(distribution.mean + z * distribution.sd)}`
    case 'lognormal': {
      const spread = exp(z * distribution.sdLog)
      const { median } = distribution
      return `about ${number(median)}, 8 in 10 from ${number(median / spread)} to ${number(median * spread)}`
    }
  }
}
