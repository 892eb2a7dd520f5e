import { HeadroomError } from '../../errors/headroom-error.ts'
import { type MissingReason, missingReason } from '../missing.ts'
import { parseQuarter, releaseMonth } from '../ons-release.ts'
import type { PublishedFile } from '../published-file.ts'
import { findHeader, readRawSheet, sheetsOf } from '../raw-sheet.ts'
import type { RawRow } from '../raw-table.ts'
import { refuseTwice } from '../social-care-outcomes/council-outcome.ts'
import { GROUPS, IDENTIFIER, PEOPLE_COLUMNS, RATE_COLUMNS } from './kind.ts'

/** Employed people born in a group of countries, in one quarter. */
export interface Employment {
  readonly quarter: string
  readonly birth: string
  readonly people: number | null
  /** Employed people as a share of those aged 16 to 64. */
  readonly rate: number | null
  readonly missing: MissingReason | null
}

/** One release as parsed. */
export interface Release {
  readonly vintage: string
  readonly quarters: readonly string[]
  readonly rows: readonly Employment[]
}

/** Fewer employed people than this in all can't be people: they are thousands. */
const AT_LEAST = 1_000_000

/**
 * Reads the tables of people and of rates by country of birth; those by nationality are left out.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseRelease(file: PublishedFile): Release {
  const people = readQuarters(file, PEOPLE_COLUMNS)
  const rates = readQuarters(file, RATE_COLUMNS)
  const absent = [...people.rows.keys()].find((quarter) => !rates.rows.has(quarter))
  if (absent !== undefined)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: `the rates of ${absent}` })
  const rows = [...people.rows].flatMap(([quarter, row]) => {
    const scale = row.numeric('MGTM', { min: 0 }) < AT_LEAST ? 1000 : 1
    return GROUPS.map((group): Employment => {
      const count = row.numericOrMissing(group.people, { min: 0 })
      const rate = rates.rows.get(quarter)?.numericOrMissing(group.rate, { min: 0, max: 100 }) ?? null
      return {
        quarter,
        birth: group.birth,
        people: count === null ? null : count * scale,
        rate: rate === null ? null : rate / 100,
        missing: missingReason(row.optional(group.people) ?? ''),
      }
    })
  })
  return { vintage: people.vintage, quarters: [...people.rows.keys()], rows }
}

function readQuarters(
  file: PublishedFile,
  columns: readonly string[],
): { readonly vintage: string; readonly rows: ReadonlyMap<string, RawRow> } {
  const sheet = sheetsOf(file).find((candidate) => findHeader(candidate, columns) >= 0)
  if (!sheet) throw new Error(`${file.name} was recognised by a sheet it doesn't have`)
  const rows = new Map<string, RawRow>()
  const seen = new Map<string, number>()
  for (const row of readRawSheet(file, sheet, columns).rows) {
    const parsed = parseQuarter(row.optional(IDENTIFIER) ?? '')
    if (!parsed && columns.slice(1).every((column) => row.optional(column) === null)) continue // notes at the foot
    const { quarter } = parsed ?? row.refuse(IDENTIFIER, 'a quarter such as Jan-Mar 2022')
    refuseTwice(seen, row, quarter)
    rows.set(quarter, row)
  }
  if (rows.size === 0)
    throw new HeadroomError('edition-incomplete', {
      file: `${file.name}, sheet ${sheet.name}`,
      missing: 'any quarter',
    })
  return { vintage: releaseMonth(file, sheet), rows }
}
