import type { FileKind } from '../file-kind.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'
import type { Sheet } from '../workbook.ts'

/** Columns of a table of pay that are read. */
export const PAY_COLUMNS = ['Description', 'Code', '(thousand)', 'Median', 'Mean'] as const
const TITLE = /^table \d+\.\d+a\s+annual pay - gross.* - for (.+) employee jobs/i

/** The employees whose annual pay a sheet holds, for example `full-time`, or null where it isn't such a sheet. */
export function employeesOf(sheet: Sheet): string | null {
  if (findHeader(sheet, PAY_COLUMNS) < 0) return null
  return (
    TITLE.exec(String(sheet.rows[0]?.[0] ?? ''))?.[1]
      ?.toLowerCase()
      .trim() ?? null
  )
}

/** Gross annual pay by local authority of residence. */
export const annualPay: FileKind = {
  code: 'ashe-annual-pay',
  title: 'the annual survey of hours and earnings: gross annual pay by local authority of residence',
  recognise: (file) => sheetsOf(file).some((sheet) => employeesOf(sheet) !== null),
}
