import { onlyFile } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { councilWeights } from '../social-care-turnover/council-lookups.ts'
import {
  boardDistricts,
  districtCouncils,
  districtSuccessors,
  oflogMeasures,
} from '../social-care-turnover/kind.ts'
import { checkMeasures } from './check.ts'
import { parseMeasures } from './parse.ts'
import { areaTable, councilTable, measureTable } from './tables.ts'

/** Seven measures of adult social care by council, staff turnover among them. */
export const socialCareMeasures: Series = {
  code: 'social-care-measures',
  title: 'Adult social care measures of the Office for Local Government',
  publisher: 'Office for Local Government (Department for Levelling Up, Housing and Communities)',
  licence: OGL,
  attribution:
    'Office for Local Government, local authority data on adult social care. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: null,
  notes: [
    'Staff turnover (ASC7) is also in the series social-care-turnover, with later years; the two must not be added.',
    'Surveys of carers are every second year; those of 2020/21 were not held. Blank cells have no reason in the file.',
    'England is not in the file: the median of the councils is what the publisher compares with.',
  ],
  starts: [oflogMeasures],
  companions: [boardDistricts, districtSuccessors, districtCouncils],
  harmonise(files, context) {
    const file = onlyFile(filesOf(files, oflogMeasures), oflogMeasures)
    if (!file) return { editions: [], tables: [], findings: [] }
    const measures = parseMeasures(file)
    const weights = councilWeights(files, context, [file.name])
    const years = [...new Set(measures.rows.map(({ year }) => year))].sort()
    const period = `${years[0]} to ${years.at(-1)}`
    return {
      editions: [
        {
          edition: `${oflogMeasures.code}, ${period}`,
          period,
          file: file.name,
          sha256: file.sha256,
          rows: measures.rows.length,
        },
      ],
      tables: [
        areaTable(measures, weights, context.councilSuccessors),
        councilTable(measures),
        measureTable(measures),
      ],
      findings: checkMeasures(measures, weights, context.councilSuccessors, file.name),
    }
  },
}
