import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** A kind of text file known by columns it has. */
export const kindOf = (code: string, title: string, columns: readonly string[]): FileKind => ({
  code: `nhs-trust-panel-${code}`,
  title,
  recognise: (file) => hasColumns(file, columns),
})

/** Columns of the pay scales. */
export const PAY_COLUMNS = ['YEAR', 'AFC_BAND', 'BOTTOM', 'AVERAGE', 'TOP'] as const

/** Pay scales of Agenda for Change. */
export const payScales = kindOf('pay', 'the pay scales of Agenda for Change by band', PAY_COLUMNS)

/** Columns of the list of organisations. */
export const PROVIDER_COLUMNS = ['ORG_CODE', 'ORG_NAME', 'ORG_TYPE', 'HEE_REGION_CODE', 'SPECIALIST'] as const

/** The organisations of the panel. */
export const providers = kindOf('providers', 'the list of the organisations of the panel', PROVIDER_COLUMNS)

/** A list of codes: its name, and the columns of code and meaning. */
export interface CodeList {
  readonly list: string
  readonly kind: FileKind
  readonly code: string
  readonly name: string
}

const codeList = (list: string, title: string, code: string, name: string): CodeList => ({
  list,
  kind: kindOf(list, title, [code, name]),
  code,
  name,
})

/** The lists of codes that go with the panel. */
export const CODE_LISTS_OF_PANEL: readonly CodeList[] = [
  codeList('hee-region', 'the regions of Health Education England', 'HEE_REGION_CODE', 'HEE_REGION_NAME'),
  codeList('main-staff-group', 'the main staff groups', 'MAIN_STAFF_GROUP_CODE', 'MAIN_STAFF_GROUP_NAME'),
  codeList('staff-group-1', 'the staff groups of level 1', 'STAFF_GROUP_1_CODE', 'STAFF_GROUP_1_NAME'),
  codeList('staff-group-2', 'the staff groups of level 2', 'STAFF_GROUP_2_CODE', 'STAFF_GROUP_2_NAME'),
  codeList('variable', 'the variables of the panel', 'variable', 'label'),
]
