import { HeadroomError } from '../../errors/headroom-error.ts'
import { parseCsv } from '../../tables/parse-csv.ts'
import { monthOfWords } from '../parse-month.ts'
import { type PublishedFile, wholeText } from '../published-file.ts'
import { sheetsOf } from '../raw-sheet.ts'
import { createRawTable, type RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { Cell } from '../workbook.ts'

/** Staff of a region and nationality, or of a whole group of nationalities. */
export interface RegionStaff {
  readonly month: string
  readonly unit: 'headcount' | 'fte'
  /** England, or the region as published without “Health Education”. */
  readonly region: string
  /** Code of the group, `all` for everyone. */
  readonly group: string
  /** Nationality as published, `all` for the published total of the group. */
  readonly nationality: string
  /** 0 stands for less than half a full-time equivalent; where there is nobody, there is no row. */
  readonly staff: number
}

const GROUPS: ReadonlyMap<string, string> = new Map([
  ['all nationalities', 'all'],
  ['united kingdom', 'uk'],
  ['european union', 'eu'],
  ['european economic area', 'eea'],
  ['rest of world', 'rest-of-world'],
  ['unknown', 'unknown'],
])

/** Title of each part of the sheet: one part in headcount, one in full-time equivalents. */
const TITLE = /All staff by nationality and HEE region/i
const GROUP = 'Group of nationalities'
const NATIONALITY = 'Nationality'

/** True for the text or the first sheet of a workbook that starts with the title. */
export const isRegionSheet = (file: PublishedFile): boolean =>
  file.kind === 'text'
    ? TITLE.test(file.head.split(/[\r\n]/, 1)[0] ?? '')
    : TITLE.test(String(sheetsOf(file)[0]?.rows[0]?.[0] ?? ''))

/**
 * Reads the staff by nationality and region of Health Education England: two parts one below the other, each with a
 * block of regions for each month, groups of nationalities in the first column and nationalities in the second.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseRegionSheet(file: PublishedFile): readonly RegionStaff[] {
  const rows = rowsOf(file)
  const starts = rows.flatMap(([cell], index) => (TITLE.test(String(cell ?? '')) ? [index] : []))
  const staff = starts.flatMap((start, index) => readPart(file.name, rows, start, starts[index + 1]))
  for (const unit of ['headcount', 'fte'] as const)
    if (!staff.some((row) => row.unit === unit && row.region === 'England'))
      throw incomplete(file.name, `the ${unit === 'fte' ? 'full-time equivalents' : 'headcount'} of England`)
  return staff
}

// The publisher's rows have one cell more where they are blank, which a strict reader would refuse.
function rowsOf(file: PublishedFile): readonly (readonly Cell[])[] {
  if (file.kind === 'workbook') return sheetsOf(file)[0]?.rows ?? []
  try {
    return parseCsv(wholeText(file), ',', true)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause)
    throw new HeadroomError('edition-damaged', { file: file.name, format: 'a table', reason }, { cause })
  }
}

function readPart(
  file: string,
  rows: readonly (readonly Cell[])[],
  start: number,
  stop = rows.length,
): readonly RegionStaff[] {
  const unit = unitOf(file, String(rows[start]?.[0] ?? ''))
  const isMonths = (row: readonly Cell[]): boolean =>
    row.some((cell) => monthOfWords(String(cell ?? '')) !== null)
  const months = rows.findIndex((row, index) => index > start && index < stop && isMonths(row))
  if (months < 0) throw incomplete(file, `the months of the part in ${unit}`)
  const header = months + 1
  const { names, columns } = readHeadings(rows[months] ?? [], rows[header] ?? [])
  const isEnd = ([cell]: readonly Cell[], index: number): boolean =>
    index > header && /^source:/i.test(String(cell ?? ''))
  const end = rows.findIndex(isEnd)
  if (end < 0 || end > stop) throw incomplete(file, `the end of the part in ${unit} (“Source:”)`)
  const required = [GROUP, NATIONALITY, ...columns.map(({ name }) => name)]
  const table = createRawTable(file, header + 1, names, rows.slice(header + 1, end), required)
  const refuseRepeat = createRepeatCheck()
  let group: string | null = null
  return table.rows.flatMap((row) => {
    const label = row.optional(GROUP)
    if (label !== null)
      group = GROUPS.get(label.toLowerCase()) ?? row.refuse(GROUP, [...GROUPS.keys()].join(', '))
    const own = group ?? row.refuse(GROUP, 'a group of nationalities above the first nationality')
    const nationality = label === null ? row.text(NATIONALITY) : 'all'
    refuseRepeat(row, `${own}, ${nationality}`)
    return columns.flatMap(({ name, month, region }): RegionStaff[] => {
      const staff = readStaff(row, name)
      return staff === null ? [] : [{ month, unit, region, group: own, nationality, staff }]
    })
  })
}

/** A dash stands for nobody, as the notes below the table say. */
function readStaff(row: RawRow, column: string): number | null {
  if (row.optional(column) === '-') return null
  const staff = row.numeric(column, { min: 0 })
  return Number.isInteger(staff) ? staff : row.refuse(column, 'a whole number')
}

function unitOf(file: string, title: string): 'headcount' | 'fte' {
  if (/headcount\s*$/i.test(title)) return 'headcount'
  if (/(full[ -]time equivalents?|\bFTE)\s*$/i.test(title)) return 'fte'
  throw incomplete(file, 'the unit at the end of the title (headcount or full-time equivalent)')
}

/** Names of the columns, the month being above the first of its regions. */
function readHeadings(above: readonly Cell[], below: readonly Cell[]) {
  let month: string | null = null
  const columns: { readonly name: string; readonly month: string; readonly region: string }[] = []
  const names = below.map((cell, index) => {
    month = monthOfWords(String(above[index] ?? '')) ?? month
    const label = String(cell ?? '').trim()
    if (month === null || label === '') return [GROUP, NATIONALITY][index] ?? null
    const region = label.replace(/^Health Education /, '')
    const name = `${month} ${region}`
    columns.push({ name, month, region })
    return name
  })
  return { names, columns }
}

const incomplete = (file: string, missing: string): HeadroomError =>
  new HeadroomError('edition-incomplete', { file, missing })
