import type { InputFiles } from '../../domain/input-files.ts'
import { readTable } from '../../tables/table.ts'

/** What a key of the coded files of the finance return stands for; null for one that is not on the list. */
export type FinanceKeys = (column: string, key: string) => string | null

/**
 * Reads `data/reference/finance-return-keys.csv`: the publisher’s files have keys without their labels.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export function readFinanceKeys(files: InputFiles): FinanceKeys {
  const columns = ['column', 'key', 'label', 'basis', 'reason']
  const { rows } = readTable(files, 'reference/finance-return-keys.csv', columns)
  const labels = new Map(rows.map((row) => [`${row.text('column')} ${row.text('key')}`, row.text('label')]))
  return (column, key) => labels.get(`${column} ${key}`) ?? null
}
