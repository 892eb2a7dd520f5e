import { createCauses } from '../../views/figures/causes.ts'
import { createDuties } from '../../views/figures/duties.ts'
import type { Figure } from '../../views/figures/figure.ts'
import { createFlows } from '../../views/figures/flows.ts'
import { createMap } from '../../views/figures/map.ts'
import { createMoves } from '../../views/figures/moves.ts'
import { createParts } from '../../views/figures/parts.ts'
import { createRanking } from '../../views/figures/ranking.ts'
import { createStaffing } from '../../views/figures/staffing.ts'
import { addressOf, figureSubject, type PageQuery, singleMeasure } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { populationPyramid, staffPyramid } from './pyramids.ts'

/** A kind of figure that has an address of its own. */
export interface FigureKind {
  readonly code: string
  /** What it shows, for the list of addresses. */
  readonly about: string
  /** Parts of a query that change it. */
  readonly uses: readonly (keyof PageQuery)[]
  readonly make: (context: ServerContext, query: PageQuery) => Figure
}

/** Every kind of figure but the fan chart, which has an address of its own. */
export const FIGURE_KINDS: readonly FigureKind[] = [
  {
    code: 'ranking',
    about: 'areas in order, each with its range',
    uses: ['area', 'series', 'measure', 'year'],
    make: ({ reader }, query) =>
      createRanking(reader, {
        series: figureSubject(query, reader).series,
        measure: singleMeasure(query),
        year: query.year,
        current: query.area.code,
        href: (code) => {
          const area = reader.findArea(code)
          return addressOf('/explore', area ? { ...query, area } : query, reader)
        },
      }),
  },
  {
    code: 'map',
    about: 'map of areas by coverage of need',
    uses: ['area', 'series', 'year'],
    make: ({ reader, background }, { area, series, year }) =>
      createMap(reader, background.reference, { series, year, current: area.code }),
  },
  {
    code: 'parts',
    about: 'small charts of the staff groups or occupations of a series',
    uses: ['area', 'series', 'measure'],
    make: ({ reader, background }, query) =>
      createParts(reader, background.reference, {
        area: query.area,
        series: query.series,
        measure: singleMeasure(query),
        href: (key) => {
          const series = reader.findSeries(key.level, key.code)
          return addressOf('/explore', series ? { ...query, series } : query, reader)
        },
      }),
  },
  {
    code: 'causes',
    about: 'what changes staff in post between the base and a year',
    uses: ['area', 'series', 'year'],
    make: ({ reader }, { area, series, year }) => createCauses(reader, { area, series, year }),
  },
  {
    code: 'flows',
    about: 'people who come and go in a year, each way with its range',
    uses: ['area', 'series', 'year'],
    make: ({ reader }, { area, series, year }) => createFlows(reader, { area, series, year }),
  },
  {
    code: 'moves',
    about: 'people who move between occupations in a year',
    uses: ['area', 'series', 'year'],
    make: ({ reader, background }, { area, series, year }) =>
      createMoves(
        reader,
        { occupations: background.reference.occupations, routes: background.book?.moves ?? [] },
        { area, series, year },
      ),
  },
  {
    code: 'staffing',
    about: 'staff per 1,000 people by occupation at the base, against England',
    uses: ['area', 'year'],
    make: ({ reader }, { area, year }) => createStaffing(reader, { area, year }),
  },
  {
    code: 'duties',
    about: 'unpaid care: hours, carers who give most, how it is shared',
    uses: ['area'],
    make: ({ reader }, { area }) => createDuties(reader, { area }),
  },
  {
    code: 'staff-pyramid',
    about: 'staff in post at the base by age and sex',
    uses: ['area', 'series'],
    make: staffPyramid,
  },
  {
    code: 'population-pyramid',
    about: 'residents by age and sex, newest estimate',
    uses: ['area'],
    make: populationPyramid,
  },
]

/** The parts of a query that a kind of figure depends on, so that each figure has one address. */
export function relevant({ uses }: FigureKind, query: PageQuery): Partial<PageQuery> {
  return Object.fromEntries(uses.map((name) => [name, query[name]]))
}

/** The address of a figure, with an ending for a file of it. */
export const figureAddress = (
  kind: FigureKind,
  query: PageQuery,
  { reader }: Pick<ServerContext, 'reader'>,
  ending?: string,
): string => addressOf(`/figure/${kind.code}${ending ? `.${ending}` : ''}`, relevant(kind, query), reader)
