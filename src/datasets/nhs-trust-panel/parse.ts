import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { Panel, PanelColumn } from './panels.ts'

/** One organisation's values in a year, in the order of the panel's columns. */
export interface PanelRow {
  readonly year: number
  readonly organisation: string
  readonly values: readonly number[]
}

/**
 * Reads a file of the panel: year, organisation and values.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parsePanel(file: PublishedFile, { columns }: Panel): readonly PanelRow[] {
  const refuseRepeat = createRepeatCheck()
  const required = ['YEAR', 'ORG_CODE', ...columns.map(({ source }) => source)]
  const rows = readRawCsv(file, required).rows.map((row): PanelRow => {
    const year = row.numeric('YEAR', { min: 2000, max: 2100 })
    if (!Number.isInteger(year)) row.refuse('YEAR', 'a year')
    const organisation = row.text('ORG_CODE')
    if (!/^[A-Z0-9]{3,5}(-X)?$/.test(organisation))
      row.refuse('ORG_CODE', 'the code of an organisation such as RJ1')
    refuseRepeat(row, `${year}, ${organisation}`)
    return { year, organisation, values: columns.map((column) => readValue(row, column)) }
  })
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row of figures' })
  return rows
}

function readValue(row: RawRow, { source, limits, isInteger }: PanelColumn): number {
  const value = row.numeric(source, limits)
  return isInteger && !Number.isInteger(value) ? row.refuse(source, 'a whole number') : value
}
