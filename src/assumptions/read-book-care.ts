import { bookKey, USE_BANDS } from '../domain/assumption-book.ts'
import { ADULT_BANDS, CARE_HOURS, type CareTables, type SupplyTables } from '../domain/assumption-tables.ts'
import { SEXES, type Sex } from '../domain/cohort.ts'
import { type BookCodes, type BookReader, openBandColumns, readCode } from './book-reader.ts'

const USE_COLUMNS = openBandColumns(USE_BANDS)
const ADULT_COLUMNS = openBandColumns(ADULT_BANDS)
export const CARER_KINDS = ['any', 'heavy'] as const

/** Families about unpaid care, and who is in the labour force. */
export function readCareTables(
  book: BookReader,
  { occupations }: BookCodes,
): Pick<CareTables, 'careNeed' | 'carers' | 'careHours' | 'formalCare' | 'careResponse'> &
  Pick<SupplyTables, 'labourForce'> {
  return {
    careNeed: book.keyed('care-need', ['sex', ...USE_COLUMNS], (row): { key: Sex; bands: number[] } => ({
      key: row.oneOf('sex', SEXES),
      bands: row.bands(USE_COLUMNS),
    })),
    carers: book.keyed('unpaid-carers', ['sex', 'hours', ...ADULT_COLUMNS], (row) => ({
      key: bookKey(row.oneOf('sex', SEXES), row.oneOf('hours', CARER_KINDS)),
      bands: row.bands(ADULT_COLUMNS),
    })),
    careHours: book.keyed('care-hours', ['band', 'carers', 'hours'], (row) => ({
      key: row.oneOf('band', CARE_HOURS),
      carers: row.value('carers'),
      hours: row.value('hours'),
    })),
    formalCare: book.keyed('formal-care', ['occupation', 'hours'], (row) => ({
      key: readCode(row, 'occupation', occupations, 'occupations'),
      hours: row.value('hours'),
    })),
    careResponse: book.only('care-response', ['heavy_elasticity', 'women_marginal'], (row) => ({
      key: 'care-response',
      heavyElasticity: row.value('heavy_elasticity'),
      womenMarginal: row.value('women_marginal'),
    })),
    labourForce: book.keyed(
      'labour-force',
      ['sex', ...ADULT_COLUMNS],
      (row): { key: Sex; bands: number[] } => ({
        key: row.oneOf('sex', SEXES),
        bands: row.bands(ADULT_COLUMNS),
      }),
    ),
  }
}
