import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { COUNCIL, readFigure, yearEnding } from './figures.ts'
import type { FinanceKeys } from './finance-keys.ts'
import {
  AMOUNT_COLUMNS,
  RETURN_ACTIVITY_COLUMNS,
  RETURN_ADDITIONAL_COLUMNS,
  RETURN_TOTALS_COLUMNS,
} from './kind.ts'

/** Figures of one kind in one council, or in England. */
export interface ReturnRow {
  readonly year: string
  readonly council: string
  /** What is counted: labels joined by tabs, as the columns of the table that shows it. */
  readonly kind: string
  readonly values: readonly (number | null)[]
}

/** One coded file of the finance return as parsed. */
export interface FinanceReturn {
  readonly rows: readonly ReturnRow[]
  /** Keys that are not on the list of labels, which stay as they are. */
  readonly unlabelled: readonly string[]
  /** Rows of voluntary items, which most councils leave out. */
  readonly voluntary: number
  readonly fileRows: number
}

type KindOf = (row: RawRow, label: (row: RawRow, column: string) => string) => string

/**
 * Reads weeks of support: residential, nursing and short-term, mandatory items only.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export const parseReturnActivity = (file: PublishedFile, keys: FinanceKeys): FinanceReturn =>
  readCoded(file, RETURN_ACTIVITY_COLUMNS, ['ItemValue'], keys, (row, label) =>
    [
      label(row, 'AgeBand'),
      label(row, 'PrimarySupportReason'),
      row.optional('SupportSetting_KEY') === null ? label(row, 'Purpose') : label(row, 'SupportSetting'),
      label(row, 'ActivityProvision'),
    ].join('\t'),
  )

/**
 * Reads expenditure and income, mandatory items only, all reasons for support together.
 * @throws HeadroomError as `parseReturnActivity`
 */
export const parseReturnTotals = (file: PublishedFile, keys: FinanceKeys): FinanceReturn =>
  readCoded(file, RETURN_TOTALS_COLUMNS, AMOUNT_COLUMNS, keys, (row, label) => {
    const care = label(row, 'CareType')
    const carer = row.optional('CarerSupportType_KEY')
    const item =
      row.optional('SupportSetting_KEY') !== null
        ? label(row, 'SupportSetting')
        : row.optional('Purpose_KEY') !== null
          ? label(row, 'Purpose')
          : `reason ${row.text('PrimarySupportReason_KEY')}${carer === null ? '' : `, carers ${carer}`}`
    return [care, row.optional('AgeBand_KEY') === null ? 'all' : label(row, 'AgeBand'), item].join('\t')
  })

/**
 * Reads the additional items under their keys.
 * @throws HeadroomError as `parseReturnActivity`
 */
export const parseReturnAdditional = (file: PublishedFile, keys: FinanceKeys): FinanceReturn =>
  readCoded(file, RETURN_ADDITIONAL_COLUMNS, ['ItemValue'], keys, (row, label) =>
    [
      row.text('UUID'),
      row.optional('AgeBand_KEY') === null ? 'all' : label(row, 'AgeBand'),
      row.optional('FinanceType_KEY') ?? '',
      row.optional('ComparativeTotals_KEY') ?? '',
    ].join('\t'),
  )

function readCoded(
  file: PublishedFile,
  columns: readonly string[],
  valueColumns: readonly string[],
  keys: FinanceKeys,
  kindOf: KindOf,
): FinanceReturn {
  const table = readRawCsv(file, columns)
  const coded = columns.filter((column) => /_KEY$|^UUID$/.test(column))
  const unlabelled = new Set<string>()
  const label = (row: RawRow, column: string): string => {
    const key = row.text(`${column}_KEY`)
    const found = keys(column, key)
    if (found === null) unlabelled.add(`${column} ${key}`)
    return found ?? key
  }
  const refuseRepeat = createRepeatCheck()
  const sums = new Map<string, ReturnRow>()
  let voluntary = 0
  let fileRows = 0
  for (const row of table.rows) {
    fileRows += 1
    const council = placeOf(row)
    const year = yearEnding(row.numeric('FY_Ending', { min: 2000, max: 2100 }))
    refuseRepeat(
      row,
      [year, row.text('REGION_GO_CODE'), council, ...coded.map((column) => row.optional(column))].join(', '),
    )
    const values = valueColumns.map(
      (column) => readFigure(row.optional(column) ?? '', { place: row.place, column }).value,
    )
    if (council === null) continue
    const isVoluntary =
      columns.includes('DataType_KEY') && keys('DataType', row.text('DataType_KEY')) === 'voluntary'
    if (isVoluntary) voluntary += 1
    if (isVoluntary) continue
    const kind = kindOf(row, label)
    const key = `${year} ${council} ${kind}`
    const before = sums.get(key)
    sums.set(key, { year, council, kind, values: before ? add(before.values, values) : values })
  }
  if (sums.size === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'figures of any council' })
  return {
    rows: [...sums.values()],
    unlabelled: [...unlabelled].sort(),
    voluntary,
    fileRows,
  }
}

/** The council of a row, England, or null for a region. */
function placeOf(row: RawRow): string | null {
  const council = row.optional('GEOGRAPHY_CODE')
  if (council !== null)
    return COUNCIL.test(council)
      ? council
      : row.refuse('GEOGRAPHY_CODE', 'the ONS code of a council with social care duties')
  const region = row.text('REGION_GO_CODE')
  if (region === ENGLAND_ONS) return ENGLAND_ONS
  return /^E12\d{6}$/.test(region)
    ? null
    : row.refuse('REGION_GO_CODE', 'the ONS code of a region or of England')
}

/** A part that is missing makes the sum one of the others: the parts are reasons for support. */
const add = (left: readonly (number | null)[], right: readonly (number | null)[]): (number | null)[] =>
  left.map((value, index) => {
    const other = right[index] ?? null
    return value === null ? other : other === null ? value : value + other
  })
