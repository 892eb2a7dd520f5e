import { onlyFile } from '../editions.ts'
import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import { type Edition, type FilesByKind, filesOf, OGL, type Series } from '../series.ts'
import { areaTurnovers } from './area-turnover.ts'
import { checkCouncilTurnover } from './check.ts'
import { councilAreaTable } from './council-areas.ts'
import { councilWeights, readLookups } from './council-lookups.ts'
import { ascofTables, boardDistricts, districtCouncils, districtSuccessors, oflogMeasures } from './kind.ts'
import { type CouncilTurnover, parseAscof, parseOflog } from './parse-turnover.ts'
import { areaTable, councilTable } from './tables.ts'

/** Staff turnover in adult social care. */
export const socialCareTurnover: Series = {
  code: 'social-care-turnover',
  title: 'Staff turnover in adult social care',
  publisher:
    'Skills for Care, published by the Office for Local Government and the Department of Health and Social Care',
  licence: OGL,
  attribution:
    'Skills for Care estimates, in the Adult Social Care Outcomes Framework and the local authority data of the Office for Local Government. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: null,
  notes: [
    'Up to 2021/22 about 105 to 115 of some 150 councils have a figure, from 2022/23 nearly all: areas of early years rest on fewer councils.',
    'Figures of the two publications are not revised together; a year is taken from the latest import of it.',
  ],
  starts: [oflogMeasures, ascofTables, boardDistricts],
  companions: [districtSuccessors, districtCouncils],
  harmonise(files, context) {
    const lookups = readLookups(files, context)
    const sources = [
      ...readFrom(files, oflogMeasures, parseOflog),
      ...readFrom(files, ascofTables, parseAscof),
    ]
    const editions = [...sources.map(({ edition }) => edition), ...(lookups?.editions ?? [])]
    const tables = lookups ? [councilAreaTable(lookups.weights)] : []
    if (sources.length === 0) return { editions, tables, findings: [] }
    const weights = councilWeights(
      files,
      context,
      sources.map(({ edition }) => edition.file),
    )
    const rows = sources.flatMap((source) => source.rows)
    const { areas, councilSuccessors } = context
    const areaRows = areaTurnovers(rows, weights, councilSuccessors)
    return {
      editions,
      tables: [councilTable(rows), areaTable(areaRows), ...tables],
      findings: checkCouncilTurnover(rows, areaRows, weights, councilSuccessors, areas),
    }
  },
}

interface Source {
  readonly edition: Edition
  readonly rows: readonly CouncilTurnover[]
}

function readFrom(
  files: FilesByKind,
  kind: FileKind,
  parse: (file: PublishedFile) => readonly CouncilTurnover[],
): readonly Source[] {
  const file = onlyFile(filesOf(files, kind), kind)
  if (!file) return []
  const rows = parse(file)
  const years = [...new Set(rows.map(({ year }) => year))].sort()
  const period = `${years[0]} to ${years.at(-1)}`
  const edition = {
    edition: `${kind.code}, ${period}`,
    period,
    file: file.name,
    sha256: file.sha256,
    rows: rows.length,
  }
  return [{ edition, rows }]
}
