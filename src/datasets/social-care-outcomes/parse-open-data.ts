import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { findHeader, readRawSheet, sheetsOf } from '../raw-sheet.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { type CouncilOutcome, type Outcomes, PARTS, readOutcome, refuseTwice } from './council-outcome.ts'
import { OPEN_DATA_COLUMNS } from './kind.ts'

const COUNCIL = /^E(06|08|09|10)\d{6}$/
const LEVELS = ['Council', 'Council Type', 'Region', 'England']
const NOT_READ = ['Base', 'Margin Of Error']

/**
 * Reads an edition of the open data: councils and England, all people together. Its year stands nowhere in
 * the file but in the file's name, as the publisher gives it (`…-2021-…` is 2020/21).
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseOpenData(file: PublishedFile): Outcomes {
  const sheet = sheetsOf(file).find((candidate) => findHeader(candidate, OPEN_DATA_COLUMNS) >= 0)
  if (!sheet) throw new Error(`${file.name} was recognised by a sheet it doesn't have`)
  const year = yearOf(file.name)
  const seen = new Map<string, number>()
  const rows = readRawSheet(file, sheet, OPEN_DATA_COLUMNS).rows.flatMap((row): CouncilOutcome[] => {
    const level = row.text('Geographical Level')
    if (!LEVELS.includes(level)) row.refuse('Geographical Level', `one of ${LEVELS.join(', ')}`)
    const type = row.text('Measure Type')
    const suffix = PARTS.get(type.toLowerCase())
    if (suffix === undefined && !NOT_READ.includes(type))
      row.refuse('Measure Type', 'Outcome, Numerator, Denominator, Base or Margin Of Error')
    if (suffix === undefined || row.text('Disaggregation Level') !== 'Total') return []
    if (level !== 'Council' && level !== 'England') return []
    const council = row.text('ONS Code')
    if (!COUNCIL.test(council) && council !== ENGLAND_ONS)
      row.refuse('ONS Code', 'the ONS code of a council with social care duties, or of England')
    const measure = `${row.text('ASCOF Measure Code').toLowerCase()}${suffix}`
    refuseTwice(seen, row, `${council}, ${measure}`)
    const { value, missing } = readOutcome(row, 'Measure Value')
    return [{ year, council, measure, value, missing }]
  })
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any measure of a council' })
  return { edition: year, rows, twoValues: 0 }
}

function yearOf(name: string): string {
  const [, from, to] = /(?:^|\D)(\d\d)[-_]?(\d\d)(?:\D|$)/.exec(name) ?? []
  if (from !== undefined && Number(to) === (Number(from) + 1) % 100) return `20${from}/${to}`
  throw new HeadroomError('edition-incomplete', {
    file: name,
    missing: 'the financial year, which only the publisher’s name of the file tells (2021 for 2020/21)',
  })
}
