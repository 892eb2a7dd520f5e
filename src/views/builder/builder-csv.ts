import type { BuilderResult } from '../../domain/builder.ts'
import { measureOf } from '../../domain/measure.ts'
import { type Projection, STATISTICS, type Statistic } from '../../domain/projection.ts'
import { createReader, EVERYONE, type Spread } from '../projection-reader.ts'
import { comparedSpread, DIFFERENCE } from './say-difference.ts'

/** Columns of the file of what the builder draws. */
export const BUILDER_COLUMNS = ['scenario', 'year', 'area', 'measure', 'unit', 'statistic', 'value'] as const

/** What the builder draws, as a tidy table: the curves of both scenarios and their difference, every year. */
export function builderCsv({ built, against, comparison }: BuilderResult): string {
  const lines = [BUILDER_COLUMNS.join(',')]
  const put = (
    scenario: string,
    year: number,
    measure: string,
    spread: Spread | null,
    statistics: readonly Statistic[],
  ): void => {
    for (const statistic of spread ? statistics : [])
      lines.push(
        [scenario, year, 'ENG', measure, measureOf(measure).unit, statistic, spread![statistic]].join(','),
      )
  }
  const runs: readonly (readonly [string, Projection, readonly string[]])[] = [
    ['built', built, ['fte_at_work', 'need_fte', 'funded_fte', 'coverage']],
    ['compared', against, ['coverage']],
  ]
  for (const [scenario, projection, measures] of runs) {
    const reader = createReader(projection)
    for (const measure of measures)
      for (const year of projection.years)
        put(scenario, year, measure, reader.spread(reader.home.code, EVERYONE, measure, year), STATISTICS)
  }
  for (const measure of comparison.measures)
    for (const year of comparison.years)
      put('difference', year, measure, comparedSpread(comparison, DIFFERENCE, measure, year), COMPARED)
  return `${lines.join('\n')}\n`
}

const COMPARED: readonly Statistic[] = ['central', 'mean', 'p10', 'p50', 'p90']
