import type { InputFiles } from '../domain/input-files.ts'
import { readTable } from '../tables/table.ts'
import { SUCCESSION_FILE } from './geography/succession.ts'

/** An organisation that gave its work to another on a day. */
export interface OrganisationSuccessor {
  readonly code: string
  readonly successor: string
  /** ISO date from which the successor counts. */
  readonly from: string
}

const COLUMNS = ['old_code', 'new_code', 'date']

/**
 * Reads `data/statistics/geography/organisation-successors.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readOrganisationSuccessors = (files: InputFiles): readonly OrganisationSuccessor[] =>
  readTable(files, SUCCESSION_FILE, COLUMNS).rows.map((row) => ({
    code: row.text('old_code'),
    successor: row.text('new_code'),
    from: row.text('date'),
  }))

/**
 * What an organisation had become by a day, in the order of codes: itself where nothing succeeded it, several where
 * it was split. The shares of a split are not published, so none are given.
 * @param day ISO date
 */
export function successorsOn(
  code: string,
  day: string,
  successors: readonly OrganisationSuccessor[],
): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const pending = [code]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    // Codes have been given back to organisations that came out of a merger again.
    if (seen.has(next)) continue
    seen.add(next)
    const later = successors.filter((row) => row.code === next && row.from <= day)
    if (later.length === 0) found.add(next)
    pending.push(...later.map(({ successor }) => successor))
  }
  return found.size > 0 ? [...found].sort() : [code]
}
