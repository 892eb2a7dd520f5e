import type { InputFiles } from '../domain/input-files.ts'
import { readTable } from '../tables/table.ts'
import { incomplete, known } from './statistics-tables.ts'

const FILE = 'statistics/nhs-nationality/region-nationalities.csv'
/**
 * NHS regions of the former training regions. Thames Valley and Wessex lie almost wholly in the South East;
 * Dorset, a part of Wessex, doesn't.
 */
const REGIONS: Readonly<Record<string, string>> = {
  'East Midlands': 'Y60',
  'West Midlands': 'Y60',
  'East of England': 'Y61',
  'Kent, Surrey and Sussex': 'Y59',
  'Thames Valley': 'Y59',
  Wessex: 'Y59',
  'North Central and East London': 'Y56',
  'North West London': 'Y56',
  'South London': 'Y56',
  'North East': 'Y63',
  'Yorkshire and the Humber': 'Y63',
  'North West': 'Y62',
  'South West': 'Y58',
}

/**
 * Share of NHS staff of known nationality who are not British, by NHS region, in the latest month.
 * @param regions codes of the NHS regions
 * @throws HeadroomError where a region has nobody, or the table names an unknown one
 */
export function readAbroad(files: InputFiles, regions: readonly string[]): Map<string, number> {
  const columns = ['month', 'unit', 'region', 'nationality_group', 'nationality', 'staff']
  const { rows } = readTable(files, FILE, columns)
  const month = rows
    .map((row) => row.text('month'))
    .sort()
    .at(-1)
  const british = new Map<string, number>()
  const abroad = new Map<string, number>()
  for (const row of rows) {
    if (row.text('month') !== month || row.text('unit') !== 'headcount') continue
    if (row.text('nationality') !== 'all' || row.text('region') === 'England') continue
    const group = row.text('nationality_group')
    if (group === 'all' || group === 'unknown' || row.optional('staff') === null) continue
    const region = REGIONS[known(row, 'region', Object.keys(REGIONS), 'training regions')]!
    const counts = group === 'uk' ? british : abroad
    counts.set(region, (counts.get(region) ?? 0) + row.numeric('staff', { min: 0 }))
  }
  return new Map(
    regions.map((region) => {
      const others = abroad.get(region) ?? 0
      const all = others + (british.get(region) ?? 0)
      if (all === 0) throw incomplete(FILE, `staff of the region ${region} in ${month}`)
      return [region, others / all]
    }),
  )
}
