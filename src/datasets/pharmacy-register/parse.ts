import { HeadroomError } from '../../errors/headroom-error.ts'
import { createTextFile, type PublishedFile, wholeText } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { refuseTwice } from '../social-care-outcomes/council-outcome.ts'

/** A count of one profession in one month. */
export interface RegisterCount {
  /** Month, for example `2025-04`. */
  readonly month: string
  readonly profession: string
  /** `great-britain` or `england`; `great-britain` where a row of joiners or leavers doesn't say. */
  readonly country: string
  readonly people: number
  /** Running total since April as published, for joiners and leavers. */
  readonly total: number | null
  /** True where the row doesn't say which country it is for. */
  readonly isCountryBlank: boolean
}

const PROFESSIONS: ReadonlyMap<string, string> = new Map([
  ['pharmacist', 'pharmacist'],
  ['pharmacy technician', 'pharmacy-technician'],
])
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['all', 'great-britain'],
  ['england', 'england'],
])

/**
 * Reads one of the files of the register.
 * @param required its columns
 * @param counted the column of people
 * @param total the column of running totals, or null where it has none
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseRegister(
  file: PublishedFile,
  required: readonly string[],
  counted: string,
  total: string | null,
): readonly RegisterCount[] {
  const seen = new Map<string, number>()
  const rows = readRawCsv(withLastCells(file), required).rows.map((row): RegisterCount => {
    const month = `${row.numeric('year', { min: 1990, max: 2100 })}-${monthOf(row)}`
    const profession =
      PROFESSIONS.get(row.text('profession').toLowerCase()) ??
      row.refuse('profession', 'Pharmacist or Pharmacy Technician')
    const named = row.optional('country')
    // A stock may be of either country, so there the cell can't be guessed.
    if (named === null && total === null) row.refuse('country', 'All or England')
    const country =
      named === null
        ? 'great-britain'
        : (COUNTRIES.get(named.toLowerCase()) ?? row.refuse('country', 'All or England'))
    refuseTwice(seen, row, `${month}, ${profession}, ${country}`)
    return {
      month,
      profession,
      country,
      people: row.numeric(counted, { min: 0 }),
      total: total === null ? null : row.numeric(total, { min: 0 }),
      isCountryBlank: named === null,
    }
  })
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any month' })
  const key = ({ profession, country, month }: RegisterCount): string => `${profession},${country},${month}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The file with a blank last cell where a row leaves it out, its separator with it: the files are keyed by hand. */
function withLastCells(file: PublishedFile): PublishedFile {
  if (file.kind !== 'text') return file
  const [header = '', ...lines] = wholeText(file).split(/\r\n?|\n/)
  const width = header.split(',').length
  const isShort = (line: string): boolean => !line.includes('"') && line.split(',').length === width - 1
  const whole = [header, ...lines.map((line) => (isShort(line) ? `${line},` : line))]
  return { ...file, ...createTextFile(file.name, file.sha256, whole.join('\n')) }
}

const monthOf = (row: RawRow): string => String(row.numeric('month', { min: 1, max: 12 })).padStart(2, '0')
