import type { FileKind } from '../file-kind.ts'
import { headerOf } from '../raw-csv.ts'
import { columnKey } from '../raw-table.ts'

/** Columns of the table of life expectancy; it has no others. */
export const EXPECTANCY_COLUMNS = ['year', 'sex', 'age', 'ex'] as const

/** Period life expectancy by year, sex and age. */
export const expectancyTable: FileKind = {
  code: 'life-expectancy',
  title: 'the table of period life expectancy by year, sex and age',
  recognise: (file) => {
    const header = headerOf(file).map(columnKey)
    return EXPECTANCY_COLUMNS.every((column) => header.includes(column))
  },
}
