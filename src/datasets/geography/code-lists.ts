import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import {
  COUNCIL_COLUMNS,
  DISTRICT_COLUMNS,
  districtCouncils,
  districtSuccessors,
} from '../social-care-turnover/kind.ts'
import type { TidyTable } from '../tidy-table.ts'
import {
  DISTRICT_2022_COLUMNS,
  DISTRICT_REGION_COLUMNS,
  districtCouncils2022,
  districtRegions,
  SUB_LOCATION_COLUMNS,
  subLocations,
  TRUST_REGION_COLUMNS,
  trustRegions,
} from './kind.ts'

/** How one column of a code list is made. */
interface ListColumn {
  readonly name: string
  readonly description: string
  readonly read: (row: RawRow, areas: AreaFinder) => string
}

/** A published code list that is kept as it is: one kind of file, one table. */
export interface CodeList {
  readonly kind: FileKind
  readonly edition: string
  readonly period: string
  readonly required: readonly string[]
  readonly table: Omit<TidyTable, 'columns' | 'rows' | 'editionColumns'>
  readonly columns: readonly ListColumn[]
}

const coded = (column: string, pattern: RegExp, expected: string) => (row: RawRow) => {
  const code = row.text(column)
  return pattern.test(code) ? code : row.refuse(column, expected)
}
const named = (column: string) => (row: RawRow) => row.text(column)
const anyCountry = (column: string) => coded(column, /^[EWSN]\d{8}$/, 'an ONS code such as E06000047')

const DISTRICT = 'ONS code of the district, borough or unitary council'
const COUNCIL = 'ONS code of the council with social care duties'

/** The code lists of the series. */
export const CODE_LISTS_READ: readonly CodeList[] = [
  {
    kind: districtSuccessors,
    edition: 'districts of 2022 and 2023',
    period: '2022/2023',
    required: [...DISTRICT_COLUMNS, 'ltla22_name', 'ltla23_name'],
    table: {
      file: 'district-changes-2023.csv',
      title: 'Districts of 2022 and the districts of 2023 that they became',
      definition: 'Lower-tier authorities of the United Kingdom before and after 1 April 2023.',
    },
    columns: [
      { name: 'district', description: DISTRICT, read: anyCountry('ltla22_code') },
      { name: 'name', description: 'Its name in 2022', read: named('ltla22_name') },
      { name: 'district_2023', description: 'Code in 2023', read: anyCountry('ltla23_code') },
      { name: 'name_2023', description: 'Its name in 2023', read: named('ltla23_name') },
    ],
  },
  {
    kind: districtCouncils,
    edition: 'districts and councils of 2023',
    period: '2023',
    required: [...COUNCIL_COLUMNS, 'ltla23_name'],
    table: {
      file: 'district-councils-2023.csv',
      title: 'Districts of 2023 and their upper-tier councils',
      definition: 'Lower-tier authorities of England and Wales and the upper-tier authority of each, 2023.',
    },
    columns: [
      { name: 'district', description: DISTRICT, read: anyCountry('ltla23_code') },
      { name: 'name', description: 'Name of the district', read: named('ltla23_name') },
      { name: 'council', description: COUNCIL, read: anyCountry('utla23_code') },
      { name: 'council_name', description: 'Name of the council', read: named('utla23_name') },
    ],
  },
  {
    kind: districtCouncils2022,
    edition: 'districts and councils of December 2022',
    period: '2022-12',
    required: DISTRICT_2022_COLUMNS,
    table: {
      file: 'district-councils-2022.csv',
      title: 'Districts of December 2022 and their upper-tier councils',
      definition:
        'Lower-tier authorities of England and Wales and the upper-tier authority of each, December 2022.',
    },
    columns: [
      { name: 'district', description: DISTRICT, read: anyCountry('LTLA22CD') },
      { name: 'name', description: 'Name of the district', read: named('LTLA22NM') },
      { name: 'council', description: COUNCIL, read: anyCountry('UTLA22CD') },
      { name: 'council_name', description: 'Name of the council', read: named('UTLA22NM') },
    ],
  },
  {
    kind: districtRegions,
    edition: 'districts and regions of 2023',
    period: '2023',
    required: DISTRICT_REGION_COLUMNS,
    table: {
      file: 'district-regions-2023.csv',
      title: 'Districts of 2023 and their regions',
      definition: 'Districts of England and the region (of the nine, not of the NHS) of each, 2023.',
    },
    columns: [
      { name: 'district', description: DISTRICT, read: anyCountry('ltla23_code') },
      { name: 'name', description: 'Name of the district', read: named('ltla23_name') },
      {
        name: 'region',
        description: 'ONS code of the region',
        read: coded('region23_code', /^E12\d{6}$/, 'the ONS code of a region, such as E12000001'),
      },
      { name: 'region_name', description: 'Name of the region', read: named('region23_name') },
    ],
  },
  {
    kind: subLocations,
    edition: 'sub-locations of 2024',
    period: '2024',
    required: SUB_LOCATION_COLUMNS,
    table: {
      file: 'sub-locations-2024.csv',
      title: 'Sub-locations of 2024 and their integrated care boards',
      definition:
        'Sub-locations (former clinical commissioning groups) and the board of each. The code of two boards changed in 2023: ' +
        'data/reference/area-codes.csv.',
    },
    columns: [
      {
        name: 'sub_location',
        description: 'ONS code of the sub-location',
        read: coded('sicbl24_code', /^E38\d{6}$/, 'the ONS code of a sub-location, such as E38000006'),
      },
      { name: 'nhs_code', description: 'NHS code of the sub-location', read: named('sicbl24_code_nhs') },
      { name: 'name', description: 'Name of the sub-location', read: named('sicbl24_name') },
      {
        name: 'area',
        description: 'NHS code of the integrated care board',
        read: (row, areas) => {
          const area = areas.byCode(row.text('icb24_code_nhs'))
          const byOns = areas.byOns(row.text('icb24_code'), row.text('icb24_name'))
          if (area === null || byOns !== area)
            return row.refuse('icb24_code_nhs', 'one of the areas, the same by NHS code, ONS code and name')
          return area
        },
      },
      { name: 'area_code', description: 'ONS code of the board in 2024', read: named('icb24_code') },
    ],
  },
  {
    kind: trustRegions,
    edition: 'trusts of 2022 and regions',
    period: '2022',
    required: TRUST_REGION_COLUMNS,
    table: {
      file: 'trust-regions.csv',
      title: 'NHS trusts of 2022 and their regions',
      definition: 'NHS trusts, open or closed in 2022, and the NHS region (of 2021) of each; W00 is Wales.',
    },
    columns: [
      {
        name: 'trust',
        description: 'Code of the trust',
        read: coded('nhs_trust22_code', /^[A-Z0-9]{3}$/, 'a code of three characters, such as R0A'),
      },
      { name: 'name', description: 'Name of the trust', read: named('nhs_trust22_name') },
      {
        name: 'region',
        description: 'NHS code of the region',
        read: coded(
          'nhs_region21_nhs_code',
          /^[YW]\d\d$/,
          'the NHS code of a region, such as Y62, or W00 for Wales',
        ),
      },
      {
        name: 'region_name',
        description: 'Name of the region; empty where missing',
        read: (row) => row.optional('nhs_region21_name') ?? '',
      },
      { name: 'status', description: 'open or closed, as published', read: named('status') },
    ],
  },
]

/**
 * Reads a code list into its table; the first column is its key.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function readCodeList(list: CodeList, file: PublishedFile, areas: AreaFinder): TidyTable {
  const refuseRepeat = createRepeatCheck()
  const rows = readRawCsv(file, list.required).rows.map((row) => {
    const cells = list.columns.map(({ read }) => read(row, areas))
    refuseRepeat(row, cells[0] ?? '')
    return cells
  })
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row' })
  return {
    ...list.table,
    editionColumns: [],
    columns: list.columns.map(({ name, description }) => ({ name, type: 'text', description })),
    rows: rows.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
  }
}
