import { HeadroomError } from '../../errors/headroom-error.ts'
import { monthOfWords } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawAny } from '../raw-any.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { NATIONALITY_COLUMNS } from './kind.ts'

/** Staff of one organisation, staff group and nationality. */
export interface NationalityRow {
  readonly month: string
  readonly organisation: string
  readonly staffGroup: string
  readonly nationality: string
  readonly fte: number
}

/**
 * Reads the long file of staff by nationality.
 * @param groupOf code of the staff group by the publisher's label, null where there is none
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseNationality(
  file: PublishedFile,
  groupOf: (label: string) => string | null,
): readonly NationalityRow[] {
  const refuseRepeat = createRepeatCheck()
  const rows = readRawAny(file, NATIONALITY_COLUMNS).rows.map((row): NationalityRow => {
    const [year = '', word = ''] = row.text('Month').split('-')
    const parsed: NationalityRow = {
      month: monthOfWords(`${word} ${year}`) ?? row.refuse('Month', 'a month such as 2017-SEP'),
      organisation: row.text('Organisation code'),
      staffGroup:
        groupOf(row.text('Staff group')) ?? row.refuse('Staff group', 'a staff group of staff-groups.csv'),
      nationality: row.text('Nationality'),
      fte: row.numeric('FTE', { min: 0 }),
    }
    refuseRepeat(row, Object.values(parsed).slice(0, 4).join(', '))
    return parsed
  })
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row of figures' })
  return rows
}
