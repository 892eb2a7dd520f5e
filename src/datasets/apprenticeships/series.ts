import { onlyFile } from '../editions.ts'
import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import { type FilesByKind, filesOf, type Harmonised, OGL, type Series } from '../series.ts'
import type { TidyTable } from '../tidy-table.ts'
import { checkApprentices } from './check.ts'
import { furtherEducationTable, parseFurtherEducation } from './further-education.ts'
import { apprenticeshipSubjects, furtherEducation } from './kind.ts'
import { type Apprentices, parseAges, parseSubjects } from './parse.ts'
import { ageTable, subjectTable } from './tables.ts'

/** Apprenticeships by local authority. */
export const apprenticeships: Series = {
  code: 'apprenticeships',
  title: 'Apprenticeships by local authority',
  publisher: 'Department for Education',
  licence: OGL,
  attribution:
    'Department for Education, Apprenticeships and Further Education and Skills. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://explore-education-statistics.service.gov.uk/find-statistics/apprenticeships',
  notes: [
    'What was imported covers the local authorities of West and North Yorkshire only: it shows a pattern, not a total.',
    'Apprenticeships in health, public services and care are of all three together; none is of one occupation.',
    'Further education other than apprenticeships is in further-education.csv: care and health are not told apart in it.',
  ],
  starts: [apprenticeshipSubjects, furtherEducation],
  companions: [],
  harmonise(files) {
    const parts = [
      readPart(files, apprenticeshipSubjects, parseSubjects, subjectTable),
      readPart(files, furtherEducation, parseAges, ageTable),
      readRest(files),
    ]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

/** Further education other than apprenticeships, from the file by age, whose edition the apprenticeships name. */
function readRest(files: FilesByKind): Harmonised {
  const file = onlyFile(filesOf(files, furtherEducation), furtherEducation)
  if (!file) return { editions: [], tables: [], findings: [] }
  const { rows, findings } = parseFurtherEducation(file)
  return { editions: [], tables: rows.length > 0 ? [furtherEducationTable(rows)] : [], findings }
}

function readPart(
  files: FilesByKind,
  kind: FileKind,
  parse: (file: PublishedFile) => readonly Apprentices[],
  tabulate: (rows: readonly Apprentices[]) => TidyTable,
): Harmonised {
  const file = onlyFile(filesOf(files, kind), kind)
  if (!file) return { editions: [], tables: [], findings: [] }
  const rows = parse(file)
  const years = [...new Set(rows.map(({ year }) => year))].sort()
  const period = years.length > 1 ? `${years[0]} to ${years.at(-1)}` : (years[0] ?? '')
  return {
    editions: [
      { edition: `${kind.code}, ${period}`, period, file: file.name, sha256: file.sha256, rows: rows.length },
    ],
    tables: [tabulate(rows)],
    findings: checkApprentices(rows, file.name),
  }
}
