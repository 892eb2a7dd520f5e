import { measureOf } from '../../domain/measure.ts'
import { BALANCE } from '../../views/fan/fan-chart.ts'
import { createCauses } from '../../views/figures/causes.ts'
import { createDuties } from '../../views/figures/duties.ts'
import type { Figure } from '../../views/figures/figure.ts'
import { createFlows } from '../../views/figures/flows.ts'
import { createMap } from '../../views/figures/map.ts'
import { createMoves } from '../../views/figures/moves.ts'
import { createParts } from '../../views/figures/parts.ts'
import { createRanking } from '../../views/figures/ranking.ts'
import { createStaffing } from '../../views/figures/staffing.ts'
import type { ProjectionReader } from '../../views/projection-reader.ts'
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
  /** The number that it is explained by: a measure, and the year where that isn’t the query’s. None for what no run works out. */
  readonly explains?: (
    query: PageQuery,
    reader: ProjectionReader,
  ) => { readonly measure: string; readonly year?: number }
  readonly make: (context: ServerContext, query: PageQuery) => Figure
}

const ofMeasure = (query: PageQuery) => ({ measure: singleMeasure(query).code })
const atBase =
  (measure: string) =>
  (_: PageQuery, { firstYear }: ProjectionReader) => ({ measure, year: firstYear })

/** Every kind of figure but the fan chart, which has an address of its own. */
export const FIGURE_KINDS: readonly FigureKind[] = [
  {
    code: 'ranking',
    about: 'areas in order, each with its range',
    uses: ['area', 'series', 'measure', 'year'],
    explains: ofMeasure,
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
    explains: () => ({ measure: 'coverage' }),
    make: ({ reader, background }, { area, series, year }) =>
      createMap(reader, background.reference, { series, year, current: area.code }),
  },
  {
    code: 'parts',
    about: 'small charts of the staff groups or occupations of a series',
    uses: ['area', 'series', 'measure'],
    explains: ofMeasure,
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
    explains: () => ({ measure: 'supply_heads' }),
    make: ({ reader }, { area, series, year }) => createCauses(reader, { area, series, year }),
  },
  {
    code: 'flows',
    about: 'people who come and go in a year, each way with its range',
    uses: ['area', 'series', 'year'],
    explains: () => ({ measure: 'joiners_heads' }),
    make: ({ reader }, { area, series, year }) => createFlows(reader, { area, series, year }),
  },
  {
    code: 'moves',
    about: 'people who move between occupations in a year',
    uses: ['area', 'series', 'year'],
    explains: () => ({ measure: 'moves_out_heads' }),
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
    explains: atBase('staff_per_1000'),
    make: ({ reader }, { area, year }) => createStaffing(reader, { area, year }),
  },
  {
    code: 'duties',
    about: 'unpaid care: hours, carers who give most, how it is shared',
    uses: ['area'],
    explains: ({ measure }) => ({
      measure: measure !== BALANCE && measureOf(measure).ofCare ? measure : 'unpaid_hours_per_adult',
    }),
    make: ({ reader }, { area }) => createDuties(reader, { area }),
  },
  {
    code: 'staff-pyramid',
    about: 'staff in post at the base by age and sex',
    uses: ['area', 'series'],
    explains: atBase('supply_heads'),
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
