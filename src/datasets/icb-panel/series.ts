import { refuseAbsentAreas } from '../complete.ts'
import { onlyFile } from '../editions.ts'
import { type Edition, filesOf, OGL, type Series } from '../series.ts'
import { checkPanel } from './check.ts'
import { boardPanel, measureDescriptions } from './kind.ts'
import { parseBoardPanel, parseDescriptions } from './parse.ts'
import { isPrimaryCare, primaryCareTable } from './primary-care-rates.ts'
import { metricTable, panelTable } from './tables.ts'

/** A panel of measures of integrated care boards. */
export const icbPanel: Series = {
  code: 'icb-panel',
  title: 'Panel of integrated care boards: staff, beds, waits, spending and conditions',
  publisher: 'NHS England and others, collated by NHS Bristol, North Somerset and South Gloucestershire',
  licence: OGL,
  attribution:
    'NHS England, the Office for Health Improvement and Disparities and the Office for National Statistics, collated by analysts of NHS Bristol, North Somerset and South Gloucestershire. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: null,
  notes: [
    'Measures of trusts were brought to boards by where patients live, with the trusts and boundaries of each year: jumps within a year are listed as findings and are not growth.',
    'Zeros are kept as they are; several stand for figures that were not collected.',
  ],
  starts: [boardPanel],
  companions: [measureDescriptions],
  harmonise(files, { areas }) {
    const file = onlyFile(filesOf(files, boardPanel), boardPanel)
    const descriptions = onlyFile(filesOf(files, measureDescriptions), measureDescriptions)
    if (!file) return { editions: [], tables: [], findings: [] }
    const measures = parseBoardPanel(file, areas)
    refuseAbsentAreas(file.name, new Set(measures.map(({ area }) => area)), areas, 'the measures')
    const primaryCare = measures.filter(isPrimaryCare)
    const others = measures.filter((measure) => !isPrimaryCare(measure))
    const described = descriptions ? parseDescriptions(descriptions) : null
    const years = measures.map(({ year }) => year).sort((a, b) => a - b)
    const period = `${years[0]}/${years.at(-1)}`
    const editions: Edition[] = [
      { edition: `panel ${period}`, period, file: file.name, sha256: file.sha256, rows: measures.length },
    ]
    if (descriptions && described)
      editions.push({
        edition: 'descriptions of measures',
        period,
        file: descriptions.name,
        sha256: descriptions.sha256,
        rows: described.size,
      })
    return {
      editions,
      tables: [
        panelTable(others),
        ...(primaryCare.length > 0 ? [primaryCareTable(primaryCare, file.name)] : []),
        ...(described ? [metricTable(others, described)] : []),
      ],
      findings: checkPanel(measures, areas, file.name),
    }
  },
}
