import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'

/** The tables as an editor of them must leave them; no code of the program is used to read them. */
type Row = Readonly<Record<string, string>>

const DATA = new URL('../../data/', import.meta.url)
const read = (path: string): Row[] => parse(readFileSync(new URL(path, DATA), 'utf8'), { columns: true })
const table = (name: string): Row[] => read(`assumptions/${name}.csv`)
const values = (rows: readonly Row[], column: string): string[] => rows.map((row) => row[column] ?? '')
const numbers = (row: Row, prefix: string): number[] =>
  Object.keys(row)
    .filter((column) => column.startsWith(prefix))
    .map((column) => Number(row[column]))
const sum = (of: readonly number[]): number => of.reduce((total, value) => total + value, 0)

const occupations = read('reference/occupations.csv')
const codes = values(occupations, 'code')
const profiles = [...new Set(values(occupations, 'profile'))]
const groups = values(read('reference/staff-groups.csv'), 'code')
const sectors = ['nhs', 'primary-care', 'social-care']
const services = values(read('reference/services.csv'), 'code')
const sources = values(table('sources'), 'id')
/** Stands in the weights for the tiers of children’s therapies together. */
const THERAPIES = 'childrens-therapies'
const tiers = services.filter((code) => code.startsWith(THERAPIES))
const programmes = values(table('training-programmes'), 'programme')
const splits = table('occupation-splits')
const inTurnoverFile = values(splits, 'occupation')
const outsideTurnoverFile = codes.filter((code) => !inTurnoverFile.includes(code))
const pairs = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((a) => right.map((b) => `${a} ${b}`))
const keys = (rows: readonly Row[], ...columns: readonly string[]): string[] =>
  rows.map((row) => columns.map((column) => row[column]).join(' '))

const judged = readdirSync(new URL('assumptions/', DATA))
  .map((file) => file.replace('.csv', ''))
  .filter((name) => !['sources', 'families', 'source-facts'].includes(name))

describe('every assumption', () => {
  it.each(judged)('of %s is signed, dated, marked, sourced and explained', (name) => {
    for (const row of table(name)) {
      expect(row.signed_by, JSON.stringify(row)).toMatch(/\S/)
      expect(row.expires).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(['published', 'derived', 'assumed']).toContain(row.basis)
      expect(['green', 'amber', 'red']).toContain(row.quality)
      expect(sources).toContain(row.source)
      expect(row.note).toMatch(/\S/)
    }
  })

  it('points at a source of its own', () => {
    expect(new Set(sources).size).toBe(sources.length)
  })
})

describe('every occupation and profile has its rows, once', () => {
  const cover: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['occupation-splits', ['occupation'], codes.filter((code) => !outsideTurnoverFile.includes(code))],
    ['occupation-stocks', ['occupation'], outsideTurnoverFile],
    // Consultants’ own published rate overrides that of their staff group.
    ['turnover-rates', ['occupation'], [...outsideTurnoverFile, 'consultants']],
    ['international', ['occupation'], codes],
    ['vacancies', ['occupation'], codes],
    ['unmet-need', ['occupation'], codes],
    ['age-sex', ['profile'], profiles],
    ['participation', ['profile', 'sex'], pairs(profiles, ['female', 'male'])],
    ['joiner-ages', ['profile', 'route'], pairs(profiles, ['training', 'international', 'open'])],
    [
      'hazards',
      ['profile', 'cause', 'sex'],
      pairs(pairs(profiles, ['leave', 'retire', 'ill']), ['female', 'male']),
    ],
    ['service-use', ['service', 'sex'], pairs(services, ['female', 'male'])],
    ['growth', ['service'], services],
    ['productivity', ['sector'], sectors],
    ['pay', ['occupation'], codes],
    ['pay-paths', ['sector'], sectors],
    ['temporary-staff', ['sector'], sectors],
    ['study-leave', ['sector'], sectors],
    ['training-costs', ['programme'], programmes],
    ['therapy-tiers', ['tier'], tiers],
    ['care-need', ['sex'], ['female', 'male']],
    ['labour-force', ['sex'], ['female', 'male']],
    ['unpaid-carers', ['sex', 'hours'], pairs(['female', 'male'], ['any', 'heavy'])],
    ['care-hours', ['band'], ['1-9', '10-19', '20-34', '35-49', '50+']],
    [
      'international-origins',
      ['kind', 'group'],
      pairs(
        ['doctors', 'nurses', 'allied-health', 'care', 'other'],
        values(table('country-groups'), 'group'),
      ),
    ],
  ]
  it.each(cover)('%s', (name, columns, wanted) => {
    expect(keys(table(name), ...columns).sort()).toEqual([...wanted].sort())
  })

  it('annualisation: the staff groups of the turnover file', () => {
    const wanted = new Set(
      occupations.filter(({ code }) => inTurnoverFile.includes(code!)).map((row) => row.staff_group),
    )
    expect(new Set(values(table('annualisation'), 'staff_group'))).toEqual(wanted)
  })

  it('moves, programmes, weights and uncertainty name codes that exist', () => {
    for (const row of table('moves')) {
      expect(codes).toContain(row.from)
      expect(codes).toContain(row.to)
      expect(row.from).not.toBe(row.to)
    }
    expect(new Set(keys(table('moves'), 'from', 'to')).size).toBe(table('moves').length)
    for (const row of table('training-programmes')) expect(codes).toContain(row.occupation)
    for (const row of table('need-weights')) {
      expect(codes).toContain(row.occupation)
      expect([...services, THERAPIES]).toContain(row.service)
    }
    for (const row of table('uncertainty'))
      expect(['all', ...sectors, ...groups, ...codes, ...services, THERAPIES], row.id ?? '').toContain(
        row.scope,
      )
  })
})

describe('shares add up to one', () => {
  it('of staff groups among their occupations', () => {
    const group = new Map(occupations.map((row) => [row.code, row.staff_group]))
    const totals = new Map<string | undefined, number>()
    for (const row of splits) {
      const key = group.get(row.occupation ?? '')
      totals.set(key, (totals.get(key) ?? 0) + Number(row.share))
    }
    for (const [key, total] of totals) expect(total, key).toBeCloseTo(1, 9)
  })

  it('of ages of staff and of joiners', () => {
    for (const row of [...table('age-sex'), ...table('joiner-ages')])
      expect(sum(numbers(row, 'age_')), `${row.profile} ${row.route ?? ''}`).toBeCloseTo(1, 9)
  })

  it('of services in an occupation’s need', () => {
    for (const code of codes) {
      const weights = table('need-weights').filter((row) => row.occupation === code)
      expect(sum(weights.map((row) => Number(row.weight))), code).toBeCloseTo(1, 9)
    }
  })
})

const SHIFTS = ['growth', 'productivity', 'population', 'unpaid-growth']
/** Targets whose draw is the value itself. */
const STRENGTHS = [
  'pay-leave',
  'pay-fill',
  'pressure-leave',
  'pressure-sickness',
  'pressure-attrition',
  'placement-strain',
  'care-pool',
]

describe('figures keep within what is possible', () => {
  it('women’s shares, vacancies, unmet need, attrition and joining lie between 0 and 1', () => {
    const shares = [
      ...values(table('age-sex'), 'female'),
      ...values(table('vacancies'), 'vacancy_rate'),
      ...values(table('unmet-need'), 'unmet'),
      ...values(table('training-programmes'), 'attrition_first'),
      ...values(table('training-programmes'), 'attrition_later'),
      ...values(table('training-programmes'), 'join'),
      ...values(table('turnover-rates'), 'leaver_rate'),
      ...values(table('turnover-rates'), 'joiner_rate'),
    ].map(Number)
    expect(shares.filter((share) => !(share >= 0 && share < 1))).toEqual([])
  })

  it('hazards, uses and participation are not negative, and nobody retires before 45', () => {
    for (const row of [...table('hazards'), ...table('service-use'), ...table('participation')])
      expect(
        numbers(row, 'age_').every((value) => value >= 0),
        JSON.stringify(row),
      ).toBe(true)
    for (const row of table('hazards').filter(({ cause }) => cause === 'retire'))
      expect(Number(row.age_16_24) + Number(row.age_25_34) + Number(row.age_35_44)).toBe(0)
    expect(table('moves').every((row) => Number(row.hazard) > 0)).toBe(true)
  })

  it('FTE never exceeds heads', () => {
    for (const row of table('occupation-stocks'))
      expect(Number(row.fte), row.occupation).toBeLessThanOrEqual(Number(row.heads))
    expect(splits.every((row) => Number(row.fte_per_head) <= 1)).toBe(true)
    expect(table('participation').every((row) => numbers(row, 'age_').every((value) => value <= 1))).toBe(
      true,
    )
  })

  it('ranges run from low to high around their centre', () => {
    for (const { id, target, distribution, p1, p2, p3, walk, memory } of table('uncertainty')) {
      const [low, mode, high] = [Number(p1), Number(p2), Number(p3)]
      if (STRENGTHS.includes(target ?? '')) {
        expect([distribution, low >= 0, low <= mode, mode <= high], id).toEqual([
          'triangular',
          true,
          true,
          true,
        ])
        continue
      }
      const centre = SHIFTS.includes(target ?? '') ? 0 : 1
      if (distribution === 'triangular')
        expect([low <= mode, mode <= high, mode], id).toEqual([true, true, centre])
      else if (distribution === 'uniform') expect(low, id).toBeLessThanOrEqual(mode)
      // One that starts at its centre in every draw must walk.
      else if (distribution === 'point') expect([low, Number(walk) > 0], id).toEqual([centre, true])
      else {
        expect(low, id).toBe(centre)
        expect(mode, id).toBeGreaterThan(0)
      }
      expect(Number(walk), id).toBeGreaterThanOrEqual(0)
      expect(memory === '' || (Number(memory) >= 0 && Number(memory) < 1), id).toBe(true)
    }
  })
})

describe('the tables agree with the figures they cite', () => {
  const figures = new Map(
    read('statistics/cited-figures/figures.csv').map((row) => [row.id, Number(row.value)] as const),
  )
  const stock = (code: string, column: 'heads' | 'fte'): number =>
    Number(table('occupation-stocks').find((row) => row.occupation === code)?.[column])
  const care = occupations.filter(({ sector }) => sector === 'social-care').map(({ code }) => code!)

  it('GPs of May 2025, qualified and in training', () => {
    expect(stock('general-practitioners', 'fte')).toBe(figures.get('gps-fully-qualified-fte'))
    expect(stock('general-practitioners', 'fte') + stock('gp-trainees', 'fte')).toBe(
      figures.get('gps-all-fte'),
    )
    // Heads of qualified GPs are rounded to hundreds.
    expect(
      Math.abs(
        stock('general-practitioners', 'heads') +
          stock('gp-trainees', 'heads') -
          figures.get('gps-all-headcount')!,
      ),
    ).toBeLessThan(50)
  })

  it('adult social care posts of 2024/25, filled and vacant', () => {
    expect(sum(care.map((code) => stock(code, 'heads')))).toBe(figures.get('asc-filled-posts'))
    const vacant = table('vacancies')
      .filter((row) => care.includes(row.occupation!))
      .map(({ occupation, vacancy_rate }) => {
        const rate = Number(vacancy_rate)
        return (stock(occupation!, 'heads') * rate) / (1 - rate)
      })
    expect(Math.abs(sum(vacant) / figures.get('asc-vacant-posts')! - 1)).toBeLessThan(0.01)
  })

  it('every cited figure has a source, a unit and a definition', () => {
    for (const row of read('statistics/cited-figures/figures.csv')) {
      expect(sources, row.id).toContain(row.source)
      expect(row.unit).toMatch(/\S/)
      expect(row.definition).toMatch(/\S/)
      expect(Number.isFinite(Number(row.value))).toBe(true)
    }
  })
})
