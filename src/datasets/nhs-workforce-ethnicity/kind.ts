import type { FileKind } from '../file-kind.ts'
import { hasTable } from '../raw-any.ts'

/** Columns of the file of staff by ethnicity and grade that are read. */
export const ETHNICITY_COLUMNS = [
  'Time',
  'Ethnicity',
  'Ethnicity_type',
  'Role_Group',
  'Grade',
  'Value',
] as const

/** Every column published so far. */
export const PUBLISHED_COLUMNS: readonly string[] = [...ETHNICITY_COLUMNS, 'Staff_Group']

/** Hospital and community staff of England by staff group, grade and ethnicity. */
export const staffByEthnicity: FileKind = {
  code: 'nhs-workforce-ethnicity',
  title: 'the file of staff by staff group, grade and ethnicity',
  recognise: (file) => hasTable(file, ETHNICITY_COLUMNS),
}
