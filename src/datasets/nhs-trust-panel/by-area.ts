import type { Finding } from '../../domain/finding.ts'
import type { TrustArea } from '../nhs-ae-activity/trust-areas.ts'
import { type OrganisationSuccessor, successorsOn } from '../organisation-successors.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { Panel } from './panels.ts'
import type { PanelRow } from './parse.ts'

/** Area of organisations whose patients’ areas aren’t known. */
export const UNMATCHED = 'unmatched'
/** Day on which the trusts of the catchments of 2022 were as they are there. */
const CATCHMENTS_OF = '2022-07-01'
/** Decimals to which the shares are kept, so that they are the same from the look-up and from its table. */
const SHARE_DECIMALS = 9

interface Share {
  readonly area: string
  readonly share: number
}

/** How an organisation was placed: as it is, by what it became, not at all as it was split, or not at all. */
type Way = 'itself' | 'successor' | 'split' | 'none'

interface Place {
  readonly way: Way
  readonly shares: readonly Share[]
}

const NOWHERE: readonly Share[] = [{ area: UNMATCHED, share: 1 }]

/** Makes the finder of the areas that an organisation's patients live in, by the catchments of what it had become. */
export function createPlacer(
  shares: readonly TrustArea[],
  successors: readonly OrganisationSuccessor[],
): (organisation: string) => Place {
  const byTrust = new Map<string, Share[]>()
  for (const { trust, area, share } of shares) {
    const own = byTrust.get(trust) ?? []
    own.push({ area, share: roundTo(share, SHARE_DECIMALS) })
    byTrust.set(trust, own)
  }
  const place = (organisation: string): Place => {
    const code = organisation.replace(/-X$/, '')
    const own = byTrust.get(code)
    if (own) return { way: 'itself', shares: own }
    const later = successorsOn(code, CATCHMENTS_OF, successors)
    const only = later.length === 1 ? byTrust.get(later[0] ?? '') : undefined
    if (only) return { way: 'successor', shares: only }
    return { way: later.length > 1 ? 'split' : 'none', shares: NOWHERE }
  }
  const known = new Map<string, Place>()
  return (organisation) => {
    const found = known.get(organisation) ?? place(organisation)
    known.set(organisation, found)
    return found
  }
}

/** Values of the measures of a file that can be summed, by year and area. */
export interface AreaValue {
  readonly measure: string
  readonly year: number
  readonly area: string
  readonly value: number
}

/** Shares out the values of organisations over the areas of their patients; what can't be placed stays as `unmatched`. */
export function sumByArea(
  { columns }: Panel,
  rows: readonly PanelRow[],
  place: (organisation: string) => Place,
): readonly AreaValue[] {
  const sums = new Map<string, { readonly key: Omit<AreaValue, 'value'>; value: number }>()
  for (const { year, organisation, values } of rows)
    for (const { area, share } of place(organisation).shares)
      columns.forEach(({ byArea: measure }, index) => {
        if (measure === undefined) return
        const key = { measure, year, area }
        const id = `${measure},${year},${area}`
        const sum = sums.get(id) ?? { key, value: 0 }
        sum.value += share * (values[index] ?? 0)
        sums.set(id, sum)
      })
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { key, value }]) => ({ ...key, value }))
}

/** How many organisations were placed in which way, and how much is without an area in the first and last year. */
export function checkPlaces(
  { columns, name }: Panel,
  rows: readonly PanelRow[],
  place: (organisation: string) => Place,
  file: string,
): readonly Finding[] {
  const at = columns.findIndex(({ byArea }) => byArea !== undefined)
  if (at < 0) return []
  const counts = { itself: 0, successor: 0, split: 0, none: 0 }
  for (const organisation of new Set(rows.map((row) => row.organisation))) counts[place(organisation).way]++
  const years = rows.map(({ year }) => year)
  const lost = (year: number): string => {
    const own = rows.filter((row) => row.year === year)
    const sum = (part: readonly PanelRow[]): number =>
      part.reduce((total, { values }) => total + (values[at] ?? 0), 0)
    const unplaced = sum(own.filter(({ organisation }) => place(organisation).shares === NOWHERE))
    return `${sum(own) > 0 ? ((100 * unplaced) / sum(own)).toFixed(1) : '0.0'} % in ${year}`
  }
  const [first = 0, last = 0] = [Math.min(...years), Math.max(...years)]
  const message =
    `${name}: ${counts.itself} organisations have a catchment, ${counts.successor} that of their successor; ` +
    `${counts.split} were split and ${counts.none} have none, with ${[...new Set([lost(first), lost(last)])].join(' and ')} of ${columns[at]?.byArea}: they stay as area ${UNMATCHED}.`
  return [{ rule: 'trust-panel-unmatched', severity: 'note', message, place: file }]
}

/** The values by area as a table. */
export const areaTable = (values: readonly AreaValue[]): TidyTable => ({
  file: 'by-area.csv',
  title: 'Consultants, managers, beds, waits, finances and inpatients of NHS organisations by area and year',
  definition:
    'Figures of the organisations of the other tables, shared out by where the patients of each trust of 2022 live; ' +
    'organisations that became one of them by then have its catchment. Area unmatched holds mental health, ambulance and ' +
    'primary care trusts, commissioning groups, private hospitals and trusts that were split, which have none; all areas ' +
    'together are the sum of the file.',
  editionColumns: ['measure', 'year'],
  columns: [
    { name: 'measure', type: 'text', description: 'What is counted, as in the other tables' },
    { name: 'year', type: 'integer', description: 'Year, as in the files' },
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board, or unmatched' },
    { name: 'value', type: 'number', unit: 'as the measure', description: 'Value' },
  ],
  rows: [...values]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(({ measure, year, area, value }) => [measure, year, area, roundTo(value, 2)]),
})

const rank = ({ measure, year, area }: AreaValue): string => `${measure},${year},${area}`
