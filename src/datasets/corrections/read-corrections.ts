import type { InputFiles } from '../../domain/input-files.ts'
import { type Row, readTable } from '../../tables/table.ts'

/** File below `data/` that lists what is known to be wrong in published files. */
export const CORRECTIONS_FILE = 'reference/corrections.csv'

/** One published value that is known to be wrong, or not to be what it seems. */
export interface Correction {
  readonly id: string
  /** Code of the kind of file it stands in. */
  readonly kind: string
  /** Cells that tell the row, by the publisher's column. */
  readonly where: readonly { readonly column: string; readonly value: string }[]
  /** The publisher's column. */
  readonly column: string
  /** The value as published, which must still be there. */
  readonly published: string
  /** The value to read in its place; null where the value is kept and only flagged. */
  readonly corrected: string | null
  readonly reason: string
  readonly source: string
  readonly signedBy: string
  /** ISO date by which someone looks again. */
  readonly expires: string
  /** File and row of the list. */
  readonly place: string
}

/**
 * Reads the list of corrections; none where there is no list.
 * @throws HeadroomError `table-header`, `table-cell`, `file-unreadable`
 */
export function readCorrections(files: InputFiles): readonly Correction[] {
  if (!files.has(CORRECTIONS_FILE)) return []
  const { rows } = readTable(files, CORRECTIONS_FILE, [
    'id',
    'kind',
    'row_is',
    'column',
    'published',
    'status',
    'corrected',
    'reason',
    'source',
    'signed_by',
    'expires',
  ])
  return rows.map((row) => ({
    id: row.text('id'),
    kind: row.text('kind'),
    where: readWhere(row),
    column: row.text('column'),
    published: row.text('published'),
    corrected: row.oneOf('status', ['corrected', 'flagged']) === 'flagged' ? null : row.text('corrected'),
    reason: row.text('reason'),
    source: row.text('source'),
    signedBy: row.text('signed_by'),
    expires: row.text('expires'),
    place: `data/${CORRECTIONS_FILE}, row ${row.number}`,
  }))
}

/** `profession=Pharmacist; year=2025` as pairs. */
const readWhere = (row: Row): Correction['where'] =>
  row
    .text('row_is')
    .split(';')
    .map((pair) => {
      const at = pair.indexOf('=')
      return { column: pair.slice(0, Math.max(0, at)).trim(), value: pair.slice(at + 1).trim() }
    })
