import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { refuseNewAreas } from '../refuse-new.ts'
import { PANEL_COLUMNS } from './kind.ts'

/** One practice in one financial year; null where the publisher has no figure. */
export interface PracticeYear {
  readonly practice: string
  readonly year: number
  readonly gpHeads: number | null
  readonly gpFte: number | null
  readonly adminFte: number | null
}

/**
 * Reads the practice panel.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`
 */
export function parsePractices(file: PublishedFile): readonly PracticeYear[] {
  const seen = new Map<string, number>()
  return readRawCsv(file, PANEL_COLUMNS).rows.map((row) => {
    const practice = row.text('Practice.Code')
    const year = row.numeric('Year', { min: 1990, max: 2100 })
    const key = `${practice}, ${year}`
    const first = seen.get(key)
    if (first !== undefined) throw new HeadroomError('edition-duplicate', { place: row.place, key, first })
    seen.set(key, row.number)
    return {
      practice,
      year,
      gpHeads: row.numericOrMissing('TOTAL_GP_EXTGL_HC', { min: 0 }),
      gpFte: row.numericOrMissing('TOTAL_GP_EXTGL_FTE', { min: 0 }),
      adminFte: row.numericOrMissing('TOTAL_ADMIN_FTE', { min: 0 }),
    }
  })
}

/**
 * Reads which area each practice is in.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`
 */
export function parsePracticeAreas(file: PublishedFile, areas: AreaFinder): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const table = readRawCsv(file, ['Practice_Code', 'ICS22'])
  refuseNewAreas(table, 'ICS22', '', areas)
  for (const row of table.rows) {
    const practice = row.text('Practice_Code')
    const area = areas.byCode(row.text('ICS22')) ?? row.refuse('ICS22', 'the code of one of the areas')
    const other = found.get(practice)
    if (other !== undefined && other !== area)
      row.refuse('ICS22', `the same area as on the practice’s other row, ${other}`)
    found.set(practice, area)
  }
  return found
}
