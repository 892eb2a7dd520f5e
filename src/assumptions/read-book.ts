import {
  type AssumptionBook,
  bookKey,
  CAUSES,
  HAZARD_BANDS,
  JOINER_BANDS,
  type Judged,
  type Judgement,
  ORGANISATIONS,
  type Organisation,
  ROUTES,
  type Source,
  type Spread,
  STAFF_BANDS,
  USE_BANDS,
} from '../domain/assumption-book.ts'
import { SEXES } from '../domain/cohort.ts'
import type { Distribution, UncertaintyTarget } from '../domain/engine-model.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Row, readTable, type Table } from '../tables/table.ts'

const FOLDER = 'assumptions'
const JUDGEMENT = ['basis', 'quality', 'source', 'signed_by', 'expires', 'note'] as const
const TARGETS: readonly UncertaintyTarget[] = [
  'leave',
  'retire',
  'ill',
  'move',
  'training',
  'international',
  'return',
  'fill',
  'unmet',
  'sickness',
  'growth',
  'productivity',
  'population',
]

/**
 * Reads the book of assumptions: every table under `data/assumptions/`, each row with its judgement.
 * @throws HeadroomError naming file, row and column where a table is damaged, a code is unknown, a key
 *   stands twice, an assumption is unsigned or a row is missing
 */
export function readBook(files: InputFiles, reference: Reference): AssumptionBook {
  const sources = readSources(files)
  const services = readTable(files, 'reference/services.csv', ['code', 'name']).rows.map((row) => ({
    code: row.text('code'),
    name: row.text('name'),
  }))
  const occupations = reference.occupations.map(({ code }) => code)
  const profiles = [...new Set(reference.occupations.map(({ profile }) => profile))]
  const groups = reference.staffGroups.map(({ code }) => code)
  const sectors = reference.sectors.map(({ code }) => code)
  const serviceCodes = services.map(({ code }) => code)
  const book = createReader(files, sources)
  const share = { min: 0, max: 1 }
  const positive = { min: 0 }

  return {
    services,
    sources,
    splits: book.keyed(
      'occupation-splits',
      ['occupation', 'share', 'fte_per_head', ...ORGANISATIONS],
      (row) => ({
        key: code(row, 'occupation', occupations, 'occupations'),
        share: row.numeric('share', share),
        ftePerHead: row.numeric('fte_per_head', positive),
        propensity: Object.fromEntries(
          ORGANISATIONS.map((organisation) => [organisation, row.numeric(organisation, positive)]),
        ) as Record<Organisation, number>,
      }),
    ),
    stocks: book.keyed('occupation-stocks', ['occupation', 'heads', 'fte', 'spread'], (row) => ({
      key: code(row, 'occupation', occupations, 'occupations'),
      heads: row.numeric('heads', positive),
      fte: row.numeric('fte', positive),
      spread: readSpread(row, groups),
    })),
    ageSex: book.keyed('age-sex', ['profile', 'female', ...bandColumns(STAFF_BANDS)], (row) => ({
      key: code(row, 'profile', profiles, 'profiles'),
      female: row.numeric('female', share),
      ages: bandCells(row, STAFF_BANDS, share),
    })),
    participation: book.keyed('participation', ['profile', 'sex', ...bandColumns(STAFF_BANDS)], (row) => ({
      key: bookKey(code(row, 'profile', profiles, 'profiles'), row.oneOf('sex', SEXES)),
      bands: bandCells(row, STAFF_BANDS, positive),
    })),
    joinerAges: book.keyed('joiner-ages', ['profile', 'route', ...bandColumns(JOINER_BANDS)], (row) => ({
      key: bookKey(code(row, 'profile', profiles, 'profiles'), row.oneOf('route', ROUTES)),
      bands: bandCells(row, JOINER_BANDS, share),
    })),
    hazards: book.keyed('hazards', ['profile', 'cause', 'sex', ...bandColumns(HAZARD_BANDS)], (row) => ({
      key: bookKey(
        code(row, 'profile', profiles, 'profiles'),
        row.oneOf('cause', CAUSES),
        row.oneOf('sex', SEXES),
      ),
      bands: bandCells(row, HAZARD_BANDS, positive),
    })),
    turnover: book.keyed('turnover-rates', ['occupation', 'leaver_rate', 'joiner_rate'], (row) => ({
      key: code(row, 'occupation', occupations, 'occupations'),
      leaverRate: row.numeric('leaver_rate', share),
      joinerRate: row.numeric('joiner_rate', positive),
    })),
    annualisation: book.keyed('annualisation', ['staff_group', 'leaver_factor', 'joiner_factor'], (row) => ({
      key: code(row, 'staff_group', groups, 'staff groups'),
      leaverFactor: row.numeric('leaver_factor', positive),
      joinerFactor: row.numeric('joiner_factor', positive),
    })),
    residual: book.keyed('residual', ['staff_group', 'months', 'fade_years'], (row) => ({
      key: code(row, 'staff_group', groups, 'staff groups'),
      months: row.numeric('months', { min: 0, max: 12 }),
      fadeYears: row.numeric('fade_years', { min: 1 }),
    })),
    moves: book.list('moves', ['from', 'to', 'hazard'], (row) => ({
      key: bookKey(
        code(row, 'from', occupations, 'occupations'),
        code(row, 'to', occupations, 'occupations'),
      ),
      from: row.text('from'),
      to: row.text('to'),
      hazard: row.numeric('hazard', positive),
    })),
    mobility: only(
      book.list('mobility', bandColumns(STAFF_BANDS), (row) => ({
        key: 'mobility',
        bands: bandCells(row, STAFF_BANDS, positive),
      })),
      'mobility',
    ),
    programmes: book.list(
      'training-programmes',
      ['programme', 'name', 'occupation', 'length', 'intake', 'attrition', 'join'],
      (row) => ({
        key: row.text('programme'),
        code: row.text('programme'),
        name: row.text('name'),
        occupation: code(row, 'occupation', occupations, 'occupations'),
        length: row.integer('length', { min: 1, max: 15 }),
        intake: row.numeric('intake', positive),
        attrition: row.numeric('attrition', share),
        join: row.numeric('join', share),
      }),
    ),
    international: book.keyed('international', ['occupation', 'arrivals'], (row) => ({
      key: code(row, 'occupation', occupations, 'occupations'),
      arrivals: row.numeric('arrivals', positive),
    })),
    vacancies: book.keyed('vacancies', ['occupation', 'vacancy_rate'], (row) => ({
      key: code(row, 'occupation', occupations, 'occupations'),
      rate: row.numeric('vacancy_rate', share),
    })),
    unmet: book.keyed('unmet-need', ['occupation', 'unmet'], (row) => ({
      key: code(row, 'occupation', occupations, 'occupations'),
      share: row.numeric('unmet', share),
    })),
    needWeights: book.keyed('need-weights', ['occupation', 'service', 'weight'], (row) => ({
      key: bookKey(
        code(row, 'occupation', occupations, 'occupations'),
        code(row, 'service', serviceCodes, 'services'),
      ),
      weight: row.numeric('weight', share),
    })),
    use: book.keyed('service-use', ['service', 'sex', ...USE_COLUMNS], (row) => ({
      key: bookKey(code(row, 'service', serviceCodes, 'services'), row.oneOf('sex', SEXES)),
      bands: USE_COLUMNS.map((column) => row.numeric(column, positive)),
    })),
    growth: book.keyed('growth', ['service', 'growth'], (row) => ({
      key: code(row, 'service', serviceCodes, 'services'),
      growth: row.numeric('growth', { min: -0.5, max: 0.5 }),
    })),
    productivity: book.keyed('productivity', ['sector', 'growth'], (row) => ({
      key: code(row, 'sector', sectors, 'sectors'),
      growth: row.numeric('growth', { min: -0.5, max: 0.5 }),
    })),
    uncertainty: book.list(
      'uncertainty',
      ['id', 'target', 'scope', 'distribution', 'p1', 'p2', 'p3', 'walk', 'meaning', 'unit', 'kind'],
      (row) => ({
        key: row.text('id'),
        id: row.text('id'),
        target: row.oneOf('target', TARGETS),
        scope: code(row, 'scope', ['all', ...sectors, ...groups, ...occupations, ...serviceCodes], 'scopes'),
        distribution: readDistribution(row),
        walk: row.numeric('walk', positive),
        meaning: row.text('meaning'),
        unit: row.text('unit'),
        kind: row.oneOf('kind', ['measured', 'trend', 'lever', 'uncertain']),
      }),
    ),
  }
}

const bandColumns = (edges: readonly number[]): string[] =>
  edges.slice(0, -1).map((edge, i) => `age_${edge}_${edges[i + 1]! - 1}`)

const USE_COLUMNS = USE_BANDS.map((edge, i) =>
  i + 1 < USE_BANDS.length ? `age_${edge}_${USE_BANDS[i + 1]! - 1}` : `age_${edge}_plus`,
)

const bandCells = (row: Row, edges: readonly number[], limits: { min?: number; max?: number }): number[] =>
  bandColumns(edges).map((column) => row.numeric(column, limits))

function code(row: Row, column: string, codes: readonly string[], list: string): string {
  const found = row.text(column)
  if (!codes.includes(found))
    throw new HeadroomError('table-reference', { file: row.file, row: row.number, column, found, list })
  return found
}

function only<T>(rows: readonly T[], table: string): T {
  const [first] = rows
  if (first === undefined || rows.length > 1)
    throw new HeadroomError('table-incomplete', {
      file: `data/${FOLDER}/${table}.csv`,
      missing: 'exactly one line',
    })
  return first
}

function readSources(files: InputFiles): Map<string, Source> {
  const columns = ['id', 'publisher', 'publication', 'edition', 'location', 'licence', 'address']
  const table = readTable(files, `${FOLDER}/sources.csv`, columns)
  return unique(
    table,
    table.rows.map((row) => {
      const id = row.text('id')
      return [
        id,
        {
          id,
          publisher: row.text('publisher'),
          publication: row.text('publication'),
          edition: row.text('edition'),
          location: row.optional('location') ?? '',
          licence: row.text('licence'),
          address: row.optional('address'),
        },
      ]
    }),
  )
}

function createReader(files: InputFiles, sources: ReadonlyMap<string, Source>) {
  const read = <V extends { readonly key: string }>(
    name: string,
    columns: readonly string[],
    values: (row: Row) => V,
  ): Map<string, Judged<V>> => {
    const table = readTable(files, `${FOLDER}/${name}.csv`, [...columns, ...JUDGEMENT])
    return unique(
      table,
      table.rows.map((row) => {
        const found = values(row)
        return [found.key, { ...found, judgement: readJudgement(row, sources) }]
      }),
    )
  }
  return {
    keyed: read,
    list: <V extends { readonly key: string }>(
      name: string,
      columns: readonly string[],
      values: (row: Row) => V,
    ): Judged<V>[] => [...read(name, columns, values).values()],
  }
}

function unique<V>(table: Table, entries: readonly (readonly [string, V])[]): Map<string, V> {
  const rows = new Map<string, number>()
  entries.forEach(([key], i) => {
    const row = table.rows[i]!.number
    const first = rows.get(key)
    if (first !== undefined) throw new HeadroomError('table-duplicate', { file: table.file, row, key, first })
    rows.set(key, row)
  })
  return new Map(entries)
}

function readJudgement(row: Row, sources: ReadonlyMap<string, Source>): Judgement {
  const signedBy = row.optional('signed_by')
  if (signedBy === null) throw new HeadroomError('assumption-unsigned', { file: row.file, row: row.number })
  const source = sources.get(code(row, 'source', [...sources.keys()], 'sources.csv'))!
  return {
    file: row.file,
    row: row.number,
    basis: row.oneOf('basis', ['published', 'derived', 'assumed']),
    quality: row.oneOf('quality', ['green', 'amber', 'red']),
    source,
    signedBy,
    expires: row.text('expires'),
    note: row.optional('note') ?? '',
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

function readDistribution(row: Row): Distribution {
  const kind = row.oneOf('distribution', ['point', 'uniform', 'triangular', 'normal', 'lognormal'])
  const p1 = row.numeric('p1')
  switch (kind) {
    case 'point':
      return { kind, value: p1 }
    case 'uniform':
      return { kind, low: p1, high: row.numeric('p2', { min: p1 }) }
    case 'triangular': {
      const mode = row.numeric('p2', { min: p1 })
      return { kind, low: p1, mode, high: row.numeric('p3', { min: mode }) }
    }
    case 'normal':
      return { kind, mean: p1, sd: row.numeric('p2', { min: 0 }) }
    case 'lognormal':
      return { kind, median: p1, sdLog: row.numeric('p2', { min: 0 }) }
  }
}
