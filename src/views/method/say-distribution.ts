import { format } from 'd3-format'
import type { Distribution } from '../../domain/engine-model.ts'
import { distributionQuantile } from '../../stats/distribution.ts'

const number = format('.3~g')

/** The range of an uncertain assumption that eight draws in ten fall in, such as `0.88 to 1.14`. */
export function sayDistribution(distribution: Distribution): string {
  const [low, high] = [
    number(distributionQuantile(distribution, 0.1)),
    number(distributionQuantile(distribution, 0.9)),
  ]
  return low === high ? low : `${low} to ${high}`
}
