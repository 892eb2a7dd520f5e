import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the file by subject that are read. */
export const SUBJECT_COLUMNS = [
  'date',
  'geography_code',
  'ssa_t1_desc',
  'apprenticeship_level',
  'starts',
  'achievements',
] as const

/** Apprenticeships by local authority, subject and level. */
export const apprenticeshipSubjects: FileKind = {
  code: 'apprenticeships-by-subject',
  title: 'apprenticeship starts and achievements by local authority and sector subject area',
  recognise: (file) => hasColumns(file, SUBJECT_COLUMNS),
}

/** Columns of the file by age that are read. */
export const AGE_COLUMNS = [
  'date',
  'geography_code',
  'apprenticeships_or_further_education',
  'level_or_type',
  'age_group',
  'starts',
  'participation',
  'achievements',
] as const

/** Further education and apprenticeships by local authority, level and age. */
export const furtherEducation: FileKind = {
  code: 'further-education-geography',
  title: 'further education and skills by local authority, level and age: detailed summary',
  recognise: (file) => hasColumns(file, AGE_COLUMNS),
}
