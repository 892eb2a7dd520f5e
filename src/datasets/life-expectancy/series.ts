import { onlyFile } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { checkExpectancies } from './check.ts'
import { expectancyTable } from './kind.ts'
import { type Expectancy, parseExpectancies } from './parse.ts'

/** Life expectancy of older people. */
export const lifeExpectancy: Series = {
  code: 'life-expectancy',
  title: 'Period life expectancy at older ages',
  publisher: 'Office for National Statistics, collated by The Strategy Unit (New Hospital Programme model)',
  licence: OGL,
  attribution:
    'Adapted from data from the Office for National Statistics licensed under the Open Government Licence v3.0.',
  address: 'https://www.ons.gov.uk/peoplepopulationandcommunity/birthsdeathsandmarriages/lifeexpectancies',
  notes: [
    'Years to about 2020 are of deaths that happened, later ones projected; the file doesn’t say where one ends and the other begins.',
    'Only expectations are given, no probabilities of dying: they can’t be turned back exactly into survival from one age to the next.',
  ],
  starts: [expectancyTable],
  companions: [],
  harmonise(files) {
    const file = onlyFile(filesOf(files, expectancyTable), expectancyTable)
    if (!file) throw new Error('an import of life expectancy starts with its table')
    const rows = parseExpectancies(file)
    const years = rows.map(({ year }) => year)
    const period = `${Math.min(...years)}/${Math.max(...years)}`
    return {
      editions: [
        { edition: `years ${period}`, period, file: file.name, sha256: file.sha256, rows: rows.length },
      ],
      tables: [table(rows)],
      findings: checkExpectancies(rows, file.name),
    }
  },
}

const sortKey = ({ year, sex, age }: Expectancy): string => `${year},${sex},${String(age).padStart(3, '0')}`

const table = (rows: readonly Expectancy[]): TidyTable => ({
  file: 'expectancy.csv',
  title: 'Period life expectancy by year, sex and age',
  definition:
    'Mean years that people of an exact age have left if the mortality of that one year held for the rest of their lives.',
  editionColumns: [],
  columns: [
    { name: 'year', type: 'integer', description: 'Calendar year of the mortality' },
    { name: 'sex', type: 'text', description: 'female or male' },
    { name: 'age', type: 'integer', unit: 'years', description: 'Exact age' },
    { name: 'expectancy', type: 'number', unit: 'years', description: 'Mean years left' },
  ],
  rows: [...rows]
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ year, sex, age, years }) => [year, sex, age, roundTo(years, 2)]),
})
