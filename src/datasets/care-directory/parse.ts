import { HeadroomError } from '../../errors/headroom-error.ts'
import { type CouncilFinder, SEVERAL } from '../council-names.ts'
import { kebabCase } from '../kebab-case.ts'
import { missingReason } from '../missing.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawAny } from '../raw-any.ts'
import { columnKey, type RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { BEDS_COLUMN, DIRECTORY_COLUMNS } from './kind.ts'

/** Ratings by the publisher’s word, and the words for there being none. */
const RATINGS = new Map([
  ['outstanding', 'outstanding'],
  ['good', 'good'],
  ['requires improvement', 'requires-improvement'],
  ['inadequate', 'inadequate'],
  ['not rated', 'unrated'],
  ['not applicable', 'unrated'],
  ['regulations met', 'unrated'],
  ['regulations not met', 'unrated'],
  ['insufficient evidence to rate', 'unrated'],
  ['inspected but not rated', 'unrated'],
  ['no published rating', 'unrated'],
  ['do not include in report', 'unrated'],
])
/** The ratings, best first, then none. */
export const RATING_CODES = [...new Set(RATINGS.values())]
/** The questions that are rated, and the answer to all of them together. */
export const DOMAINS = ['overall', 'safe', 'effective', 'caring', 'responsive', 'well-led']
/** The service or group of people that stands for the location as a whole. */
const WHOLE = 'overall'

/** A place that is regulated. */
export interface Location {
  /** ONS code of the council with social care duties there, or null where its name is none. */
  readonly council: string | null
  readonly councilName: string
  /** What is done there: care-home, or the publisher’s category in lower case with hyphens. */
  readonly service: string
  readonly beds: number | null
  /** Latest rating of the whole location by domain. */
  readonly ratings: ReadonlyMap<string, string>
}

/** The directory as parsed. */
export interface Directory {
  /** Latest day on which a rating was published, as ISO: the file has no date of its own. */
  readonly latest: string
  readonly locations: readonly Location[]
  /** True where the file has a column of beds. */
  readonly hasBeds: boolean
  /** Ratings carried over from an earlier registration. */
  readonly inherited: number
  /** Ratings without a day of publication. */
  readonly undated: number
  readonly fileRows: number
}

/**
 * Reads the directory: a location has a row for each domain of each service, days stand month first.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseDirectory(file: PublishedFile, councils: CouncilFinder): Directory {
  const table = readRawAny(file, DIRECTORY_COLUMNS)
  const hasBeds = table.columns.some((column) => columnKey(column) === columnKey(BEDS_COLUMN))
  const refuseRepeat = createRepeatCheck()
  const locations = new Map<string, Location & { readonly ratings: Map<string, string> }>()
  let [inherited, undated, latest] = [0, 0, '']
  let fileRows = 0
  for (const row of table.rows) {
    fileRows += 1
    const id = row.text('Location ID')
    const domain = row.text('Domain').toLowerCase()
    if (!DOMAINS.includes(domain)) row.refuse('Domain', `one of ${DOMAINS.join(', ')}`)
    const group = row.text('Service / Population Group')
    refuseRepeat(row, `${id}, ${group}, ${domain}`)
    const rating =
      RATINGS.get(row.text('Latest Rating').toLowerCase()) ??
      row.refuse('Latest Rating', `a rating that is known: ${[...RATINGS.keys()].join(', ')}`)
    const location = readLocation(row, hasBeds, councils)
    const before = locations.get(id) ?? location
    refuseOther(row, before, location)
    if (group.toLowerCase() === WHOLE) before.ratings.set(domain, rating)
    locations.set(id, before)
    if (row.text('Inherited Rating (Y/N)').toUpperCase() === 'Y') inherited += 1
    const day = dayOf(row)
    if (day === null) undated += 1
    else if (day > latest) latest = day
  }
  if (latest === '')
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any day of publication' })
  return {
    latest,
    locations: [...locations.values()],
    hasBeds,
    inherited,
    undated,
    fileRows,
  }
}

function readLocation(row: RawRow, hasBeds: boolean, councils: CouncilFinder) {
  const councilName = row.text('Location Local Authority')
  const home = row.text('Care Home?').toUpperCase()
  if (home !== 'Y' && home !== 'N') row.refuse('Care Home?', 'Y or N')
  const category = row.text('Location Primary Inspection Category')
  const council = councils.byName(councilName)
  return {
    council: council === SEVERAL ? null : council,
    councilName,
    service: home === 'Y' ? 'care-home' : kebabCase(category),
    beds: hasBeds ? row.numericOrMissing(BEDS_COLUMN, { min: 0, max: 5000 }) : null,
    ratings: new Map<string, string>(),
  }
}

/** A location must be the same in all of its rows. */
function refuseOther(row: RawRow, before: Location, now: Location): void {
  if (before.councilName !== now.councilName)
    row.refuse('Location Local Authority', `${before.councilName}, as in the location’s other rows`)
  if (before.service !== now.service)
    row.refuse('Location Primary Inspection Category', `${before.service}, as in the location’s other rows`)
  if (before.beds !== now.beds) row.refuse(BEDS_COLUMN, `${before.beds}, as in the location’s other rows`)
}

/** A day such as 05/29/2026, or null where there is none. */
function dayOf(row: RawRow): string | null {
  const text = row.optional('Publication Date') ?? ''
  if (missingReason(text) !== null) return null
  const [, month = '', day = '', year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? []
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    row.refuse('Publication Date', 'a day with the month first, such as 05/29/2026')
  return `${year}-${month}-${day}`
}
