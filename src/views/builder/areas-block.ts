import type { BuilderFrame, BuilderResult } from '../../domain/builder.ts'
import { createHexMap } from '../hex/hex-map.ts'
import { hexKey, hexSvg } from '../hex/hex-svg.ts'
import { html, type Markup } from '../markup.ts'
import { createReader, EVERYONE, type Spread } from '../projection-reader.ts'
import { type DataTable, writeTable } from '../tables/data-table.ts'
import { spreadCell } from '../tables/spread-cell.ts'

/** What an area comes to: its coverage under both scenarios, and staff less need under the one that is built. */
export interface AreaRow {
  readonly code: string
  readonly name: string
  readonly compared: Spread | null
  readonly built: Spread | null
  readonly gap: Spread | null
}

/** Every area, in the order of the list of areas. */
export function areaRows(
  { built, against }: Pick<BuilderResult, 'built' | 'against'>,
  places: BuilderFrame['places'],
  year: number,
): readonly AreaRow[] {
  const [reader, other] = [createReader(built), createReader(against)]
  return places.areas.map(({ code, name }) => ({
    code,
    name,
    compared: other.spread(code, EVERYONE, 'coverage', year),
    built: reader.spread(code, EVERYONE, 'coverage', year),
    gap: reader.spread(code, EVERYONE, 'gap_fte', year),
  }))
}

/** The table of the areas, without its rows. */
export const areasHead = (
  { built, comparison }: Pick<BuilderResult, 'built' | 'comparison'>,
  year: number,
): Omit<DataTable, 'id' | 'rows'> => ({
  caption: `The areas in March ${year}. Coverage is staff as a share of need: middle of the range, and the range of 8 in 10 of ${built.manifest.draws} runs.`,
  columns: [
    { label: 'Area' },
    { label: comparison.a.title, numeric: true },
    { label: comparison.b.title, numeric: true },
    { label: 'Staff less need', numeric: true },
  ],
})

/** The cells of an area’s row. */
export const areaCells = ({ compared, built, gap }: AreaRow): readonly Markup[] => [
  spreadCell(compared, 'share'),
  spreadCell(built, 'share'),
  spreadCell(gap, 'fte'),
]

/** Every area under the scenario: the table of both coverages, then the map. */
export function areasBlock(result: BuilderResult, places: BuilderFrame['places'], year: number): Markup {
  const rows = areaRows(result, places, year).map((row) => ({ header: row.name, cells: areaCells(row) }))
  const table = writeTable({ id: 'build-areas', ...areasHead(result, year), rows })
  const map = createHexMap(createReader(result.built), places, EVERYONE, year)
  return html`<section><h2 class="govuk-heading-m" id="areas-heading">Area by area</h2><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">All areas as a table</span></summary><div class="govuk-details__text hr-details__wide">${table}</div></details><div class="hr-only-wide">${hexSvg(map, { id: 'build-map-wide', width: 620, names: true })}</div><div class="hr-only-narrow">${hexSvg(map, { id: 'build-map-narrow', width: 330, names: false })}</div><h3 class="govuk-heading-s">Staff at work per 100 needed</h3>${hexKey(map)}</section>`
}
