import { onlyFile } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { boardTable, checkTotals } from './harmonise.ts'
import { healthGeographies } from './kind.ts'
import { parseBoards } from './parse.ts'

/** Population of the areas by sex and single year of age. */
export const populationEstimates: Series = {
  code: 'population-estimates',
  title: 'Population estimates for health geographies',
  publisher: 'Office for National Statistics',
  licence: OGL,
  attribution:
    'Adapted from data from the Office for National Statistics licensed under the Open Government Licence v3.0.',
  address:
    'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates/datasets/clinicalcommissioninggroupmidyearpopulationestimates',
  notes: ['Only the latest mid-year of the workbook is imported; ages and sexes are unrounded as published.'],
  starts: [healthGeographies],
  companions: [],
  harmonise(files, { areas }) {
    const file = onlyFile(filesOf(files, healthGeographies), healthGeographies)
    if (!file) throw new Error('an import of the estimates starts with their workbook')
    const estimates = parseBoards(file)
    return {
      editions: [
        {
          edition: `mid-${estimates.year}`,
          period: `${estimates.year}-06-30`,
          file: file.name,
          sha256: file.sha256,
          rows: estimates.places.length,
        },
      ],
      tables: [boardTable(estimates, areas, file.name)],
      findings: checkTotals(estimates),
    }
  },
}
