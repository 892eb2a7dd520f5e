import { refuseSamePeriod } from '../editions.ts'
import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import { type FilesByKind, filesOf, OGL, type Series } from '../series.ts'
import { councilWeights } from '../social-care-turnover/council-lookups.ts'
import {
  ascofTables,
  boardDistricts,
  districtCouncils,
  districtSuccessors,
} from '../social-care-turnover/kind.ts'
import { checkOutcomes } from './check.ts'
import type { Outcomes } from './council-outcome.ts'
import { ascofOpenData } from './kind.ts'
import { parseOpenData } from './parse-open-data.ts'
import { parseTables } from './parse-tables.ts'
import { areaTable, councilTable } from './tables.ts'

/** Measures of adult social care by council: admissions to care homes, support at home, satisfaction. */
export const socialCareOutcomes: Series = {
  code: 'social-care-outcomes',
  title: 'Adult Social Care Outcomes Framework',
  publisher: 'Department of Health and Social Care; NHS Digital up to 2022/23',
  licence: OGL,
  attribution:
    'Department of Health and Social Care and NHS Digital, Measures from the Adult Social Care Outcomes Framework. Contains public sector information licensed under the Open Government Licence v3.0.',
  address:
    'https://digital.nhs.uk/data-and-information/publications/statistical/adult-social-care-outcomes-framework-ascof',
  notes: [
    'Each edition has its own tables: measures were renamed and redefined in 2023/24, and from 2024/25 those of activity come from records of each client in place of returns by councils.',
    'The survey of 2020/21 was voluntary: 18 councils took part. Carers are surveyed every second year.',
    'Where a cell holds two figures, as some of the survey of carers of 2016/17, the first is taken.',
    'Counts below 5 are suppressed; counts of England are rounded to 5.',
    'Staff turnover, a measure of the same publication, is in the series social-care-turnover.',
  ],
  starts: [ascofTables, ascofOpenData],
  companions: [boardDistricts, districtSuccessors, districtCouncils],
  harmonise(files, context) {
    const sources = [
      ...readEach(files, ascofTables, parseTables),
      ...readEach(files, ascofOpenData, parseOpenData),
    ].filter(({ outcomes }) => outcomes.rows.length > 0)
    if (sources.length === 0) return { editions: [], tables: [], findings: [] }
    refuseSamePeriod(
      sources.map(({ file, outcomes }) => ({ name: file.name, periods: new Set([outcomes.edition]) })),
    )
    const { councilSuccessors } = context
    const weights = councilWeights(
      files,
      context,
      sources.map(({ file }) => file.name),
    )
    return {
      editions: sources.map(({ file, kind, outcomes }) => ({
        edition: `${kind.code}, ${outcomes.edition}`,
        period: outcomes.edition,
        file: file.name,
        sha256: file.sha256,
        rows: outcomes.rows.length,
      })),
      tables: sources.flatMap(({ outcomes }) => [
        councilTable(outcomes),
        areaTable(outcomes, weights, councilSuccessors),
      ]),
      findings: sources.flatMap(({ file, outcomes }) =>
        checkOutcomes(outcomes, weights, councilSuccessors, file.name),
      ),
    }
  },
}

interface Source {
  readonly kind: FileKind
  readonly file: PublishedFile
  readonly outcomes: Outcomes
}

const readEach = (
  files: FilesByKind,
  kind: FileKind,
  parse: (file: PublishedFile) => Outcomes,
): readonly Source[] => filesOf(files, kind).map((file) => ({ kind, file, outcomes: parse(file) }))
