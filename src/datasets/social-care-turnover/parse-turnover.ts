import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { findHeader, readRawSheet, sheetsOf } from '../raw-sheet.ts'
import type { RawRow } from '../raw-table.ts'
import { ASCOF_COLUMNS, ASCOF_TITLE, OFLOG_COLUMNS } from './kind.ts'

/** Turnover of one council in one financial year; null where the publisher has or gives no figure. */
export interface CouncilTurnover {
  /** Financial year, for example `2016/17`. */
  readonly year: string
  /** ONS code of the council; `E92000001` for England where it is published. */
  readonly council: string
  readonly councilName: string
  /** Share of staff who left their role within the year. */
  readonly turnover: number | null
}

/** ONS code of England. */
export const ENGLAND_ONS = 'E92000001'
const COUNCIL = /^E(06|08|09|10)\d{6}$/
/** Rows of two councils together, which carry no ONS code of their own. */
const JOINT: ReadonlyMap<string, readonly string[]> = new Map([
  ['Cornwall and Isles of Scilly', ['E06000052', 'E06000053']],
])

/**
 * Reads staff turnover from the measures of the Office for Local Government.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseOflog(file: PublishedFile): readonly CouncilTurnover[] {
  const rows = readRawCsv(file, OFLOG_COLUMNS).rows.filter((row) =>
    /workforce turnover/i.test(row.text('Measure')),
  )
  const seen = new Map<string, number>()
  return refuseNone(
    rows.map((row) => {
      const council = row.text('Local authority code')
      if (!COUNCIL.test(council))
        row.refuse('Local authority code', 'the ONS code of a council with social care duties')
      const [, first, second] = /^(\d{4})-(\d\d)$/.exec(row.text('Financial year')) ?? []
      if (first === undefined) row.refuse('Financial year', 'a financial year such as 2016-17')
      const year = `${first}/${second}`
      refuseTwice(seen, row, `${year}, ${council}`)
      return { year, council, councilName: row.text('Local authority name'), turnover: toShare(row, 'Value') }
    }),
    file,
  )
}

/**
 * Reads staff turnover from the tables of the adult social care outcomes framework: the table is found
 * by its title, its years by its columns; regions and types of council are left out.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseAscof(file: PublishedFile): readonly CouncilTurnover[] {
  const sheet = sheetsOf(file).find(
    (candidate) =>
      findHeader(candidate, ASCOF_COLUMNS) >= 0 &&
      candidate.rows.slice(0, 10).some((row) => ASCOF_TITLE.test(String(row[0] ?? ''))),
  )
  if (!sheet) throw new Error(`${file.name} was recognised by a table it doesn't have`)
  const table = readRawSheet(file, sheet, ASCOF_COLUMNS)
  const years = table.columns.flatMap((column) => {
    const [, from, century, to] = /^(\d{4}) to (\d\d)(\d\d) - outcome$/i.exec(column) ?? []
    return from !== undefined && century !== undefined ? [{ column, year: `${from}/${to}` }] : []
  })
  if (years.length === 0)
    throw new HeadroomError('edition-columns', {
      place: table.place,
      expected: 'years such as 2023 to 2024 - outcome',
      missing: 'any year',
    })
  const seen = new Map<string, number>()
  const figures = table.rows.flatMap((row) =>
    years.flatMap(({ column, year }) =>
      councilsOf(row).map((council): CouncilTurnover => {
        refuseTwice(seen, row, `${year}, ${council}, ${row.text('Local authority')}`)
        return { year, council, councilName: row.text('Local authority'), turnover: toShare(row, column) }
      }),
    ),
  )
  return refuseNone(
    figures.filter((figure) => isBest(figure, figures)),
    file,
  )
}

/** Codes of the councils a row is about: one, two for a joint row, none for regions and types of council. */
function councilsOf(row: RawRow): readonly string[] {
  const code = row.optional('ONS area code') ?? ''
  if (COUNCIL.test(code) || code === ENGLAND_ONS) return [code]
  return JOINT.get(row.optional('Local authority') ?? '') ?? []
}

/** Of a council's own row and a joint one for the same year, the one with a figure, its own if both have. */
function isBest(figure: CouncilTurnover, all: readonly CouncilTurnover[]): boolean {
  const same = all.filter(({ year, council }) => year === figure.year && council === figure.council)
  return figure === (same.find(({ turnover }) => turnover !== null) ?? same[0])
}

function toShare(row: RawRow, column: string): number | null {
  const percent = row.numericOrMissing(column, { min: 0, max: 200 })
  return percent === null ? null : percent / 100
}

function refuseTwice(seen: Map<string, number>, row: RawRow, key: string): void {
  const first = seen.get(key)
  if (first !== undefined) throw new HeadroomError('edition-duplicate', { place: row.place, key, first })
  seen.set(key, row.number)
}

function refuseNone(rows: readonly CouncilTurnover[], file: PublishedFile): readonly CouncilTurnover[] {
  if (rows.length > 0) return rows
  throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'staff turnover of any council' })
}
