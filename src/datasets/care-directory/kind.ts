import type { FileKind } from '../file-kind.ts'
import { hasTable } from '../raw-any.ts'

/** Columns of the directory that are read. */
export const DIRECTORY_COLUMNS = [
  'Location ID',
  'Care Home?',
  'Location Primary Inspection Category',
  'Location Local Authority',
  'Service / Population Group',
  'Domain',
  'Latest Rating',
  'Publication Date',
  'Inherited Rating (Y/N)',
] as const

/** Column of beds, which extracts of the directory leave out. */
export const BEDS_COLUMN = 'Care homes beds'

/** Locations that the Care Quality Commission regulates, with a row for each rating. */
export const careDirectoryFile: FileKind = {
  code: 'cqc-directory-ratings',
  title: 'the care directory with ratings of the Care Quality Commission',
  recognise: (file) => hasTable(file, DIRECTORY_COLUMNS),
}
