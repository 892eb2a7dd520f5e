import { SEXES } from '../../domain/cohort.ts'
import { AGE_BANDS } from '../age-bands.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { AuthorityEstimates } from './parse-authorities.ts'
import type { CouncilPeople } from './parse-councils.ts'
import type { AreaPeople } from './to-areas.ts'

const YEAR: TidyColumn = { name: 'year', type: 'integer', description: 'Year of the 30 June' }
const AREA: TidyColumn = { name: 'area', type: 'text', description: 'NHS code of the integrated care board' }
const SEX: TidyColumn = { name: 'sex', type: 'text', description: 'female or male' }

/** People of the areas by sex and five-year band. */
export const areaTable = (year: number, rows: readonly AreaPeople[]): TidyTable => ({
  file: 'area-estimates.csv',
  title: 'Population of integrated care board areas by sex and five-year age band, from local authorities',
  definition:
    'Usual residents on 30 June, summed over the districts of each board. A district that lies in several boards is split by ' +
    'its small areas (data/statistics/geography/district-areas.csv), the same for every age; a district of an older edition ' +
    'goes where its successor lies (data/reference/district-successors.csv). Only whole districts are published.',
  editionColumns: ['year'],
  columns: [
    YEAR,
    AREA,
    SEX,
    { name: 'age_band', type: 'text', description: 'Age in completed years: 0-4 to 85-89, 90+' },
    { name: 'people', type: 'number', unit: 'people', description: 'Usual residents' },
  ],
  rows: rows.flatMap(({ area, bands }) =>
    SEXES.flatMap((sex) =>
      AGE_BANDS.map((band, index) => [year, area, sex, band, roundTo(bands[sex][index] ?? 0, 1)]),
    ),
  ),
})

/** How densely the people of the areas live. */
export const densityTable = (year: number, rows: readonly AreaPeople[], ruralBelow: number): TidyTable => ({
  file: 'area-density.csv',
  title: 'People per square kilometre of integrated care board areas, and how many live in rural districts',
  definition:
    `People and land of the districts of each board, and the share of its people who live in districts with fewer than ${ruralBelow} ` +
    'people per square kilometre (data/reference/area-flag-rules.csv). Districts are large: towns in a sparse district count as ' +
    'rural, villages in a dense one do not. Land of a district that lies in several boards is split like its people.',
  editionColumns: ['year'],
  columns: [
    YEAR,
    AREA,
    { name: 'people', type: 'number', unit: 'people', description: 'Usual residents' },
    { name: 'land_km2', type: 'number', unit: 'km²', description: 'Land area' },
    { name: 'people_per_km2', type: 'number', unit: 'people per km²', description: 'Density' },
    { name: 'rural_share', type: 'number', unit: 'share', description: 'Share of people in rural districts' },
  ],
  rows: rows.map(({ area, people, landKm2, ruralPeople }) => [
    year,
    area,
    roundTo(people, 1),
    roundTo(landKm2 ?? 0, 2),
    roundTo(landKm2 ? people / landKm2 : 0, 2),
    roundTo(people > 0 ? (ruralPeople ?? 0) / people : 0, 4),
  ]),
})

/** People and land of the districts. */
export const districtTable = ({ year, authorities }: AuthorityEstimates): TidyTable => ({
  file: 'districts.csv',
  title: 'Population and land area of the districts of England',
  definition:
    'Usual residents on 30 June of each local authority district, London borough and unitary council, boundaries as published in ' +
    'that edition, and its land in square kilometres where the edition has it.',
  editionColumns: ['year'],
  columns: [
    YEAR,
    { name: 'district', type: 'text', description: 'ONS code of the district' },
    { name: 'name', type: 'text', description: 'Name of the district' },
    { name: 'female', type: 'integer', unit: 'people', description: 'Usual residents, female' },
    { name: 'male', type: 'integer', unit: 'people', description: 'Usual residents, male' },
    { name: 'land_km2', type: 'number', unit: 'km²', description: 'Land area; empty where missing' },
  ],
  rows: [...authorities]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name, total, landKm2 }) => [
      year,
      code,
      name,
      total.female,
      total.male,
      landKm2 === null ? '' : roundTo(landKm2, 4),
    ]),
})

/** People of some councils by single year of age. */
export const councilTable = (rows: readonly CouncilPeople[]): TidyTable => ({
  file: 'council-ages.csv',
  title: 'Population of some councils by sex and single year of age',
  definition:
    'Usual residents on 30 June. Counties and the districts in them are both there and must not be added up. Age 90 stands for ' +
    '90 and over. Totals of sexes and ages are left out.',
  editionColumns: ['year', 'council'],
  columns: [
    YEAR,
    { name: 'council', type: 'text', description: 'ONS code of the county, district or unitary council' },
    { name: 'name', type: 'text', description: 'Name of the council' },
    SEX,
    { name: 'age', type: 'integer', unit: 'years', description: 'Completed years; 90 for 90 and over' },
    { name: 'people', type: 'integer', unit: 'people', description: 'Usual residents' },
  ],
  rows: rows
    .filter(({ sex, age }) => sex !== 'all' && age !== null)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ year, council, name, sex, age, people }) => [year, council, name, sex, age ?? 0, people]),
})

const sortKey = ({ year, council, sex, age }: CouncilPeople): string =>
  `${year},${council},${sex},${String(age).padStart(3, '0')}`
