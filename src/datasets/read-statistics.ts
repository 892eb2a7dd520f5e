import { SEXES, type Sex } from '../domain/cohort.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import {
  POPULATION_BANDS,
  type PopulationSeries,
  type StaffFlow,
  type Statistics,
} from '../domain/statistics.ts'
import { type Row, readTable } from '../tables/table.ts'
import { readAbroad } from './read-abroad.ts'
import { readCare } from './read-care.ts'
import { readGpAges, readGrades } from './read-grades.ts'
import { readSickness } from './read-sickness.ts'
import { incomplete, known, lastOf, latest, latestRows } from './statistics-tables.ts'

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
      'statistics/icb-panel/primary-care-rates.csv',
      ['year', 'area', 'role', 'fte_per_100000'],
      'fte_per_100000',
      (row) => `${row.text('area')}/${row.text('role')}`,
    ),
    practicePanel: latest(
      files,
      'statistics/gp-workforce/practice-panel.csv',
      ['year', 'area', 'role', 'unit', 'value'],
      'value',
      (row) => `${row.text('area')}/${row.text('role')}/${row.text('unit')}`,
    ),
    networkFte: latest(
      files,
      'statistics/pcn-workforce/staff.csv',
      ['year', 'area', 'staff_group', 'fte'],
      'fte',
      (row) => row.text('area'),
      isPatientCare,
    ),
    networkPosts: latestRows(files, 'statistics/pcn-workforce/mean-fte.csv', [
      'year',
      'area',
      'staff_group',
      'networks',
      'mean_fte',
    ])
      .filter(isPatientCare)
      .map((row) => ({
        area: known(row, 'area', areas, 'areas'),
        networks: row.numeric('networks', { min: 0 }),
        meanFte: row.numeric('mean_fte', { min: 0 }),
      })),
    ...readPopulation(files, areas),
    projection: readProjection(files, 'icb-snpp-2018.csv', 'area', areas),
    variants: readProjection(files, 'england-variants.csv', 'variant', ['principal', 'high', 'low']),
    ...readCare(files, areas),
    grades: readGrades(files, groups),
    gpAges: readGpAges(files),
    abroad: readAbroad(
      files,
      reference.regions.map(({ code }) => code),
    ),
  }
}

const isPatientCare = (row: Row): boolean => row.text('staff_group') === 'direct-patient-care'

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
