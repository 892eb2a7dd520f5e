import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { findHeader, readRawSheet, sheetsOf } from '../raw-sheet.ts'
import { ASCOF_COLUMNS, ASCOF_TITLE } from '../social-care-turnover/kind.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import type { Sheet } from '../workbook.ts'
import { type CouncilOutcome, type Outcomes, PARTS, readOutcome, refuseTwice } from './council-outcome.ts'

const COUNCIL = /^E(06|08|09|10)\d{6}$/
const TITLE = /^table (\d[a-z](?:\(\d[a-z]?\))?)\s*:/i
const YEAR = /^(\d{4}) to \d\d(\d\d) - (.+)$/i

/**
 * Reads every table of the outcomes framework but that of staff turnover, which is a series of its own.
 * A table is known by its title, its years and parts by its columns; margins of error, numbers of
 * respondents, regions and types of council are left out. A workbook with no other table gives no rows.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`
 */
export function parseTables(file: PublishedFile): Outcomes {
  const rows: CouncilOutcome[] = []
  let twoValues = 0
  for (const sheet of sheetsOf(file)) {
    const measure = measureOf(sheet)
    if (measure === null) continue
    const table = readRawSheet(file, sheet, ASCOF_COLUMNS)
    const columns = table.columns.flatMap((column) => {
      const [, from, to, part = ''] = YEAR.exec(column) ?? []
      // Table 6b has columns for each rating before those of the measure itself.
      const suffix = PARTS.get(part.toLowerCase().replace(`${measure} `, ''))
      return from === undefined || suffix === undefined
        ? []
        : [{ column, year: `${from}/${to}`, measure: `${measure}${suffix}` }]
    })
    if (!columns.some((column) => column.measure === measure))
      throw new HeadroomError('edition-columns', {
        place: table.place,
        expected: 'years such as 2023 to 2024 - outcome',
        missing: 'any year',
      })
    const seen = new Map<string, number>()
    for (const row of table.rows) {
      const council = row.optional('ONS area code') ?? ''
      if (!COUNCIL.test(council) && council !== ENGLAND_ONS) continue
      refuseTwice(seen, row, council)
      for (const { column, ...key } of columns) {
        const { value, missing, hasSecond } = readOutcome(row, column)
        if (hasSecond) twoValues += 1
        rows.push({ ...key, council, value, missing })
      }
    }
  }
  const years = rows.map(({ year }) => year).sort()
  return { edition: years.at(-1) ?? '', rows, twoValues }
}

/** Code of the measure a sheet is about, or null where it holds no table, or that of staff turnover. */
function measureOf(sheet: Sheet): string | null {
  if (findHeader(sheet, ASCOF_COLUMNS) < 0) return null
  const title = sheet.rows
    .slice(0, 10)
    .map((row) => String(row[0] ?? '').trim())
    .find((text) => TITLE.test(text))
  if (title === undefined || ASCOF_TITLE.test(title)) return null
  return TITLE.exec(title)?.[1]?.toLowerCase() ?? null
}
