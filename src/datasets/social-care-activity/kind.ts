import type { FileKind } from '../file-kind.ts'
import { hasColumns, headerOf } from '../raw-csv.ts'

const TITLE = /^personal social services.*unit cost.*activity data/i

/** Activity of councils in a return of expenditure and unit costs: a wide table under merged headers. */
export const activityReturn: FileKind = {
  code: 'pss-ex1-activity',
  title: 'the activity data of councils in a return of social services expenditure (PSS-EX1)',
  recognise: (file) => TITLE.test(headerOf(file)[0] ?? ''),
}

/** Columns of the unit costs that say what a row is of; the councils stand across. */
export const UNIT_COST_COLUMNS = [
  'Support type',
  'Age category',
  'Primary support reason',
  'Service delivery mechanism',
  'Unit cost category',
  'Unit cost provision',
] as const

/** Unit costs by council: numerators, denominators and rates in rows, councils in columns. */
export const unitCosts: FileKind = {
  code: 'pss-ex1-unit-costs',
  title: 'the unit costs of councils in a return of social services expenditure (PSS-EX1)',
  recognise: (file) =>
    file.kind === 'text' &&
    file.head
      .split(/\r\n?|\n/, 5)
      .some((line) => UNIT_COST_COLUMNS.every((column) => line.split(',').includes(column))),
}

/** Columns of every coded file of the finance return. */
const PLACE_COLUMNS = ['FY_Ending', 'CASSR_CODE', 'GEOGRAPHY_CODE', 'REGION_GO_CODE'] as const

/** Columns of the activity of the finance return. */
export const RETURN_ACTIVITY_COLUMNS = [
  ...PLACE_COLUMNS,
  'UUID',
  'DataType_KEY',
  'AgeBand_KEY',
  'PrimarySupportReason_KEY',
  'CareType_KEY',
  'SupportSetting_KEY',
  'Purpose_KEY',
  'ActivityProvision_KEY',
  'ItemValue',
] as const

/** Weeks of support by council in the adult social care finance return. */
export const returnActivity: FileKind = {
  code: 'asc-fr-activity',
  title: 'the activity of the adult social care finance return (ASC-FR)',
  recognise: (file) => hasColumns(file, RETURN_ACTIVITY_COLUMNS),
}

/** The amounts of the finance return, in thousands of pounds. */
export const AMOUNT_COLUMNS = [
  'TOTALEXPENDITURE',
  'TOTALINCOME',
  'NETTOTALEXPENDITURE',
  'GROSSTOTALEXPENDITURE',
  'NETCURRENTEXPENDITURE',
  'GROSSCURRENTEXPENDITURE',
] as const

/** Columns of the expenditure of the finance return. */
export const RETURN_TOTALS_COLUMNS = [
  ...PLACE_COLUMNS,
  'CareType_KEY',
  'AgeBand_KEY',
  'PrimarySupportReason_KEY',
  'SupportSetting_KEY',
  'Purpose_KEY',
  'CarerSupportType_KEY',
  'DataType_KEY',
  ...AMOUNT_COLUMNS,
] as const

/** Expenditure and income by council in the adult social care finance return. */
export const returnTotals: FileKind = {
  code: 'asc-fr-totals',
  title: 'the totals of the adult social care finance return (ASC-FR)',
  recognise: (file) => hasColumns(file, RETURN_TOTALS_COLUMNS),
}

/** Columns of the additional items of the finance return. */
export const RETURN_ADDITIONAL_COLUMNS = [
  ...PLACE_COLUMNS,
  'UUID',
  'AgeBand_KEY',
  'FinanceType_KEY',
  'ComparativeTotals_KEY',
  'ItemValue',
] as const

/** Other items by council in the adult social care finance return. */
export const returnAdditional: FileKind = {
  code: 'asc-fr-additional',
  title: 'the additional items of the adult social care finance return (ASC-FR)',
  recognise: (file) => hasColumns(file, RETURN_ADDITIONAL_COLUMNS),
}

/** Columns of the harmonised activity. */
export const HARMONISED_COLUMNS = [
  'percent_sector',
  'SupportSetting',
  'DH_GEOGRAPHY_NAME',
  'ActivityProvision',
  'ITEMVALUE',
  'year',
] as const

/** Activity by council and provider over many years, put together from the returns by researchers. */
export const harmonisedActivity: FileKind = {
  code: 'social-care-activity-harmonised',
  title: 'the harmonised activity of councils by provider, 2001 on',
  recognise: (file) => hasColumns(file, HARMONISED_COLUMNS),
}
