import { HeadroomError } from '../../errors/headroom-error.ts'
import { refuseAbsentAreas } from '../complete.ts'
import { onlyFile } from '../editions.ts'
import type { PublishedFile } from '../published-file.ts'
import { type Edition, filesOf, type Harmonised, type ImportContext, OGL, type Series } from '../series.ts'
import { readDeprivation } from './deprivation.ts'
import { practiceAreas, practicePanel } from './kind.ts'
import { parsePracticeAreas, parsePractices } from './parse-practices.ts'
import { checkPractices, practiceTable } from './practice-table.ts'

/** General practice staff by area. */
export const gpWorkforce: Series = {
  code: 'gp-workforce',
  title: 'General Practice Workforce',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS England, General Practice Workforce. Contains public sector information licensed under the Open Government Licence v3.0.',
  address:
    'https://digital.nhs.uk/data-and-information/publications/statistical/general-and-personal-medical-services',
  notes: [
    'The practice panel was collated from the publisher’s practice-level files by the Health Equity Evidence Centre.',
    'Practices are placed by the practice file of NHS England’s ICB place-based allocation tool, 2024/25.',
  ],
  starts: [practicePanel],
  companions: [practiceAreas],
  harmonise(files, context) {
    const panel = onlyFile(filesOf(files, practicePanel), practicePanel)
    const lookup = onlyFile(filesOf(files, practiceAreas), practiceAreas)
    return panel ? harmonisePractices(panel, lookup, context) : { editions: [], tables: [], findings: [] }
  },
}

function harmonisePractices(
  panel: PublishedFile,
  lookup: PublishedFile | null,
  { areas }: ImportContext,
): Harmonised {
  if (!lookup)
    throw new HeadroomError('edition-companion', { given: panel.name, missing: practiceAreas.title })
  const rows = parsePractices(panel)
  const areaOf = parsePracticeAreas(lookup, areas)
  const years = rows.map(({ year }) => year)
  for (const year of new Set(years)) {
    const own = rows.filter((row) => row.year === year && row.gpFte !== null)
    const reached = new Set(own.map(({ practice }) => areaOf.get(practice) ?? ''))
    refuseAbsentAreas(panel.name, reached, areas, `practices in ${year}`)
  }
  const deprivation = readDeprivation(panel, areaOf)
  return {
    editions: [
      edition(panel, 'practice panel', years),
      {
        edition: 'practices to areas, 2024/25',
        period: '2024/25',
        file: lookup.name,
        sha256: lookup.sha256,
        rows: areaOf.size,
      },
    ],
    tables: [practiceTable(rows, areaOf), ...deprivation.tables],
    findings: [...checkPractices(rows, areaOf, panel.name), ...deprivation.findings],
  }
}

function edition(file: PublishedFile, name: string, years: readonly number[]): Edition {
  const sorted = [...new Set(years)].sort((a, b) => a - b)
  const period = `${sorted[0]}/${sorted.at(-1)}`
  return { edition: name, period, file: file.name, sha256: file.sha256, rows: years.length }
}
