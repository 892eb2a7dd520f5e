import type { Figure } from '../pipeline/explain-figure.ts'
import { addressOf, figureSubject, type PageQuery } from './page-query.ts'
import type { ServerContext } from './server-context.ts'

/** The number that an explanation of a query is about: one area, series, measure and year. */
export function explainedFigure(query: PageQuery, { reader }: Pick<ServerContext, 'reader'>): Figure {
  const { area, series, measure } = figureSubject(query, reader)
  return { year: query.year, area: area.code, code: series.code, measure }
}

/** Address of the explanation of a query's number, or null where the server doesn't know what the run started from. */
export const explainAddress = (
  { reader, ground }: Pick<ServerContext, 'reader' | 'ground'>,
  { area, series, measure, year }: Pick<PageQuery, 'area' | 'series' | 'measure' | 'year'>,
): string | null => (ground ? addressOf('/explain', { area, series, measure, year }, reader) : null)
