import { sayCoverage } from '../../datasets/catalogue/coverage.ts'
import type { CataloguedSeries } from '../../datasets/catalogue/describe-series.ts'
import { formatCount } from './format.ts'
import { alignTable, wrapText } from './table.ts'

/** A series in the list of all: publisher, editions, tables with their coverage. */
export function formatListed({
  series,
  title,
  publisher,
  licence,
  address,
  editions,
  tables,
}: CataloguedSeries): string {
  const lines = [
    `${series}: ${title}`,
    `  ${publisher}; ${licence}`,
    ...(address === null ? [] : [`  ${address}`]),
    ...editions.map(({ edition, period }) => `  edition ${edition} (${period})`),
    ...tables.flatMap((table) => [
      `  data/${table.path}: ${table.title}`,
      `    ${sayCoverage(table.coverage)}; sha256 ${table.sha256.slice(0, 12)}`,
    ]),
  ]
  return `${lines.join('\n')}\n`
}

/** Everything known of one series: editions, and of every table coverage, columns, definition and checksum. */
export function formatSeries(source: CataloguedSeries): string {
  const { series, title, publisher, licence, attribution, address, editions, tables, notes } = source
  const indented = (text: string, indent: string): string =>
    indent + wrapText(text, 96 - indent.length, indent)
  const lines = [
    `${series}: ${title}`,
    `  publisher    ${publisher}`,
    `  licence      ${licence}`,
    `  attribution  ${wrapText(attribution, 83, ' '.repeat(15))}`,
    ...(address === null ? [] : [`  address      ${address}`]),
    '',
    'Editions',
    ...alignTable(
      editions.map(({ edition, period, file, rows }) => [
        `  ${edition}`,
        period,
        formatCount(rows, 'row'),
        file,
      ]),
      ['left', 'left', 'right', 'left'],
    ),
    ...tables.flatMap((table) => [
      '',
      `data/${table.path}: ${table.title}`,
      `  ${sayCoverage(table.coverage)}`,
      `  sha256 ${table.sha256}`,
      indented(table.definition, '  '),
      ...alignTable(
        table.columns.map(({ name, type, unit, definition, description }) => [
          `    ${name}`,
          type,
          unit ?? '',
          definition ?? '',
          description,
        ]),
        ['left', 'left', 'left', 'left', 'left'],
      ),
    ]),
    ...(notes.length > 0 ? ['', 'Notes', ...notes.map((note) => indented(note, '  '))] : []),
  ]
  return `${lines.join('\n')}\n`
}
