import { HeadroomError } from '../../errors/headroom-error.ts'
import { refuseSamePeriod } from '../editions.ts'
import { findNewColumns, newColumns } from '../new-columns.ts'
import type { PublishedFile } from '../published-file.ts'
import { type Edition, filesOf, OGL, type Series } from '../series.ts'
import { checkReasons, checkRevisions } from './check.ts'
import { REASON_COLUMNS, sicknessReasons } from './kind.ts'
import { parseReasons, type ReasonRow } from './parse.ts'
import { reasonTable } from './tables.ts'

/** Sickness absence of England by reason. */
export const nhsSicknessReason: Series = {
  code: 'nhs-sickness-reason',
  title: 'NHS sickness absence by reason',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS England, NHS Sickness Absence Rates. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://digital.nhs.uk/data-and-information/publications/statistical/nhs-sickness-absence-rates',
  notes: [
    'The sum over reasons is 1.1 to 1.7 % below the days lost of the files by organisation in the same month: their scope differs, and neither is adjusted to the other.',
    'Unknown causes (S99) and other known causes (S98) are reasons like any other here; they are not shared out.',
  ],
  starts: [sicknessReasons],
  companions: [],
  harmonise(files) {
    const parsed = filesOf(files, sicknessReasons)
      .map((file) => {
        const added = newColumns(file, REASON_COLUMNS, REASON_COLUMNS)
        const rows = parseReasons(file, added)
        return { file, rows, added, period: periodOf(file, rows) }
      })
      .sort((a, b) => (lastFirst(a.period) < lastFirst(b.period) ? -1 : 1))
    refuseSamePeriod(parsed.map(({ file, period }) => ({ name: file.name, periods: new Set([period]) })))
    return {
      editions: parsed.map(({ file, rows, period }): Edition => {
        const { name, sha256 } = file
        return { edition: period, period, file: name, sha256, rows: rows.length }
      }),
      tables: [reasonTable(parsed)],
      findings: [
        ...parsed.flatMap(({ file, rows, added }) => [
          ...findNewColumns(added, file.name),
          ...checkReasons(rows, file.name),
        ]),
        ...checkRevisions(parsed),
      ],
    }
  },
}

/** `2024-02/2025-01`, or one month alone. */
function periodOf(file: PublishedFile, rows: readonly ReasonRow[]): string {
  const months = rows.map(({ month }) => month).sort()
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row of figures' })
  return first === last ? first : `${first}/${last}`
}

/** Puts editions in the order of their last month: the order in which they were published. */
const lastFirst = (period: string): string => `${period.slice(-7)} ${period}`
