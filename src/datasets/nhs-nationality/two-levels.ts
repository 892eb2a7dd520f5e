import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { monthOfWords } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import { columnKey, createRawTable, type RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { TidyTable } from '../tidy-table.ts'
import { REPEATED_COLUMNS, twoLevelSheet } from './kind.ts'

/** Heads of England or a region with a nationality of the EU or the UK. */
export interface RegionHeads {
  readonly month: string
  /** England, or the region as published. */
  readonly region: string
  readonly nationalityGroup: 'eu' | 'uk'
  readonly staffGroup: string
  readonly headcount: number
}

const STAFF_GROUPS = ['all', 'all-hchs-doctors', 'nurses-health-visitors', 'other'] as const
const PLACE = 'Region'

/**
 * Reads the older sheet: a block of columns for each group of nationalities, the group named above its first
 * column with the number of a footnote stuck to it; England, then each region above its organisations.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseTwoLevels(file: PublishedFile): readonly RegionHeads[] {
  const found = twoLevelSheet(file)
  if (!found) throw new Error(`${file.name} has no sheet with two levels of headings`)
  const { sheet, header } = found
  const place = `${file.name}, sheet ${sheet.name}`
  const month = dateOf(sheet.rows.slice(0, header).map(([cell]) => String(cell ?? '')))
  if (month === null) throw incomplete(place, 'the date (“as at 30 September 2016”)')
  const lower = sheet.rows[header] ?? []
  const first = lower.findIndex((cell) => columnKey(String(cell ?? '')) === columnKey(REPEATED_COLUMNS[0]))
  let group = ''
  const names = lower.map((cell, index) => {
    group = groupOf(String(sheet.rows[header - 1]?.[index] ?? '')) ?? group
    return index < first ? null : `${group} ${columnKey(String(cell ?? ''))}`
  })
  const end = sheet.rows.findIndex(([cell], index) => index > header && /^source:/i.test(String(cell ?? '')))
  // Only England and the regions have something in the first column; their name is the last text before the figures.
  const records = sheet.rows.slice(header + 1, end < 0 ? undefined : end).map((row) => {
    const labels = row.slice(0, first).filter((cell) => cell !== null && cell !== '')
    const isTotal = row[0] !== null && row[0] !== undefined && row[0] !== ''
    return isTotal ? [labels.at(-1) ?? null, ...row.slice(first)] : []
  })
  const columns = (['eu', 'uk'] as const).flatMap((code) =>
    REPEATED_COLUMNS.map((column, index) => ({
      code,
      staffGroup: STAFF_GROUPS[index] ?? '',
      name: `${code} ${columnKey(column)}`,
    })),
  )
  const required = [PLACE, ...columns.map(({ name }) => name)]
  const table = createRawTable(place, header + 1, [PLACE, ...names.slice(first)], records, required)
  const refuseRepeat = createRepeatCheck()
  const heads = table.rows.flatMap((row) => {
    const region = row.text(PLACE)
    refuseRepeat(row, region)
    return columns.map(({ code, staffGroup, name }): RegionHeads => {
      return { month, region, nationalityGroup: code, staffGroup, headcount: readHeads(row, name) }
    })
  })
  if (!heads.some(({ region }) => region === 'England')) throw incomplete(place, 'the row of England')
  return heads
}

function readHeads(row: RawRow, column: string): number {
  // A dash stands for nobody, as the notes of these workbooks say.
  const heads = row.optional(column) === '-' ? 0 : row.numeric(column, { min: 0 })
  return Number.isInteger(heads) ? heads : row.refuse(column, 'a whole number of people')
}

function groupOf(label: string): string | null {
  const plain = label.trim().replace(/\s*\d+$/, '')
  if (/^(EU|European Union)$/i.test(plain)) return 'eu'
  return /^(UK|United Kingdom)$/i.test(plain) ? 'uk' : null
}

function dateOf(titles: readonly string[]): string | null {
  for (const title of titles) {
    const [, words] = /as at \d{1,2} ([a-z]+ \d{4})/i.exec(title) ?? []
    if (words !== undefined) return monthOfWords(words)
  }
  return null
}

const incomplete = (file: string, missing: string): HeadroomError =>
  new HeadroomError('edition-incomplete', { file, missing })

/** How far England is from the sum of its regions: people who work in two count once in England. */
export function checkRegions(heads: readonly RegionHeads[], file: string): readonly Finding[] {
  return (['eu', 'uk'] as const).flatMap((group): Finding[] => {
    const own = heads.filter((row) => row.nationalityGroup === group && row.staffGroup === 'all')
    const england = own.find(({ region }) => region === 'England')?.headcount ?? 0
    const regions = own.reduce((sum, row) => sum + (row.region === 'England' ? 0 : row.headcount), 0)
    if (regions === england) return []
    const message = `${group.toUpperCase()}: the regions sum to ${regions}, England has ${england}; people who work in two regions count in both.`
    return [{ rule: 'nationality-regions', severity: 'note', message, place: file }]
  })
}

/** Heads by date, region, group of nationalities and staff group. */
export const regionTable = (heads: readonly RegionHeads[]): TidyTable => ({
  file: 'regions.csv',
  title: 'NHS hospital and community staff with an EU or UK nationality by region',
  definition:
    'People in post in NHS trusts and clinical commissioning groups at the end of a month, England and the regions of Health ' +
    'Education England. Headcount, not FTE: it doesn’t continue in staff.csv. Staff group other is everyone but doctors, ' +
    'nurses and health visitors. Other nationalities and unknown ones are not in the publication.',
  editionColumns: ['month'],
  columns: [
    { name: 'month', type: 'text', description: 'Month at whose end staff were counted' },
    { name: 'region', type: 'text', description: 'England, or the region as published' },
    { name: 'nationality_group', type: 'text', description: 'eu or uk' },
    { name: 'staff_group', type: 'text', description: `One of ${STAFF_GROUPS.join(', ')}` },
    { name: 'headcount', type: 'integer', unit: 'people', description: 'Staff in post' },
  ],
  rows: [...heads]
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
    .map(({ month, region, nationalityGroup, staffGroup, headcount }) => [
      month,
      region,
      nationalityGroup,
      staffGroup,
      headcount,
    ]),
})
