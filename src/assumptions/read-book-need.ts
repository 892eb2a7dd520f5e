import { type AssumptionBook, bookKey, USE_BANDS } from '../domain/assumption-book.ts'
import type { CareTables, SupplyTables } from '../domain/assumption-tables.ts'
import { SEXES } from '../domain/cohort.ts'
import { type BookCodes, type BookReader, openBandColumns, readCode } from './book-reader.ts'

type NeedTables = Pick<AssumptionBook, 'unmet' | 'needWeights' | 'use' | 'growth' | 'productivity'> &
  Pick<CareTables, 'tiers' | 'tierStaff'> &
  Pick<SupplyTables, 'division'>

/** Stands in `need-weights.csv` for all tiers of children's therapies together; `therapy-tiers.csv` parts them. */
export const CHILDRENS_THERAPIES = 'childrens-therapies'
/** The service or, for a tier of children's therapies, the therapies together. */
export const serviceFamily = (code: string): string =>
  code.startsWith(CHILDRENS_THERAPIES) ? CHILDRENS_THERAPIES : code

const USE_COLUMNS = openBandColumns(USE_BANDS)

/** Families about need: who uses what, growth, productivity, unmet need, tiers and the division of work. */
export function readNeedTables(book: BookReader, codes: BookCodes): NeedTables {
  const { occupations, services, sectors } = codes
  const tiers = services.filter((code) => code.startsWith(`${CHILDRENS_THERAPIES}-`))
  const weighed = [...services.filter((code) => !tiers.includes(code)), CHILDRENS_THERAPIES]
  return {
    unmet: book.keyed('unmet-need', ['occupation', 'unmet'], (row) => ({
      key: readCode(row, 'occupation', occupations, 'occupations'),
      share: row.value('unmet'),
    })),
    needWeights: book.keyed('need-weights', ['occupation', 'service', 'weight'], (row) => ({
      key: bookKey(
        readCode(row, 'occupation', occupations, 'occupations'),
        readCode(row, 'service', weighed, 'services, or childrens-therapies'),
      ),
      weight: row.value('weight'),
    })),
    use: book.keyed('service-use', ['service', 'sex', ...USE_COLUMNS], (row) => ({
      key: bookKey(readCode(row, 'service', services, 'services'), row.oneOf('sex', SEXES)),
      bands: row.bands(USE_COLUMNS),
    })),
    growth: book.keyed('growth', ['service', 'growth'], (row) => ({
      key: readCode(row, 'service', services, 'services'),
      growth: row.value('growth'),
    })),
    productivity: book.keyed('productivity', ['sector', 'growth'], (row) => ({
      key: readCode(row, 'sector', sectors, 'sectors'),
      growth: row.value('growth'),
    })),
    tiers: book.keyed('therapy-tiers', ['tier', 'hours'], (row) => ({
      key: readCode(row, 'tier', tiers, 'services that are tiers of children’s therapies'),
      hours: row.value('hours'),
    })),
    tierStaff: book.keyed('therapy-tier-staff', ['tier', 'occupation', 'share'], (row) => ({
      key: bookKey(
        readCode(row, 'tier', tiers, 'services that are tiers of children’s therapies'),
        readCode(row, 'occupation', occupations, 'occupations'),
      ),
      share: row.value('share'),
    })),
    division: book.list('division-of-work', ['from', 'to', 'rate', 'trend', 'limit'], (row) => ({
      key: bookKey(
        readCode(row, 'from', occupations, 'occupations'),
        readCode(row, 'to', occupations, 'occupations'),
      ),
      from: row.text('from'),
      to: row.text('to'),
      rate: row.value('rate'),
      trend: row.value('trend'),
      limit: row.value('limit'),
    })),
  }
}
