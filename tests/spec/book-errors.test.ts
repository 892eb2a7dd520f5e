import { describe, expect, it } from 'vitest'
import { correlatedFactors } from '../../src/assumptions/correlations.ts'
import type { InputFiles } from '../../src/domain/input-files.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { checkBook } from '../../src/pipeline/check-book.ts'
import { type Cells, loadBook, withFirstRow, withTable } from '../support/book.ts'
import { dataFiles } from '../support/data-files.ts'

const FILES = dataFiles()
const TODAY = '2026-11-22'
const table = (name: string): string => `assumptions/${name}.csv`

function refusal(files: InputFiles): string {
  try {
    loadBook(files)
  } catch (error) {
    if (error instanceof HeadroomError) return error.message
    throw error
  }
  return 'read without an error'
}

const findings = (files: InputFiles, today = TODAY): string[] => {
  const { reference, book } = loadBook(files)
  return checkBook(files, reference, book, today)
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, rule, message, place }) => `${severity} ${rule} ${place}: ${message}`)
}

const broken = (name: string, cells: Cells): InputFiles => withFirstRow(FILES, table(name), cells)

describe('a damaged book says in one sentence what is wrong', () => {
  it.each([
    ['a wrong unit of a column', 'families', { unit: 'per cent' }, /age-sex\.female .*“per cent”.*“share”/],
    ['a wrong unit of a range', 'uncertainty', { unit: 'per cent' }, /leave-nhs .*“per cent”.*“factor”/],
    ['no source', 'pay', { source: '' }, /pay\.csv, row 2: this assumption has no source/],
    ['an unknown source', 'pay', { source: 'hearsay' }, /row 2, column source: hearsay is not a code/],
    ['no signature', 'pay', { signed_by: '' }, /pay\.csv, row 2: nobody has signed/],
    [
      'an impossible value',
      'vacancies',
      { vacancy_rate: '1.2' },
      /vacancy_rate: 1\.2 can’t be right; .*0 to 0\.5/,
    ],
    ['a value of another unit', 'pay', { pay: '23.5' }, /column pay: 23\.5 can’t be right/],
    ['a day that is none', 'pay', { expires: 'next year' }, /column expires: expected a day/],
    ['text for a number', 'pay', { pay: 'plenty' }, /column pay: expected a number, found plenty/],
    ['part of a year', 'training-programmes', { length: '3.5' }, /column length: expected whole years/],
    [
      'a cap below the floor',
      'international-limits',
      { floor: '9', cap: '5' },
      /column cap: 5 can’t be right/,
    ],
    ['a target that is none', 'families', { distribution: 'luck' }, /column distribution: .*luck/],
    ['an unexplained fact', 'source-facts', { used_by: '', reason: '' }, /nothing uses the fact/],
  ])('%s', (_, name, cells, message) => {
    expect(refusal(broken(name, cells as Cells))).toMatch(message)
  })

  it.each([
    ['an assumption that is none', { members: 'leave-nhs luck' }, /members: luck is not/],
    ['one alone', { members: 'leave-nhs' }, /members: expected two assumptions or more, found leave-nhs/],
    ['a correlation of one', { rho: '1' }, /column rho: 1 can’t be right/],
    [
      'a pair in two lines',
      { members: 'retire-nhs retire-primary-care' },
      /row 3: the key retire-nhs with retire-primary-care is already on row 2/,
    ],
  ])('correlations: %s', (_, cells, message) => {
    expect(refusal(broken('correlations', cells as Cells))).toMatch(message)
  })

  it('correlations that can’t all hold together', () => {
    const lines = [
      { members: 'leave-nhs leave-primary-care', rho: '0.9' },
      { members: 'leave-primary-care leave-social-care', rho: '0.9' },
    ]
    const files = withTable(FILES, table('correlations'), ([first]) =>
      lines.map((line, i) => ({ ...first, ...line, id: `line-${i}` })),
    )
    const { book } = loadBook(files)
    expect(() => correlatedFactors(book)).toThrow(
      /correlations\.csv, row 2: the correlations of leave-nhs, leave-primary-care, leave-social-care can’t all/,
    )
  })

  it.each([
    [
      { distribution: 'beta', p1: '4', p2: '4', p3: '2' },
      { kind: 'beta', alpha: 4, beta: 4, high: 2 },
    ],
    [
      { distribution: 'empirical', p1: '1.2 0.9 0.9' },
      { kind: 'empirical', values: [0.9, 0.9, 1.2] },
    ],
  ])('reads the distribution %j', (cells, distribution) => {
    expect(loadBook(broken('uncertainty', cells as Cells)).book.uncertainty[0]!.distribution).toEqual(
      distribution,
    )
    expect(findings(broken('uncertainty', cells as Cells))).toEqual([])
  })

  it.each([
    [{ distribution: 'beta', p1: '0', p2: '4', p3: '2' }, /column p1: expected a number from 0\.01/],
    [{ distribution: 'empirical', p1: '0.9  1.1' }, /column p1: expected numbers with one space between/],
    [{ distribution: 'empirical', p1: '' }, /column p1: expected some text/],
  ])('distributions: %j', (cells, message) => {
    expect(refusal(broken('uncertainty', cells as Cells))).toMatch(message)
  })

  it('a column without a description, one described twice, and one that nothing reads', () => {
    const families = (change: (rows: readonly Cells[]) => readonly Cells[]): string =>
      refusal(withTable(FILES, table('families'), change))
    expect(families(([, ...rest]) => rest)).toMatch(/no row for age-sex, female/)
    expect(families((rows) => [rows[0]!, ...rows])).toMatch(/no row for age-sex, female \(exactly one\)/)
    expect(families((rows) => [{ ...rows[0]!, column: 'height' }, ...rows])).toMatch(/age-sex\.height is not/)
  })

  it('the same key twice', () => {
    expect(refusal(withTable(FILES, table('pay'), (rows) => [rows[0]!, ...rows]))).toMatch(/already on row 2/)
  })
})

describe('headroom check', () => {
  it('finds no error in the book as it is', () => {
    expect(findings(FILES)).toEqual([])
  })

  it('warns of an assumption past its day', () => {
    expect(findings(broken('pay', { expires: '2026-11-21' }))).toEqual([
      'warning assumption-current data/assumptions/pay.csv, row 2: This assumption was to be reviewed by 2026-11-21.',
    ])
    expect(findings(broken('pay', { expires: TODAY }))).toEqual([])
  })

  const add = (name: string, row: Cells): InputFiles =>
    withTable(FILES, table(name), (rows) => [...rows, { ...rows[0]!, ...row }])

  it.each([
    [
      'a stock of an occupation that is a share of a staff group',
      add('occupation-stocks', { occupation: 'midwives' }),
      /occupation-stocks\.csv.*midwives/,
    ],
    [
      'limits on arrivals that are none',
      add('international-limits', { occupation: 'health-visitors' }),
      /health-visitors/,
    ],
    ['a weight of nothing', broken('need-weights', { weight: '0' }), /A weight of 0/],
    ['a move that nobody makes', broken('moves', { hazard: '0' }), /Nobody moves/],
    ['work that does not pass', broken('division-of-work', { trend: '0' }), /No work passes/],
    [
      'a range of training where nobody trains',
      add('uncertainty', { id: 'x', target: 'training', scope: 'administration' }),
      /x spreads training, of which administration has none/,
    ],
    [
      'evidence on nothing',
      broken('evidence', { used_by: 'uncertainty/none' }),
      /speaks to uncertainty\/none/,
    ],
    ['a source that nothing cites', add('sources', { id: 'spare' }), /the source spare/],
    [
      'a table that nothing reads',
      new Map([...FILES, [table('guesses'), 'a,b\n']]),
      /guesses\.csv: Nothing reads this table/,
    ],
  ])('finds what is unused: %s', (_, files, message) => {
    expect(findings(files)).toEqual([expect.stringMatching(message)])
    expect(findings(files)[0]).toMatch(/^error assumption-used/)
  })

  it.each([
    ['of ages', broken('age-sex', { age_16_24: '0.3' }), /shares of the age bands add up to 1\.3/],
    ['of countries', broken('international-origins', { share: '0.3' }), /countries of origin of doctors/],
    ['of a tier’s staff', broken('therapy-tier-staff', { share: '0.5' }), /shares of the staff of/],
  ])('finds shares %s that do not add up', (_, files, message) => {
    expect(findings(files)).toEqual([expect.stringMatching(message)])
  })

  it('finds a range off its centre, a strength below 0 and a feedback without strength', () => {
    const uncertainty = (id: string, cells: Cells | null): InputFiles =>
      withTable(FILES, table('uncertainty'), (rows) =>
        rows.flatMap((row) => {
          if (row.id !== id) return [row]
          return cells ? [{ ...row, ...cells }] : []
        }),
      )
    expect(findings(uncertainty('leave-nhs', { p1: '1.1' }))[0]).toMatch(
      /leave-nhs is centred on 1\.1, not 1/,
    )
    expect(findings(uncertainty('care-pool', { p1: '-1', p2: '-0.5' }))[0]).toMatch(/can’t be below 0/)
    expect(findings(uncertainty('placement-strain-all', null)).join()).toMatch(
      /placement-strain a strength.*spread by placement-strain/,
    )
  })
})
