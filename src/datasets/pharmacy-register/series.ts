import type { Finding } from '../../domain/finding.ts'
import { onlyFile } from '../editions.ts'
import type { FileKind } from '../file-kind.ts'
import { type FilesByKind, filesOf, type Harmonised, type Series } from '../series.ts'
import type { TidyTable } from '../tidy-table.ts'
import { checkFlows, checkStocks } from './check.ts'
import {
  JOINER_COLUMNS,
  LEAVER_COLUMNS,
  pharmacyJoiners,
  pharmacyLeavers,
  pharmacyRegistrants,
  REGISTRANT_COLUMNS,
} from './kind.ts'
import { parseRegister, type RegisterCount } from './parse.ts'
import { flowTable, stockTable } from './tables.ts'

/** People on the pharmacy register, joiners and leavers. */
export const pharmacyRegister: Series = {
  code: 'pharmacy-register',
  title: 'Register of pharmacists and pharmacy technicians',
  publisher: 'General Pharmaceutical Council',
  licence: 'Terms of use of the General Pharmaceutical Council',
  attribution:
    'General Pharmaceutical Council, register data, keyed by hand for an analysis of the community pharmacy workforce.',
  address: 'https://www.pharmacyregulation.org',
  notes: [
    'Not under the Open Government Licence: only these counts are kept here.',
    'The figures were keyed by hand; running totals with errors are reported, and the months are used.',
    'Joiners and leavers are of Great Britain, people on the register also of England.',
  ],
  starts: [pharmacyRegistrants, pharmacyJoiners, pharmacyLeavers],
  companions: [],
  harmonise(files) {
    const parts = [
      readPart(
        files,
        pharmacyRegistrants,
        REGISTRANT_COLUMNS,
        ['registrants', null],
        stockTable,
        checkStocks,
      ),
      readPart(
        files,
        pharmacyJoiners,
        JOINER_COLUMNS,
        ['joiners', 'total_joiners'],
        (rows) => flowTable(rows, 'joiners'),
        checkFlows,
      ),
      readPart(
        files,
        pharmacyLeavers,
        LEAVER_COLUMNS,
        ['leavers', 'total_leavers'],
        (rows) => flowTable(rows, 'leavers'),
        checkFlows,
      ),
    ]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

function readPart(
  files: FilesByKind,
  kind: FileKind,
  columns: readonly string[],
  [counted, total]: readonly [string, string | null],
  tabulate: (rows: readonly RegisterCount[]) => TidyTable,
  check: (rows: readonly RegisterCount[], file: string) => readonly Finding[],
): Harmonised {
  const file = onlyFile(filesOf(files, kind), kind)
  if (!file) return { editions: [], tables: [], findings: [] }
  const rows = parseRegister(file, columns, counted, total)
  const months = rows.map(({ month }) => month).sort()
  const period = `${months[0]} to ${months.at(-1)}`
  return {
    editions: [
      { edition: `${kind.code}, ${period}`, period, file: file.name, sha256: file.sha256, rows: rows.length },
    ],
    tables: [tabulate(rows)],
    findings: check(rows, file.name),
  }
}
