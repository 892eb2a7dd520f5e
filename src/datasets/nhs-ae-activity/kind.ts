import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns that are summed, by what they count. */
export const ACTIVITY_COLUMNS = {
  type1: 'A&E attendances Type 1',
  type2: 'A&E attendances Type 2',
  type3: 'A&E attendances Other A&E Department',
  booked1: 'A&E attendances Booked Appointments Type 1',
  booked2: 'A&E attendances Booked Appointments Type 2',
  booked3: 'A&E attendances Booked Appointments Other Department',
  admitted1: 'Emergency admissions via A&E - Type 1',
  admitted2: 'Emergency admissions via A&E - Type 2',
  admitted3: 'Emergency admissions via A&E - Other A&E department',
  admittedOther: 'Other emergency admissions',
} as const

/** Columns of the file that must be there. */
export const REQUIRED_COLUMNS: readonly string[] = [
  'Period',
  'Org Code',
  'Org name',
  ...Object.values(ACTIVITY_COLUMNS),
]

/** Columns that are published but not read: waits, and the region of the organisation. */
export const UNREAD_COLUMN = /^(Parent Org|Attendances over 4hrs .+|Patients who have waited .+)$/i

/** Attendances and emergency admissions by organisation, one month a file. */
export const aeMonthly: FileKind = {
  code: 'nhs-ae-monthly',
  title: 'the monthly file of A&E attendances and emergency admissions',
  recognise: (file) => hasColumns(file, ['Period', 'Org Code', ACTIVITY_COLUMNS.type1]),
}

/** Columns of the look-up of trusts and areas. */
export const TRUST_AREA_COLUMNS = [
  'nhs_trust22_code',
  'icb22_code',
  'proportion_trust_came_from_icb',
] as const

/** Where the patients of each trust live. */
export const trustAreas: FileKind = {
  code: 'trust-areas',
  title: 'the look-up of trusts to integrated care boards by where patients live',
  recognise: (file) => hasColumns(file, TRUST_AREA_COLUMNS),
}
