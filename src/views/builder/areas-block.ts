import type { BuilderFrame, BuilderResult } from '../../domain/builder.ts'
import { createHexMap } from '../hex/hex-map.ts'
import { hexKey, hexSvg } from '../hex/hex-svg.ts'
import { html, type Markup } from '../markup.ts'
import { createReader, EVERYONE } from '../projection-reader.ts'
import { writeTable } from '../tables/data-table.ts'
import { spreadCell } from '../tables/spread-cell.ts'

/** Every area under the scenario: the table of both coverages, then the map. */
export function areasBlock(
  { built, against, comparison }: BuilderResult,
  places: BuilderFrame['places'],
  year: number,
): Markup {
  const [reader, other] = [createReader(built), createReader(against)]
  const coverage = (of: typeof reader, code: string) => of.spread(code, EVERYONE, 'coverage', year)
  const rows = places.areas.map(({ code, name }) => ({
    header: name,
    cells: [
      spreadCell(coverage(other, code), 'share'),
      spreadCell(coverage(reader, code), 'share'),
      spreadCell(reader.spread(code, EVERYONE, 'gap_fte', year), 'fte'),
    ],
  }))
  const table = writeTable({
    id: 'build-areas',
    caption: `The areas in March ${year}. Coverage is staff as a share of need: middle of the range, and the range of 8 in 10 of ${built.manifest.draws} runs.`,
    columns: [
      { label: 'Area' },
      { label: comparison.a.title, numeric: true },
      { label: comparison.b.title, numeric: true },
      { label: 'Staff less need', numeric: true },
    ],
    rows,
  })
  const map = createHexMap(reader, places, EVERYONE, year)
  return html`<section><h2 class="govuk-heading-m" id="areas-heading">Area by area</h2><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">All areas as a table</span></summary><div class="govuk-details__text hr-details__wide">${table}</div></details><div class="hr-only-wide">${hexSvg(map, { id: 'build-map-wide', width: 620, names: true })}</div><div class="hr-only-narrow">${hexSvg(map, { id: 'build-map-narrow', width: 330, names: false })}</div><h3 class="govuk-heading-s">Staff at work per 100 needed</h3>${hexKey(map)}</section>`
}
