import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { readRecords } from '../tables/table.ts'
import { type AreaName, createAreaFinder } from './area-names.ts'
import { CORRECTIONS_FILE, readCorrections } from './corrections/read-corrections.ts'
import { readCouncilFinder } from './council-names.ts'
import { readFlagRules } from './geography/area-flag-rules.ts'
import { readOutlineBorders } from './geography/coast.ts'
import { DISTRICT_AREAS_FILE, parseDistrictAreas } from './geography/district-areas.ts'
import { readDistrictSuccessors } from './geography/district-successors.ts'
import { SUCCESSION_FILE } from './geography/succession.ts'
import { parseTrustAreas, TRUST_AREAS_FILE } from './nhs-ae-activity/trust-areas.ts'
import { readOrganisationSuccessors } from './organisation-successors.ts'
import { readCcgSuccessors } from './population-projection/ccg-successors.ts'
import { PUBLISHED_COLUMNS_FILE, readPublishedColumns } from './published-columns.ts'
import { createRawTable, type RawTable } from './raw-table.ts'
import type { ImportContext, StaffGroupLabel } from './series.ts'
import { readFinanceKeys } from './social-care-activity/finance-keys.ts'
import { COUNCIL_AREAS_FILE, parseCouncilAreas } from './social-care-turnover/council-areas.ts'
import { readCouncilSuccessors } from './social-care-turnover/council-successors.ts'
import { readCountyDistricts } from './social-care-vacancy/county-districts.ts'

/** Files below `data/` that an import reads besides the published files; the last three are made by earlier imports. */
export const CODE_LISTS: readonly string[] = [
  'reference/areas.csv',
  'reference/area-codes.csv',
  'reference/staff-groups.csv',
  'reference/ccg-successors.csv',
  SUCCESSION_FILE,
  'reference/council-successors.csv',
  'reference/districts-2019.csv',
  'reference/district-successors.csv',
  'reference/outline-borders.csv',
  'reference/area-flag-rules.csv',
  'reference/social-care-councils.csv',
  'reference/council-aliases.csv',
  'reference/finance-return-keys.csv',
  CORRECTIONS_FILE,
  PUBLISHED_COLUMNS_FILE,
  COUNCIL_AREAS_FILE,
  TRUST_AREAS_FILE,
  DISTRICT_AREAS_FILE,
]

/**
 * What importers need besides the published files, from the files of `CODE_LISTS`.
 * @throws HeadroomError `file-missing` or what is wrong in a list
 */
export function createImportContext(files: InputFiles): ImportContext {
  const councilAreas = files.get(COUNCIL_AREAS_FILE)
  const trustAreas = files.get(TRUST_AREAS_FILE)
  const districtAreas = files.get(DISTRICT_AREAS_FILE)
  return {
    areas: createAreaFinder(readAreaNames(files), readLaterCodes(files)),
    staffGroups: readStaffGroupLabels(files),
    corrections: readCorrections(files),
    publishedColumns: readPublishedColumns(files),
    ccgSuccessors: readCcgSuccessors(files),
    organisationSuccessors: files.has(SUCCESSION_FILE) ? readOrganisationSuccessors(files) : [],
    councilSuccessors: readCouncilSuccessors(files),
    countyDistricts: readCountyDistricts(files),
    districtSuccessors: readDistrictSuccessors(files),
    outlineBorders: readOutlineBorders(files),
    flagRules: readFlagRules(files),
    councils: readCouncilFinder(files),
    financeKeys: readFinanceKeys(files),
    councilAreas: councilAreas === undefined ? [] : parseCouncilAreas(councilAreas),
    trustAreas: trustAreas === undefined ? [] : parseTrustAreas(trustAreas),
    districtAreas: districtAreas === undefined ? [] : parseDistrictAreas(districtAreas),
  }
}

/**
 * Codes and names of the areas of `data/reference/areas.csv`.
 * @throws HeadroomError `file-missing`, `edition-columns`, `edition-cell`
 */
const readAreaNames = (files: InputFiles): readonly AreaName[] =>
  readList(files, 'reference/areas.csv', ['code', 'ons_code', 'name', 'valid_from', 'valid_to']).rows.map(
    (row) => ({
      code: row.text('code'),
      onsCode: row.text('ons_code'),
      name: row.text('name'),
      validFrom: row.text('valid_from'),
      validTo: row.optional('valid_to'),
    }),
  )

/**
 * ONS codes of areas that others replaced, from `data/reference/area-codes.csv`.
 * @throws HeadroomError `file-missing`, `edition-columns`, `edition-cell`
 */
const readLaterCodes = (files: InputFiles): ReadonlyMap<string, string> =>
  new Map(
    readList(files, 'reference/area-codes.csv', ['old_code', 'new_code']).rows.map((row) => [
      row.text('old_code'),
      row.text('new_code'),
    ]),
  )

/**
 * Staff groups of `data/reference/staff-groups.csv`.
 * @throws HeadroomError `file-missing`, `edition-columns`, `edition-cell`
 */
const readStaffGroupLabels = (files: InputFiles): readonly StaffGroupLabel[] =>
  readList(files, 'reference/staff-groups.csv', ['code', 'series', 'published_label']).rows.map((row) => ({
    code: row.text('code'),
    series: row.text('series'),
    publishedLabel: row.text('published_label'),
  }))

// Only the columns an importer needs: the lists have more, which other parts read and check.
function readList(files: InputFiles, file: string, columns: readonly string[]): RawTable {
  const text = files.get(file)
  if (text === undefined) throw new HeadroomError('file-missing', { file: `data/${file}` })
  const [header = [], ...records] = readRecords(text, `data/${file}`)
  return createRawTable(`data/${file}`, 1, header, records, columns)
}
