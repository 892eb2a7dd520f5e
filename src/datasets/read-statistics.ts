import { SEXES, type Sex } from '../domain/cohort.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import {
  POPULATION_BANDS,
  type PopulationSeries,
  type StaffFlow,
  type Statistics,
} from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Row, readTable } from '../tables/table.ts'

const OLDEST_SINGLE_YEAR = 90
const ESTIMATES = /^statistics\/population-estimates\/icb-mid-(\d{4})\.csv$/
/** Named where no estimate is there at all. */
const SOME_ESTIMATE = 'statistics/population-estimates/icb-mid-2022.csv'

/**
 * Reads the harmonised tables of `data/statistics/` that the model uses.
 * @throws HeadroomError naming file, row and column where a table is missing, damaged or lacks an area
 */
export function readStatistics(files: InputFiles, reference: Reference): Statistics {
  const areas = reference.areas.map(({ code }) => code)
  const groups = reference.staffGroups.map(({ code }) => code)
  const flows = readTable(files, 'statistics/nhs-turnover/staff-flows.csv', [
    'period',
    'area',
    'benchmark_group',
    'staff_group',
    'unit',
    'opening',
    'closing',
    'joiners',
    'leavers',
  ]).rows
  const flowsPeriod = lastOf(flows, 'period')
  return {
    flowsPeriod,
    flows: flows
      .filter((row) => row.text('period') === flowsPeriod)
      .map(
        (row): StaffFlow => ({
          area: known(row, 'area', areas, 'areas'),
          benchmarkGroup: row.text('benchmark_group'),
          staffGroup: known(row, 'staff_group', ['all', ...groups], 'staff groups'),
          unit: row.oneOf('unit', ['headcount', 'fte']),
          opening: row.numeric('opening', { min: 0 }),
          closing: row.numeric('closing', { min: 0 }),
          joiners: row.numeric('joiners', { min: 0 }),
          leavers: row.numeric('leavers', { min: 0 }),
        }),
      ),
    sickness: readSickness(files, areas),
    practiceRates: latest(
      files,
      'statistics/gp-workforce/area-rates.csv',
      ['year', 'area', 'role', 'fte_per_100000'],
      'fte_per_100000',
      (row) => `${row.text('area')}/${row.text('role')}`,
    ),
    networkFte: latest(
      files,
      'statistics/pcn-workforce/staff.csv',
      ['year', 'area', 'staff_group', 'fte'],
      'fte',
      (row) => row.text('area'),
    ),
    ...readPopulation(files, areas),
    projection: readProjection(files, 'icb-snpp-2018.csv', 'area', areas),
    variants: readProjection(files, 'england-variants.csv', 'variant', ['principal', 'high', 'low']),
    careTurnover: latest(
      files,
      'statistics/social-care-turnover/area-turnover.csv',
      ['year', 'area', 'turnover', 'councils'],
      'turnover',
      (row) => row.text('area'),
    ),
  }
}

function known(row: Row, column: string, codes: readonly string[], list: string): string {
  const found = row.text(column)
  if (!codes.includes(found))
    throw new HeadroomError('table-reference', { file: row.file, row: row.number, column, found, list })
  return found
}

const incomplete = (file: string, missing: string): HeadroomError =>
  new HeadroomError('table-incomplete', { file: `data/${file}`, missing })

/** Last value of a column of periods, in the order of text. */
const lastOf = (rows: readonly Row[], column: string): string =>
  rows
    .map((row) => row.text(column))
    .sort()
    .at(-1) ?? ''

/** Sums a column of the latest year by key. */
function latest(
  files: InputFiles,
  file: string,
  columns: readonly string[],
  value: string,
  key: (row: Row) => string,
): Map<string, number> {
  const { rows } = readTable(files, file, columns)
  const year = lastOf(rows, 'year')
  const sums = new Map<string, number>()
  for (const row of rows) {
    if (row.text('year') !== year || row.optional(value) === null) continue
    sums.set(key(row), (sums.get(key(row)) ?? 0) + row.numeric(value))
  }
  if (sums.size === 0) throw incomplete(file, 'any year')
  return sums
}

function readSickness(files: InputFiles, areas: readonly string[]): Map<string, number> {
  const file = 'statistics/nhs-sickness/absence.csv'
  const { rows } = readTable(files, file, ['month', 'area', 'fte_days_lost', 'fte_days_available'])
  const months = [...new Set(rows.map((row) => row.text('month')))].sort().slice(-12)
  return new Map(
    areas.map((area) => {
      const own = rows.filter((row) => row.text('area') === area && months.includes(row.text('month')))
      const available = own.reduce((sum, row) => sum + row.numeric('fte_days_available', { min: 0 }), 0)
      const lost = own.reduce((sum, row) => sum + row.numeric('fte_days_lost', { min: 0 }), 0)
      if (available === 0) throw incomplete(file, `area ${area} in ${months.join(', ')}`)
      return [area, lost / available]
    }),
  )
}

/** The newest mid-year estimate there is. */
function readPopulation(
  files: InputFiles,
  areas: readonly string[],
): Pick<Statistics, 'population' | 'populationYear'> {
  const file =
    [...files.keys()]
      .filter((name) => ESTIMATES.test(name))
      .sort()
      .at(-1) ?? SOME_ESTIMATE
  const populationYear = Number(ESTIMATES.exec(file)?.[1])
  const population = new Map<string, number[]>()
  for (const row of readTable(files, file, ['year', 'area', 'sex', 'age', 'people']).rows) {
    if (row.integer('year') !== populationYear) continue
    const key = `${known(row, 'area', areas, 'areas')}/${row.oneOf('sex', SEXES)}`
    const ages = population.get(key) ?? new Array<number>(OLDEST_SINGLE_YEAR + 1).fill(Number.NaN)
    ages[row.integer('age', { min: 0, max: OLDEST_SINGLE_YEAR })] = row.numeric('people', { min: 0 })
    population.set(key, ages)
  }
  for (const area of areas)
    for (const sex of SEXES) {
      const missing = (population.get(`${area}/${sex}`) ?? [Number.NaN]).findIndex(Number.isNaN)
      if (missing >= 0) throw incomplete(file, `area ${area}, ${sex}, age ${missing}`)
    }
  return { population, populationYear }
}

function readProjection(
  files: InputFiles,
  name: string,
  column: string,
  places: readonly string[],
): PopulationSeries[] {
  const file = `statistics/population-projection/${name}`
  const header = (files.get(file) ?? '').split(/\r?\n/, 1)[0]?.split(',') ?? []
  const years = header.filter((label) => /^y\d{4}$/.test(label))
  const rows = readTable(files, file, [column, 'sex', 'age_band', ...years]).rows
  const found = new Map<string, PopulationSeries>()
  for (const row of rows) {
    const place = known(row, column, places, `${column}s`)
    const sex: Sex = row.oneOf('sex', SEXES)
    const band = POPULATION_BANDS.indexOf(row.oneOf('age_band', POPULATION_BANDS))
    const people = years.map((year) => row.numeric(year, { min: 0 }))
    found.set(`${place}/${sex}/${band}`, { place, sex, band, firstYear: Number(years[0]?.slice(1)), people })
  }
  return places.flatMap((place) =>
    SEXES.flatMap((sex) =>
      POPULATION_BANDS.map((label, band) => {
        const series = found.get(`${place}/${sex}/${band}`)
        if (!series) throw incomplete(file, `${place}, ${sex}, ${label}`)
        return series
      }),
    ),
  )
}
