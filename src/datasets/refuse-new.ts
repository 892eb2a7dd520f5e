import { HeadroomError } from '../errors/headroom-error.ts'
import type { AreaFinder } from './area-names.ts'
import type { RawTable } from './raw-table.ts'

/** Shape of the NHS and of the ONS code of an integrated care board. */
const BOARD = /^(Q[A-Z0-9]{2}|E54\d{6})$/

interface New {
  readonly label: string
  readonly row: number
}

/**
 * Refuses a table with boards that are not on record, all of them in one message. Cells that can't be the code of a
 * board are left to whoever reads the row.
 * @param place file, and sheet where there is one
 * @param nameColumn column of the boards' names, used where the table has it
 * @param others codes of the column that are no areas
 * @throws HeadroomError `edition-areas`
 */
export function refuseNewAreas(
  table: RawTable,
  column: string,
  nameColumn: string,
  areas: AreaFinder,
  others: readonly string[] = [],
): void {
  const hasName = table.columns.includes(nameColumn)
  const found = new Map<string, New>()
  for (const row of table.rows) {
    const code = row.optional(column) ?? ''
    if (found.has(code) || !BOARD.test(code) || others.includes(code)) continue
    if ((areas.byCode(code) ?? areas.byOns(code, '')) !== null) continue
    const name = hasName ? row.optional(nameColumn) : null
    found.set(code, { label: name === null ? code : `${code} (${name})`, row: row.number })
  }
  const details = describeNew(table, column, found)
  if (details) throw new HeadroomError('edition-areas', details)
}

/**
 * Refuses a table with staff groups that are not on record, all of them in one message.
 * @param isKnown true for the label of a staff group, or of a total
 * @throws HeadroomError `edition-groups`
 */
export function refuseNewGroups(table: RawTable, column: string, isKnown: (label: string) => boolean): void {
  const found = new Map<string, New>()
  const known = new Set<string>()
  for (const row of table.rows) {
    const label = row.optional(column)
    if (label === null || found.has(label) || known.has(label)) continue
    if (isKnown(label)) known.add(label)
    else found.set(label, { label: `“${label.slice(0, 80)}”`, row: row.number })
  }
  const details = describeNew(table, column, found)
  if (details) throw new HeadroomError('edition-groups', details)
}

function describeNew({ place }: RawTable, column: string, found: ReadonlyMap<string, New>) {
  const [first] = found.values()
  if (!first) return null
  return { place, column, row: first.row, found: [...found.values()].map(({ label }) => label).join(', ') }
}
