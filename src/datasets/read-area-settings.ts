import type { AreaFlag, AreaSetting } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { type Row, readTable } from '../tables/table.ts'
import { passes, readFlagRules, ruleOf } from './geography/area-flag-rules.ts'

const COAST = {
  file: 'statistics/geography/area-coast.csv',
  columns: ['area', 'outline_km', 'coast_km', 'border_km', 'coast_share'],
}
const DENSITY = {
  file: 'statistics/population-estimates-local/area-density.csv',
  columns: ['year', 'area', 'people', 'land_km2', 'people_per_km2', 'rural_share'],
}
const DEPRIVATION = {
  file: 'statistics/gp-workforce/area-deprivation.csv',
  columns: ['year', 'area', 'patients', 'practices', 'imd_score', 'most_deprived_share'],
}

/** The measure that each flag rests on. */
const FLAGS: readonly (readonly [AreaFlag, 'coastShare' | 'ruralShare' | 'mostDeprivedShare'])[] = [
  ['coastal', 'coastShare'],
  ['rural', 'ruralShare'],
  ['deprived', 'mostDeprivedShare'],
]

/**
 * What kind of place each area is: its measures and the flags of `data/reference/area-flag-rules.csv`. A
 * measure whose table is not there is null, and so gives no flag.
 * @returns one for each area, in the order of the reference
 * @throws HeadroomError what is wrong in a table
 */
export function readAreaSettings(files: InputFiles, reference: Reference): readonly AreaSetting[] {
  const measures = {
    coastShare: readMeasure(files, COAST, 'coast_share'),
    peoplePerKm2: readMeasure(files, DENSITY, 'people_per_km2'),
    ruralShare: readMeasure(files, DENSITY, 'rural_share'),
    imdScore: readMeasure(files, DEPRIVATION, 'imd_score'),
    mostDeprivedShare: readMeasure(files, DEPRIVATION, 'most_deprived_share'),
  }
  const rules = readFlagRules(files)
  const reaches = (code: AreaFlag, value: number | undefined): boolean =>
    value !== undefined && passes(ruleOf(rules, code), value)
  return reference.areas.map(({ code }) => ({
    area: code,
    coastShare: measures.coastShare.get(code) ?? null,
    peoplePerKm2: measures.peoplePerKm2.get(code) ?? null,
    ruralShare: measures.ruralShare.get(code) ?? null,
    imdScore: measures.imdScore.get(code) ?? null,
    mostDeprivedShare: measures.mostDeprivedShare.get(code) ?? null,
    flags: FLAGS.filter(([flag, measure]) => reaches(flag, measures[measure].get(code))).map(
      ([flag]) => flag,
    ),
  }))
}

/** A measure of each area, of the last year where the table has several. */
function readMeasure(
  files: InputFiles,
  { file, columns }: { readonly file: string; readonly columns: readonly string[] },
  measure: string,
): ReadonlyMap<string, number> {
  if (!files.has(file)) return new Map()
  const { rows } = readTable(files, file, columns)
  const yearOf = (row: Row): number => (columns.includes('year') ? row.integer('year') : 0)
  const last = Math.max(...rows.map(yearOf))
  return new Map(
    rows.filter((row) => yearOf(row) === last).map((row) => [row.text('area'), row.numeric(measure)]),
  )
}
