import { refuseSamePeriod } from '../editions.ts'
import { createGroupFinder } from '../hchs-group.ts'
import type { PublishedFile } from '../published-file.ts'
import { type Edition, filesOf, type Harmonised, type ImportContext, OGL, type Series } from '../series.ts'
import { nationalityByRegion, staffByNationality, unionAndKingdom } from './kind.ts'
import { parseNationality } from './parse.ts'
import { checkRegionStaff, regionNationalityTable } from './region-nationalities.ts'
import { parseRegionSheet } from './region-sheet.ts'
import { groupTable, nationalityTable } from './tables.ts'
import { checkRegions, parseTwoLevels, regionTable } from './two-levels.ts'

/** Staff of NHS hospital and community services by nationality. */
export const nhsNationality: Series = {
  code: 'nhs-nationality',
  title: 'NHS workforce by nationality',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS Digital, NHS Hospital and Community Health Service workforce statistics. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://digital.nhs.uk/data-and-information/publications/statistical/nhs-workforce-statistics',
  notes: [
    'Nationality is what staff say, may be their heritage, and is unknown for some 6 %; as fewer are unknown, every group grows.',
    'The notes of the 2017 and 2018 file say that FTE are rounded to whole numbers; they are not.',
  ],
  starts: [staffByNationality, unionAndKingdom, nationalityByRegion],
  companions: [],
  harmonise(files, context) {
    const long = filesOf(files, staffByNationality)
    const older = filesOf(files, unionAndKingdom)
    const regions = filesOf(files, nationalityByRegion)
    const parts = [
      ...(long.length > 0 ? [harmoniseLong(long, context)] : []),
      ...(older.length > 0 ? [harmoniseOlder(older)] : []),
      ...(regions.length > 0 ? [harmoniseRegions(regions)] : []),
    ]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

interface Dated {
  readonly month: string
}

/** Editions of files whose rows have months. */
function editionsOf(
  parsed: readonly {
    readonly file: PublishedFile
    readonly rows: readonly Dated[]
    readonly counted: number
  }[],
  name: string,
): readonly Edition[] {
  const dated = parsed.map((part) => ({ ...part, periods: new Set(part.rows.map(({ month }) => month)) }))
  refuseSamePeriod(dated.map(({ file, periods }) => ({ name: file.name, periods })))
  return dated.map(({ file, periods, counted }) => {
    const period = [...periods].sort().join(', ')
    return { edition: `${name} ${period}`, period, file: file.name, sha256: file.sha256, rows: counted }
  })
}

function harmoniseLong(files: readonly PublishedFile[], { staffGroups }: ImportContext): Harmonised {
  const groupOf = createGroupFinder(staffGroups)
  const parsed = files.map((file) => {
    const rows = parseNationality(file, groupOf)
    return { file, rows, counted: rows.length }
  })
  const rows = parsed.flatMap((part) => part.rows)
  return {
    editions: editionsOf(parsed, 'by nationality,'),
    tables: [groupTable(rows), nationalityTable(rows)],
    findings: [],
  }
}

function harmoniseOlder(files: readonly PublishedFile[]): Harmonised {
  const parsed = files.map((file) => {
    const rows = parseTwoLevels(file)
    return { file, rows, counted: new Set(rows.map(({ region }) => region)).size }
  })
  return {
    editions: editionsOf(parsed, 'EU and UK,'),
    tables: [regionTable(parsed.flatMap(({ rows }) => rows))],
    findings: parsed.flatMap(({ file, rows }) => checkRegions(rows, file.name)),
  }
}

function harmoniseRegions(files: readonly PublishedFile[]): Harmonised {
  const parsed = files.map((file) => {
    const rows = parseRegionSheet(file)
    const counted = new Set(rows.map(({ unit, group, nationality }) => `${unit} ${group} ${nationality}`))
      .size
    return { file, rows, counted }
  })
  return {
    editions: editionsOf(parsed, 'by nationality and region,'),
    tables: [regionNationalityTable(parsed.flatMap(({ rows }) => rows))],
    findings: parsed.flatMap(({ file, rows }) => checkRegionStaff(rows, file.name)),
  }
}
