import type { EditionsDiff, EditionTableDiff } from '../../datasets/catalogue/diff-editions.ts'
import type { ColumnSummary, RowChange } from '../../datasets/catalogue/diff-rows.ts'
import type { SeriesDiff, TableDiff } from '../../datasets/catalogue/diff-series.ts'
import { formatCount } from './format.ts'

/** Rows of each kind that are shown of a table; the JSON document has them all. */
const SHOWN = 10

/** What changed in a series, as text: editions, then each table with a summary by column and its first rows. */
export function formatSeriesDiff({ series, same, editions, tables }: SeriesDiff): string {
  if (same) return `${series}: no difference.\n`
  const lines = [
    ...editions.added.map(({ edition, period }) => `+ edition ${edition} (${period})`),
    ...editions.removed.map(({ edition, period }) => `- edition ${edition} (${period})`),
    ...editions.revised.map(
      ({ before, after }) =>
        `~ edition ${after.edition} (${after.period}): another file, ${before.file} before, ${after.file} now`,
    ),
    ...tables.flatMap(formatTable),
  ]
  return `${series}\n${lines.map((line) => `  ${line}`).join('\n')}\n`
}

/** What changed between two editions of one folder, as text: of each table definitions, periods, columns, first rows. */
export function formatEditionsDiff({ series, earlier, later, same, tables }: EditionsDiff): string {
  const title = `${series}, from edition ${earlier} to ${later}`
  if (same) return `${title}: no difference.\n`
  return `${title}\n${tables
    .flatMap(formatEditionTable)
    .map((line) => `  ${line}`)
    .join('\n')}\n`
}

function formatEditionTable(table: EditionTableDiff): string[] {
  const { definitions, periods } = table
  const [head = '', ...rest] = formatTable(table)
  return [
    head,
    ...definitions.map((change) => `  ! ${change}`),
    ...formatPeriods('+', 'new', periods.added),
    ...formatPeriods('-', 'dropped', periods.removed),
    ...rest,
  ]
}

const formatPeriods = (sign: string, what: string, periods: readonly string[]): string[] =>
  periods.length === 0
    ? []
    : [
        `  ${sign} ${formatCount(periods.length, `${what} period`)}: ${periods.slice(0, SHOWN).join(', ')}${periods.length > SHOWN ? ', …' : ''}`,
      ]

function formatTable({ file, key, added, removed, changed, columns }: TableDiff): string[] {
  return [
    `${file}: ${formatCount(added.length, 'row')} added, ${removed.length} removed, ${changed.length} changed (rows by ${key.join(', ')})`,
    ...columns.map((summary) => `  ${formatColumn(summary)}`),
    ...shorten(
      added.map((row) => `+ ${row}`),
      'added',
    ),
    ...shorten(
      removed.map((row) => `- ${row}`),
      'removed',
    ),
    ...shorten(changed.map(formatChange), 'changed'),
  ]
}

function formatColumn({ column, changed, numeric, net, largest, where }: ColumnSummary): string {
  const cells = `${column}: ${formatCount(changed, 'cell')} changed`
  if (numeric === 0) return cells
  const sign = net > 0 ? '+' : ''
  return `${cells}, net ${sign}${plain(net)}, largest difference ${plain(largest)} (${where})`
}

const formatChange = ({ key, cells }: RowChange): string =>
  `~ ${key}: ${cells.map(({ column, before, after }) => `${column} ${show(before)} -> ${show(after)}`).join(', ')}`

const show = (cell: string | null): string => (cell === null ? 'no column' : cell === '' ? 'blank' : cell)

/** A difference without the noise of binary fractions. */
const plain = (value: number): string => String(Number(value.toPrecision(12)))

const shorten = (lines: readonly string[], what: string): string[] => [
  ...lines.slice(0, SHOWN).map((line) => `  ${line}`),
  ...(lines.length > SHOWN ? [`  and ${formatCount(lines.length - SHOWN, 'more row')} ${what}`] : []),
]
