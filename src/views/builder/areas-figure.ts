import type { BuilderFrame, BuilderResult } from '../../domain/builder.ts'
import { STATISTICS } from '../../domain/projection.ts'
import type { Figure } from '../figures/figure.ts'
import { createMap } from '../figures/map.ts'
import { html } from '../markup.ts'
import { createReader, EVERYONE } from '../projection-reader.ts'
import { areaCells, areaRows, areasHead } from './areas-block.ts'
import { type Place, sayHowAlone } from './builder-results.ts'
import { valueRecord } from './fan-figure.ts'

/**
 * Every area under a scenario, as a figure of its own: the map of all areas with the table that the builder has.
 * @param result of every area
 */
export function createAreasFigure(
  result: BuilderResult,
  places: BuilderFrame['places'],
  year: number,
  where: Place,
): Figure {
  const { built, comparison } = result
  const series = { ...EVERYONE, name: 'All health and care staff' }
  const map = createMap(createReader(built), places, { series, year, scenario: comparison.b.title })
  const found = new Map(areaRows(result, places, year).map((row) => [row.code, row]))
  // the map’s rows, lowest first, and with them its marks
  const rows = map.records.map(({ area }) => found.get(String(area))!)
  return {
    ...map,
    note: `${map.note} ${sayHowAlone(result, where)}`,
    columns: ['scenario', 'year', 'area', 'name', 'measure', 'unit', ...STATISTICS],
    records: rows.flatMap(({ code, name, compared, built: under, gap }) =>
      (
        [
          ['built', 'coverage', under],
          ['compared', 'coverage', compared],
          ['built', 'gap_fte', gap],
        ] as const
      ).flatMap(([scenario, measure, spread]) =>
        spread ? [{ ...valueRecord({ scenario, year, area: code, measure }, spread), name }] : [],
      ),
    ),
    table: {
      ...areasHead(result, year),
      context: map.title,
      rows: rows.map((row, index) => ({
        header: row.name,
        cells: areaCells(row),
        attributes: map.table.rows[index]?.attributes ?? html``,
      })),
    },
  }
}
