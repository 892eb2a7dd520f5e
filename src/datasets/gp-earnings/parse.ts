import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { GP_COLUMNS, measureColumn } from './kind.ts'

/** Measures that are kept, by their published name. */
export const MEASURES: ReadonlyMap<string, string> = new Map([
  ['Estimated Population', 'people'],
  ['Average Tot Gross Earnings', 'gross_earnings'],
  ['Average Tot Expenses', 'expenses'],
  ['Average Tot Income Before Tax', 'income'],
  ['Median Income Before Tax', 'median_income'],
  ['Income Before Tax Standard Error', 'standard_error'],
])

/** Figures of one group of practitioners. */
export interface GpGroup {
  /** contractor, salaried or combined. */
  readonly role: string
  readonly contract: string
  readonly country: string
  /** What the practitioners are split by: all, sex, age, rurality, region or practice-size. */
  readonly split: string
  readonly group: string
  /** Figures by measure; those that are missing or can't be told apart have none. */
  readonly figures: ReadonlyMap<string, number>
}

/** One edition as parsed. */
export interface GpEarnings {
  readonly year: number
  readonly groups: readonly GpGroup[]
  /** Rows that were read. */
  readonly rows: number
  /** Figures that come more than once with different values. */
  readonly ambiguous: number
}

const SPLITS: readonly (readonly [column: string, split: string])[] = [
  ['Gender', 'sex'],
  ['Age', 'age'],
  ['Rurality', 'rurality'],
  ['Region', 'region'],
  ['Practice_Registered_Patients', 'practice-size'],
]
/** Names of age groups in older editions. */
const AGES: ReadonlyMap<string, string> = new Map([
  ['age under 40', '<40'],
  ['age 40 to 49', '>=40<50'],
  ['age 50 to 59', '>=50<60'],
  ['age over 60', '>=60'],
])
const ROLES = ['contractor', 'salaried', 'combined']

/**
 * Reads an edition of either layout: all practices together, by one characteristic at a time; distributions
 * and details of expenses are left out. The year stands in the file's name alone.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-incomplete`
 */
export function parseGpEarnings(file: PublishedFile): GpEarnings {
  const column = measureColumn(file)
  if (column === null) throw new Error(`${file.name} was recognised by columns it doesn't have`)
  const year = yearOf(file.name)
  const { columns, rows } = readRawCsv(file, [...GP_COLUMNS, column])
  // Later editions are split by hours too, and every edition has columns of ranges that distributions use.
  const others = columns.filter((name) => /^(range_of|weekly)/i.test(name))
  const groups = new Map<string, Omit<GpGroup, 'figures'>>()
  const values = new Map<string, Map<string, Set<number>>>()
  let read = 0
  for (const row of rows) {
    read += 1
    const measure = MEASURES.get(row.text(column).trim())
    if (measure === undefined || others.some((name) => !/^(all)?$/i.test(row.optional(name) ?? ''))) continue
    const group = readGroup(row)
    const value = row.numericOrMissing('Value', { min: 0 })
    if (group === null || value === null) continue
    const key = JSON.stringify(group)
    groups.set(key, group)
    const own = values.get(key) ?? new Map<string, Set<number>>()
    values.set(key, own.set(measure, (own.get(measure) ?? new Set()).add(value)))
  }
  if (groups.size === 0)
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: 'earnings of any practitioners',
    })
  let ambiguous = 0
  const result = [...groups].flatMap(([key, group]): GpGroup[] => {
    const figures = new Map<string, number>()
    for (const [measure, found] of values.get(key) ?? []) {
      const [value, second] = found
      if (second !== undefined) ambiguous += 1
      else if (value !== undefined) figures.set(measure, value)
    }
    return figures.size > 0 ? [{ ...group, figures }] : []
  })
  return { year, groups: result, rows: read, ambiguous }
}

/** Whom a row is of, or null where it is of a type of practice or of several characteristics at once. */
function readGroup(row: RawRow): Omit<GpGroup, 'figures'> | null {
  const role = row.text('GP_Type').toLowerCase()
  if (!ROLES.includes(role)) row.refuse('GP_Type', 'Contractor, Salaried or Combined')
  if (row.optional('Practice_Type') !== 'All') return null
  const named = SPLITS.flatMap(([column, split]) => {
    const value = row.optional(column) ?? ''
    return value === 'All' ? [] : [{ split, value }]
  })
  const [first, second] = named
  if (second || first?.value === '') return null
  const group = first ? (AGES.get(first.value.toLowerCase()) ?? first.value) : 'all'
  const [contract, country] = [row.text('Contract_Type'), row.text('Country')]
  return { role, contract, country, split: first?.split ?? 'all', group }
}

function yearOf(name: string): number {
  const year = /(?:^|\D)(20\d\d)(?=\.\w+$)/.exec(name)?.[1]
  if (year !== undefined) return Number(year)
  throw new HeadroomError('edition-incomplete', {
    file: name,
    missing: 'the year, which stands in the name of the file alone (2023 for 2022/23)',
  })
}
