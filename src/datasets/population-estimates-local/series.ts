import { onlyFile, refuseSamePeriod } from '../editions.ts'
import { ruleOf } from '../geography/area-flag-rules.ts'
import { districtWeights } from '../geography/district-lookups.ts'
import { createDistrictSharer } from '../geography/share-districts.ts'
import type { PublishedFile } from '../published-file.ts'
import {
  type Edition,
  type FilesByKind,
  filesOf,
  type Harmonised,
  type ImportContext,
  OGL,
  type Series,
} from '../series.ts'
import { boardDistricts, districtSuccessors } from '../social-care-turnover/kind.ts'
import type { TidyTable } from '../tidy-table.ts'
import { checkAuthorities, checkCouncils } from './check.ts'
import { authorityEstimates, councilEstimates } from './kind.ts'
import { type AuthorityEstimates, parseAuthorities } from './parse-authorities.ts'
import { parseCouncils } from './parse-councils.ts'
import { areaTable, councilTable, densityTable, districtTable } from './tables.ts'
import { sumToAreas } from './to-areas.ts'

/** Population of local authorities, added up to the areas. */
export const populationEstimatesLocal: Series = {
  code: 'population-estimates-local',
  title: 'Population estimates for local authorities',
  publisher: 'Office for National Statistics',
  licence: OGL,
  attribution:
    'Adapted from data from the Office for National Statistics licensed under the Open Government Licence v3.0.',
  address: 'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates',
  notes: [
    'The estimates of mid-2015 and mid-2020 are as first published; both were revised later, those of mid-2020 after the Census of 2021 by more than their usual error.',
    'The model takes its people from the series population-estimates, which is published for the boards themselves; this one shows change over time and how densely people live.',
    'The extract by single year of age for mid-2024 covers Lincolnshire and its seven districts only.',
  ],
  starts: [authorityEstimates, councilEstimates],
  companions: [boardDistricts, districtSuccessors],
  harmonise(files, context) {
    const authorities = harmoniseAuthorities(files, context)
    const councils = harmoniseCouncils(onlyFile(filesOf(files, councilEstimates), councilEstimates))
    const parts = [authorities, councils]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

const NOTHING: Harmonised = { editions: [], tables: [], findings: [] }

interface Parsed {
  readonly file: PublishedFile
  readonly estimates: AuthorityEstimates
}

function harmoniseAuthorities(files: FilesByKind, context: ImportContext): Harmonised {
  const parsed = filesOf(files, authorityEstimates)
    .map((file): Parsed => ({ file, estimates: parseAuthorities(file) }))
    .sort((a, b) => a.estimates.year - b.estimates.year)
  const [first] = parsed
  if (!first) return NOTHING
  refuseSamePeriod(
    parsed.map(({ file, estimates }) => ({
      name: file.name,
      periods: new Set([`mid-${estimates.year}`]),
    })),
  )
  const weights = districtWeights(files, context, first.file.name)
  const partsOf = createDistrictSharer(weights, context.districtSuccessors)
  const ruralBelow = ruleOf(context.flagRules, 'rural-district').value
  const tables = parsed.map(({ file, estimates }) => {
    const { year } = estimates
    const rows = sumToAreas(estimates, partsOf, context.areas, ruralBelow, file.name)
    const hasLand = rows.every(({ landKm2 }) => landKm2 !== null)
    return {
      areas: areaTable(year, rows),
      districts: districtTable(estimates),
      density: hasLand ? [densityTable(year, rows, ruralBelow)] : [],
    }
  })
  return {
    editions: parsed.map(({ file, estimates }) =>
      edition(`mid-${estimates.year}, districts`, estimates.year, file, estimates.authorities.length),
    ),
    tables: [
      ...joinTables(tables.map(({ areas }) => areas)),
      ...joinTables(tables.map(({ districts }) => districts)),
      ...joinTables(tables.flatMap(({ density }) => density)),
    ],
    findings: parsed.flatMap(({ file, estimates }) => checkAuthorities(estimates, file.name)),
  }
}

function harmoniseCouncils(file: PublishedFile | null): Harmonised {
  if (!file) return NOTHING
  const rows = parseCouncils(file)
  const years = [...new Set(rows.map(({ year }) => year))].sort()
  return {
    editions: years.map((year) => {
      const own = rows.filter((row) => row.year === year)
      return edition(`mid-${year}, some councils by single year of age`, year, file, own.length)
    }),
    tables: [councilTable(rows)],
    findings: checkCouncils(rows, file.name),
  }
}

/** One table of the editions of several files; none where there are none. */
function joinTables(tables: readonly TidyTable[]): readonly TidyTable[] {
  const [first] = tables
  return first ? [{ ...first, rows: tables.flatMap(({ rows }) => rows) }] : []
}

const edition = (
  name: string,
  year: number,
  { name: file, sha256 }: PublishedFile,
  rows: number,
): Edition => ({
  edition: name,
  period: `${year}-06-30`,
  file,
  sha256,
  rows,
})
