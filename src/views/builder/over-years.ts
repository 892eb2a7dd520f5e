import type { BuilderResult } from '../../domain/builder.ts'
import type { Figure } from '../figures/figure.ts'
import { builderCharts } from './builder-charts.ts'
import { type Place, sayHowAlone } from './builder-results.ts'
import { COMPARED_STATISTICS, createFanFigure } from './fan-figure.ts'

/** Staff, need and funded posts under the scenario that is built. */
function createBalanceFigure(result: BuilderResult, where: Place): Figure {
  const { balance } = builderCharts(result)
  const { firstYear, lastYear } = balance
  const title = `Staff, need and funded posts: “${result.comparison.b.title}”, England, ${firstYear} to ${lastYear}`
  return createFanFigure({ ...balance, title }, ['built', 'built', 'built'], sayHowAlone(result, where))
}

/** Coverage of need under both scenarios. */
const createCoverageFigure = (result: BuilderResult, where: Place): Figure =>
  createFanFigure(builderCharts(result).coverage, ['built', 'compared'], sayHowAlone(result, where))

/** The difference in staff less need, with its own range. */
const createDifferenceFigure = (result: BuilderResult, where: Place): Figure =>
  createFanFigure(
    builderCharts(result).difference,
    ['difference'],
    sayHowAlone(result, where),
    COMPARED_STATISTICS,
  )

/** The figures of a result over the years, by the name in their addresses. */
export const OVER_YEARS = {
  balance: createBalanceFigure,
  coverage: createCoverageFigure,
  difference: createDifferenceFigure,
} as const
