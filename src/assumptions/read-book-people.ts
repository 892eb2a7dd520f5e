import {
  type AssumptionBook,
  bookKey,
  CAUSES,
  HAZARD_BANDS,
  JOINER_BANDS,
  ORGANISATIONS,
  type Organisation,
  ROUTES,
  type Spread,
  STAFF_BANDS,
} from '../domain/assumption-book.ts'
import { SEXES } from '../domain/cohort.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { Row } from '../tables/table.ts'
import { type BookCodes, type BookReader, bandColumns, readCode } from './book-reader.ts'

type PeopleTables = Pick<
  AssumptionBook,
  'splits' | 'stocks' | 'ageSex' | 'participation' | 'joinerAges' | 'hazards'
>

const STAFF_COLUMNS = bandColumns(STAFF_BANDS)
const JOINER_COLUMNS = bandColumns(JOINER_BANDS)
const HAZARD_COLUMNS = bandColumns(HAZARD_BANDS)

/** Families about who is in post: stocks, ages, sexes, hours, and hazards by age. */
export function readPeopleTables(book: BookReader, codes: BookCodes): PeopleTables {
  const { occupations, profiles, groups } = codes
  return {
    splits: book.keyed(
      'occupation-splits',
      ['occupation', 'share', 'fte_per_head', ...ORGANISATIONS],
      (row) => ({
        key: readCode(row, 'occupation', occupations, 'occupations'),
        share: row.value('share'),
        ftePerHead: row.value('fte_per_head'),
        propensity: Object.fromEntries(
          ORGANISATIONS.map((organisation) => [organisation, row.value(organisation)]),
        ) as Record<Organisation, number>,
      }),
    ),
    stocks: book.keyed('occupation-stocks', ['occupation', 'heads', 'fte', 'spread'], (row) => ({
      key: readCode(row, 'occupation', occupations, 'occupations'),
      heads: row.value('heads'),
      fte: row.value('fte'),
      spread: readSpread(row, groups),
    })),
    ageSex: book.keyed('age-sex', ['profile', 'female', ...STAFF_COLUMNS], (row) => ({
      key: readCode(row, 'profile', profiles, 'profiles'),
      female: row.value('female'),
      ages: row.bands(STAFF_COLUMNS),
    })),
    participation: book.keyed('participation', ['profile', 'sex', ...STAFF_COLUMNS], (row) => ({
      key: bookKey(readCode(row, 'profile', profiles, 'profiles'), row.oneOf('sex', SEXES)),
      bands: row.bands(STAFF_COLUMNS),
    })),
    joinerAges: book.keyed('joiner-ages', ['profile', 'route', ...JOINER_COLUMNS], (row) => ({
      key: bookKey(readCode(row, 'profile', profiles, 'profiles'), row.oneOf('route', ROUTES)),
      bands: row.bands(JOINER_COLUMNS),
    })),
    hazards: book.keyed('hazards', ['profile', 'cause', 'sex', ...HAZARD_COLUMNS], (row) => ({
      key: bookKey(
        readCode(row, 'profile', profiles, 'profiles'),
        row.oneOf('cause', CAUSES),
        row.oneOf('sex', SEXES),
      ),
      bands: row.bands(HAZARD_COLUMNS),
    })),
  }
}

function readSpread(row: Row, groups: readonly string[]): Spread {
  const text = row.text('spread')
  const [kind, detail = ''] = text.split(':')
  if (kind === 'staff-group' && groups.includes(detail)) return { kind, staffGroup: detail }
  if (kind === 'gp-rates' && detail) return { kind, role: detail }
  if (kind === 'practice-panel' && detail) return { kind, role: detail }
  if (text === 'pcn' || text === 'direct-payments') return { kind: text }
  const population = /^population-(.+)$/.exec(text)
  if (population) return { kind: 'population', group: population[1]! }
  throw new HeadroomError('table-cell', {
    file: row.file,
    row: row.number,
    column: 'spread',
    expected:
      'staff-group:CODE, gp-rates:ROLE, practice-panel:ROLE, pcn, direct-payments or population-GROUP',
    found: text,
  })
}
