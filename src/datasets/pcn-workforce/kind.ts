import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the individual-level file that are read. */
export const INDIVIDUAL_COLUMNS = [
  'CENSUS_YEAR',
  'CENSUS_MONTH',
  'ICB_CODE',
  'STAFF_GROUP',
  'STAFF_ROLE',
  'DETAILED_STAFF_ROLE',
  'FTE',
  'UNIQUE_IDENTIFIER',
] as const

/** Posts in primary care networks at one census, a row a post. */
export const networkPosts: FileKind = {
  code: 'pcn-individual',
  title: 'the individual-level file of the Primary Care Network Workforce',
  recognise: (file) => hasColumns(file, INDIVIDUAL_COLUMNS),
}

/** Columns of the panel of networks. */
export const NETWORK_COLUMNS = ['PCN_CODE', 'Year', 'ICB_NAME', 'STAFF_GROUP', 'FTE'] as const

/** Mean FTE of a post by network, staff group and financial year. */
export const networkMeans: FileKind = {
  code: 'pcn-mean-fte',
  title: 'the panel of primary care networks by staff group and year',
  recognise: (file) => hasColumns(file, NETWORK_COLUMNS),
}
