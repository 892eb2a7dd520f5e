import type { BuilderResult } from '../../domain/builder.ts'
import type { Figure } from '../figures/figure.ts'
import { builderCharts } from './builder-charts.ts'
import { COMPARED_STATISTICS, createFanFigure } from './fan-figure.ts'

/** Staff, need and funded posts under the scenario that is built. @param note how it was worked out */
export function createBalanceFigure(result: BuilderResult, note: string): Figure {
  const { balance } = builderCharts(result)
  const { firstYear, lastYear } = balance
  const title = `Staff, need and funded posts: “${result.comparison.b.title}”, England, ${firstYear} to ${lastYear}`
  return createFanFigure({ ...balance, title }, ['built', 'built', 'built'], note)
}

/** Coverage of need under both scenarios. @param note how it was worked out */
export const createCoverageFigure = (result: BuilderResult, note: string): Figure =>
  createFanFigure(builderCharts(result).coverage, ['built', 'compared'], note)

/** The difference in staff less need, with its own range. @param note how it was worked out */
export const createDifferenceFigure = (result: BuilderResult, note: string): Figure =>
  createFanFigure(builderCharts(result).difference, ['difference'], note, COMPARED_STATISTICS)
