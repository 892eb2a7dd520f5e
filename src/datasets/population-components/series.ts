import { onlyFile } from '../editions.ts'
import { districtWeights } from '../geography/district-lookups.ts'
import { createDistrictSharer } from '../geography/share-districts.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { boardDistricts, districtSuccessors } from '../social-care-turnover/kind.ts'
import { checkComponents, componentTable } from './harmonise.ts'
import { componentsTable5 } from './kind.ts'
import { parseComponents } from './parse.ts'

/** Births, deaths and moves behind the projected population of the areas. */
export const populationComponents: Series = {
  code: 'population-components',
  title: 'Population projections: components of change',
  publisher: 'Office for National Statistics',
  licence: OGL,
  attribution:
    'Adapted from data from the Office for National Statistics licensed under the Open Government Licence v3.0.',
  address: 'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationprojections',
  notes: [
    'The same projection as icb-snpp of the series population-projection, which is by age; this one is by cause. The two part slightly where a board’s border cuts through a district.',
    'International migration in it is far below what has been estimated since 2021.',
  ],
  starts: [componentsTable5],
  companions: [boardDistricts, districtSuccessors],
  harmonise(files, context) {
    const file = onlyFile(filesOf(files, componentsTable5), componentsTable5)
    if (!file) throw new Error('an import of components starts with their workbook')
    const parsed = parseComponents(file)
    const weights = districtWeights(files, context, file.name)
    const partsOf = createDistrictSharer(weights, context.districtSuccessors)
    const { years } = parsed
    return {
      editions: [
        {
          edition: `${years[0]}-based, components of change`,
          period: `${years[0]}/${years.at(-1)}`,
          file: file.name,
          sha256: file.sha256,
          rows: parsed.rows,
        },
      ],
      tables: [componentTable(parsed, partsOf, context.areas, file.name)],
      findings: checkComponents(parsed, file.name),
    }
  },
}
