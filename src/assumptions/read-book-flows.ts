import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import { type AssumptionBook, bookKey, STAFF_BANDS, TRAINING_ROUTES } from '../domain/assumption-book.ts'
import type { SupplyTables } from '../domain/assumption-tables.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type BookCodes, type BookReader, type BookRow, bandColumns, readCode } from './book-reader.ts'

type FlowTables = Pick<
  AssumptionBook,
  | 'turnover'
  | 'annualisation'
  | 'residual'
  | 'pensionAge'
  | 'participationTrend'
  | 'moves'
  | 'mobility'
  | 'programmes'
  | 'international'
  | 'vacancies'
> &
  Pick<SupplyTables, 'internationalLimits' | 'countryGroups' | 'origins'>

/** No legislated rise of the pension age is later. */
const LAST_YEAR = 2055
/** Kinds of arrivals that shares by country are known for. */
export const ARRIVAL_KINDS = ['doctors', 'nurses', 'allied-health', 'care', 'other'] as const

/** Families about who comes and goes: turnover, moves, training, arrivals, vacancies. */
export function readFlowTables(book: BookReader, codes: BookCodes): FlowTables {
  const { occupations, groups } = codes
  const mobilityColumns = bandColumns(STAFF_BANDS)
  const countryGroups = book.keyed('country-groups', ['group', 'name', 'safeguarded'], (row) => ({
    key: row.text('group'),
    name: row.text('name'),
    safeguarded: row.oneOf('safeguarded', ['yes', 'no']) === 'yes',
  }))
  return {
    turnover: book.keyed('turnover-rates', ['occupation', 'leaver_rate', 'joiner_rate'], (row) => ({
      key: readCode(row, 'occupation', occupations, 'occupations'),
      leaverRate: row.value('leaver_rate'),
      joinerRate: row.value('joiner_rate'),
    })),
    annualisation: book.keyed('annualisation', ['staff_group', 'leaver_factor', 'joiner_factor'], (row) => ({
      key: readCode(row, 'staff_group', groups, 'staff groups'),
      leaverFactor: row.value('leaver_factor'),
      joinerFactor: row.value('joiner_factor'),
    })),
    residual: book.keyed('residual', ['staff_group', 'months', 'fade_years'], (row) => ({
      key: readCode(row, 'staff_group', groups, 'staff groups'),
      months: row.value('months'),
      fadeYears: row.value('fade_years'),
    })),
    pensionAge: book.list(
      'state-pension-age',
      ['age', 'from_year', 'to_year', 'strength', 'low', 'high'],
      readPensionAge,
    ),
    participationTrend: book.keyed('participation-trend', ['occupation', 'change', 'fade_years'], (row) => ({
      key: readCode(row, 'occupation', occupations, 'occupations'),
      change: row.value('change'),
      fadeYears: row.value('fade_years'),
    })),
    moves: book.list('moves', ['from', 'to', 'hazard'], (row) => ({
      key: bookKey(
        readCode(row, 'from', occupations, 'occupations'),
        readCode(row, 'to', occupations, 'occupations'),
      ),
      from: row.text('from'),
      to: row.text('to'),
      hazard: row.value('hazard'),
    })),
    mobility: book.only('mobility', mobilityColumns, (row) => ({
      key: 'mobility',
      bands: row.bands(mobilityColumns),
    })),
    programmes: book.list(
      'training-programmes',
      [
        'programme',
        'name',
        'route',
        'occupation',
        'length',
        'intake',
        'attrition_first',
        'attrition_later',
        'join',
      ],
      (row) => readProgramme(row, occupations),
    ),
    international: book.keyed('international', ['occupation', 'arrivals'], (row) => ({
      key: readCode(row, 'occupation', occupations, 'occupations'),
      arrivals: row.value('arrivals'),
    })),
    internationalLimits: book.keyed('international-limits', ['occupation', 'floor', 'cap'], (row) => {
      const floor = row.value('floor')
      const cap = row.valueOrNull('cap')
      if (cap !== null && cap < floor)
        throw new HeadroomError('assumption-bounds', {
          file: row.file,
          row: row.number,
          column: 'cap',
          found: cap,
          low: floor,
          high: 'any number',
        })
      return { key: readCode(row, 'occupation', occupations, 'occupations'), floor, cap }
    }),
    countryGroups,
    origins: book.keyed('international-origins', ['kind', 'group', 'share'], (row) => ({
      key: bookKey(
        row.oneOf('kind', ARRIVAL_KINDS),
        readCode(row, 'group', [...countryGroups.keys()], 'country-groups.csv'),
      ),
      share: row.value('share'),
    })),
    vacancies: book.keyed('vacancies', ['occupation', 'vacancy_rate'], (row) => ({
      key: readCode(row, 'occupation', occupations, 'occupations'),
      rate: row.value('vacancy_rate'),
    })),
  }
}

function readPensionAge(row: BookRow) {
  const fromYear = row.value('from_year')
  const toYear = row.value('to_year')
  const low = row.value('low')
  const strength = row.value('strength')
  const high = row.value('high')
  const refuse = (column: string, found: number, least: number, most: number): HeadroomError =>
    new HeadroomError('assumption-bounds', {
      file: row.file,
      row: row.number,
      column,
      found,
      low: least,
      high: most,
    })
  if (toYear <= fromYear) throw refuse('to_year', toYear, fromYear + 1, LAST_YEAR)
  if (low > strength || strength > high) throw refuse('strength', strength, low, high)
  return { key: row.text('age'), age: row.value('age'), fromYear, toYear, strength, low, high }
}

function readProgramme(row: BookRow, occupations: readonly string[]) {
  const length = row.value('length')
  if (!Number.isInteger(length))
    throw new HeadroomError('table-cell', {
      file: row.file,
      row: row.number,
      column: 'length',
      expected: 'whole years',
      found: length,
    })
  const attritionFirst = row.value('attrition_first')
  const attritionLater = row.value('attrition_later')
  const logStay = ln(1 - attritionFirst) + (length - 1) * ln(1 - attritionLater)
  return {
    key: row.text('programme'),
    code: row.text('programme'),
    name: row.text('name'),
    route: row.oneOf('route', TRAINING_ROUTES),
    occupation: readCode(row, 'occupation', occupations, 'occupations'),
    length,
    intake: row.value('intake'),
    attritionFirst,
    attritionLater,
    attrition: 1 - exp(logStay / length),
    join: row.value('join'),
  }
}
