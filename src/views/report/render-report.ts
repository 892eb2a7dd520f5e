import type { Projection, ResultArea } from '../../domain/projection.ts'
import { createFanChart } from '../fan/fan-chart.ts'
import { FAN_LOOKS, fanSvg } from '../fan/fan-svg.ts'
import { axisNote } from '../fan/scales.ts'
import { createHeadline, createSectorLines, createTitle } from '../headline/headline.ts'
import { createHexMap } from '../hex/hex-map.ts'
import { hexKey, hexSvg } from '../hex/hex-svg.ts'
import { html, type Markup, trusted } from '../markup.ts'
import type { Background } from '../method/background.ts'
import {
  certaintySection,
  findingsList,
  runSummary,
  sourceLists,
  uncertaintyTable,
} from '../method/method-sections.ts'
import { formatValue } from '../numbers/format-value.ts'
import { createReader, EVERYONE, type ProjectionReader } from '../projection-reader.ts'
import { areaTable } from '../tables/area-table.ts'
import { sectorTable } from '../tables/sector-table.ts'
import { keyYears, yearTable } from '../tables/year-table.ts'
import { REPORT_STYLE } from './report-style.ts'

/**
 * Writes the report of a run as one HTML file that needs nothing else: no script, no request. The same
 * projection and background give the same text.
 */
export function renderReport(projection: Projection, background: Background): string {
  const reader = createReader(projection)
  const area = reader.home
  const everyone = { ...EVERYONE, name: 'All health and care staff' }
  const title = createTitle(reader, { area, series: everyone })
  const { manifest } = projection
  const text = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} – Headroom</title>
<style>${trusted(REPORT_STYLE)}</style>
</head>
<body>
<header class="top"><p class="name">Headroom</p><h1>${title}</h1></header>
<main>
${headlineSection(reader, area)}
${balanceSection(reader, area)}
${sectorSections(reader, area)}
${areasSection(reader, background)}
<h2 class="page">How sure we are</h2>
${certaintySection(background)}
<div class="small">${uncertaintyTable(background, 'uncertainty')}</div>
${findingsSection(projection)}
<h2>Where the figures come from</h2>
<div class="small">${sourceLists(background)}</div>
<h2>This run</h2>
<p>The same version, files, seed and number of runs give the same figures to the last digit.</p>
${runSummary(projection)}
</main>
<footer class="end"><p>Headroom run ${manifest.run}, scenario “${manifest.scenario.replaceAll('-', ' ')}”, ${formatValue(manifest.draws, 'heads')} runs of the model from seed ${manifest.seed}. Figures contain public sector information licensed under the Open Government Licence v3.0.</p></footer>
</body>
</html>
`
  return text.markup
}

function headlineSection(reader: ProjectionReader, area: ResultArea): Markup {
  const series = { ...EVERYONE, name: '' }
  const headline = createHeadline(reader, { area, series, year: reader.lastYear })
  const lines = createSectorLines(reader, area, reader.lastYear)
  return html`<p class="lead">${headline.sentence}</p>
<p>${headline.perHundred} ${headline.today}</p>
<div class="panel"><p>${headline.meaning} The way staff in post is projected has been tested against the past; these ranges of need and of the gap have not.</p></div>
<h2>By sector</h2>
<ul>${lines.map(({ name, text }) => html`<li><strong>${name}</strong> ${text}.</li>`)}</ul>
${sectorTable(reader, area, {
  id: 'sectors',
  caption: `Staff, need and coverage by sector. Full-time equivalents; coverage is staff as a share of need. Ranges hold 8 in 10 runs.`,
  year: reader.lastYear,
})}`
}

function balanceSection(reader: ProjectionReader, area: ResultArea): Markup {
  return html`<h2>All health and care staff</h2>${figure(reader, area, { ...EVERYONE, name: '' }, 'all')}`
}

function sectorSections(reader: ProjectionReader, area: ResultArea): readonly Markup[] {
  const sectors = reader.projection.series.filter(({ level }) => level === 'sector')
  return sectors.map(
    (series) =>
      html`<section class="keep"><h2>${series.name}</h2>${figure(reader, area, series, series.code)}</section>`,
  )
}

function figure(
  reader: ProjectionReader,
  area: ResultArea,
  series: Parameters<typeof createFanChart>[1]['series'],
  id: string,
): Markup {
  const chart = createFanChart(reader, { area, series, measure: 'balance' })
  const note = axisNote(chart)
  return html`${yearTable(chart, `table-${id}`, keyYears(chart.firstYear, chart.lastYear))}<figure aria-label="${chart.title}">${fanSvg(chart, { id: `fan-${id}`, ...FAN_LOOKS.report })}${note ? html`<figcaption>${note}</figcaption>` : null}</figure>`
}

function areasSection(reader: ProjectionReader, { reference }: Background): Markup | null {
  if (reader.localAreas.length < 2) return null
  const year = reader.lastYear
  const map = createHexMap(reader, reference, EVERYONE, year)
  return html`<h2 class="page">The ${reader.localAreas.length} areas in ${year}</h2>
<p>Of every 100 full-time staff needed in an area, how many are likely to be at work in ${year}: the middle of the range, and the range of 8 in 10 runs under it. <a href="#area-map">The map</a> follows the table.</p>
${areaTable(reader, reference, {
  id: 'areas',
  caption: `Areas by coverage of need in ${year}, lowest first`,
  series: EVERYONE,
  year,
  order: 'coverage',
})}
<figure id="area-map" aria-label="Map of areas by coverage of need in ${year}">${hexSvg(map, { id: 'map', width: 700, names: true })}${hexKey(map)}</figure>`
}

function findingsSection(projection: Projection): Markup | null {
  const list = findingsList(projection)
  return list && html`<h2>What checks found</h2>${list}`
}
