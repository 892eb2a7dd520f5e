import { coverageOf, sayCoverage } from '../src/datasets/catalogue/coverage.ts'
import { type DescribedTable, keyColumns, readTidyRecords } from '../src/datasets/catalogue/tidy-records.ts'
import { SERIES } from '../src/datasets/registry.ts'
import type { SourceDescription } from '../src/datasets/source-description.ts'
import type { InputFiles } from '../src/domain/input-files.ts'
import { cell, code, page, table } from './markdown.ts'

/** The list of all series. */
export const seriesIndex = (sources: readonly SourceDescription[]): string =>
  page(
    'Published series',
    'The published statistics behind the figures, one folder of `data/statistics/` each. ' +
      '`headroom datasets SERIES` says the same of the data you have, ' +
      '`headroom datasets diff SERIES --against FOLDER` what changed, and with `--edition` twice what changed between editions.',
    table(
      ['series', 'what', 'publisher', 'licence'],
      sources.map(({ series, title, publisher, licence }) => [
        `[${series}](${series}.md)`,
        cell(title),
        cell(publisher),
        cell(licence),
      ]),
    ),
    'For other programs, all tables are described as a [Data Package](../../../data/datapackage.json), and ' +
      'each has CSVW metadata beside it, in `TABLE.csv-metadata.json`.',
  )

/** What is known of one series: publisher, files it is made from, editions, tables with every column. */
export function seriesPage(files: InputFiles, source: SourceDescription): string {
  const { series, title, publisher, licence, attribution, address, editions, tables, notes } = source
  return page(
    title,
    `Series ${code(series)}, in ${code(`data/statistics/${series}/`)}.`,
    table(
      ['', ''],
      [
        ['publisher', cell(publisher)],
        ['licence', cell(licence)],
        ['attribution', cell(attribution)],
        ['address', address === null ? 'none known' : `<${address}>`],
      ],
    ),
    '## Files it is made from',
    importedFrom(series),
    '## Editions',
    table(
      ['edition', 'period', 'file', 'rows read', 'SHA-256'],
      editions.map(({ edition, period, file, rows, sha256 }) => [
        cell(edition),
        cell(period),
        cell(file),
        rows.toLocaleString('en-GB'),
        sha256 === null ? '' : code(sha256.slice(0, 16)),
      ]),
    ),
    ...tables.flatMap((described) => tableSection(files, series, described)),
    ...(notes.length > 0 ? ['## Notes', notes.map((note) => `- ${note}`).join('\n')] : []),
  )
}

function importedFrom(code: string): string {
  const series = SERIES.find((candidate) => candidate.code === code)
  if (!series) return 'Collected by hand: each row names its source.'
  const kinds = (list: readonly { readonly title: string }[]): string =>
    list.map(({ title }) => `- ${title}`).join('\n')
  const companions = series.companions.filter((kind) => !series.starts.includes(kind))
  return [
    '`headroom import` knows these by their content:',
    kinds(series.starts),
    ...(companions.length > 0 ? ['With them, where they are needed:', kinds(companions)] : []),
  ].join('\n\n')
}

function tableSection(files: InputFiles, series: string, described: DescribedTable): string[] {
  const coverage = coverageOf(described.columns, readTidyRecords(files, series, described))
  return [
    `## ${described.file}`,
    `${described.title}. ${described.definition}`,
    `${sayCoverage(coverage)}. A row is told by ${keyColumns(described.columns).map(code).join(', ')}.`,
    table(
      ['column', 'type', 'unit', 'counted as', 'meaning'],
      described.columns.map(({ name, type, unit, definition, description }) => [
        code(name),
        type,
        cell(unit ?? ''),
        cell(definition ?? ''),
        cell(description),
      ]),
    ),
  ]
}
