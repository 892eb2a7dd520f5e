import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { Limits } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'

/** One organisation's value in a year. */
export interface PanelRow {
  readonly year: number
  readonly organisation: string
  readonly value: number
}

/**
 * Reads a file of the panel: year, organisation and one value.
 * @param column column of the value
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parsePanel(file: PublishedFile, column: string, limits: Limits): readonly PanelRow[] {
  const refuseRepeat = createRepeatCheck()
  const rows = readRawCsv(file, ['YEAR', 'ORG_CODE', column]).rows.map((row): PanelRow => {
    const organisation = row.text('ORG_CODE')
    if (!/^[A-Z0-9]{3,5}$/.test(organisation))
      row.refuse('ORG_CODE', 'the code of an organisation such as RJ1')
    const year = row.numeric('YEAR', { min: 2000, max: 2100 })
    if (!Number.isInteger(year)) row.refuse('YEAR', 'a year')
    refuseRepeat(row, `${year}, ${organisation}`)
    return { year, organisation, value: row.numeric(column, limits) }
  })
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row of figures' })
  return rows
}
