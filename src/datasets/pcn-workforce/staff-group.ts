import type { RawRow } from '../raw-table.ts'

const GROUPS: ReadonlyMap<string, string> = new Map([
  ['Other Direct Patient Care staff', 'direct-patient-care'],
  ['Other Admin/Non-clinical staff', 'administration'],
  ['Directors', 'directors'],
  ['Other Nurses', 'nurses'],
  ['Other GPs', 'gps'],
])

/** Staff groups of primary care networks, in the order of the tables. */
export const NETWORK_GROUPS: readonly string[] = [...GROUPS.values()]

/**
 * Code of the staff group a row names.
 * @throws HeadroomError `edition-cell`
 */
export const networkGroup = (row: RawRow): string =>
  GROUPS.get(row.text('STAFF_GROUP')) ?? row.refuse('STAFF_GROUP', `one of ${[...GROUPS.keys()].join(', ')}`)
