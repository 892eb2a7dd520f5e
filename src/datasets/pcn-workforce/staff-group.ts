import type { RawRow } from '../raw-table.ts'

const GROUPS: ReadonlyMap<string, string> = new Map([
  ['direct patient care', 'direct-patient-care'],
  ['admin/non-clinical', 'administration'],
  ['directors', 'directors'],
  ['nurses', 'nurses'],
  ['gps', 'gps'],
])

/** Staff groups of primary care networks, in the order of the tables. */
export const NETWORK_GROUPS: readonly string[] = [...GROUPS.values()]

/**
 * Code of the staff group a row names: `Other Direct Patient Care staff` is `direct-patient-care`, as is
 * `Direct Patient Care`.
 * @throws HeadroomError `edition-cell`
 */
export function networkGroup(row: RawRow): string {
  const label = row
    .text('STAFF_GROUP')
    .toLowerCase()
    .replace(/^other | staff$/g, '')
  return GROUPS.get(label) ?? row.refuse('STAFF_GROUP', `one of ${[...GROUPS.keys()].join(', ')}`)
}
