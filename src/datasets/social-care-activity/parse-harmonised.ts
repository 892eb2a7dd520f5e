import { HeadroomError } from '../../errors/headroom-error.ts'
import { type CouncilFinder, SEVERAL } from '../council-names.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { type Figure, readFigure, yearEnding } from './figures.ts'
import { HARMONISED_COLUMNS } from './kind.ts'

/** What a council provided itself and bought of one kind of support in one financial year. */
export interface Provision {
  readonly year: string
  readonly council: string
  readonly setting: string
  readonly inHouse: Figure | null
  readonly external: Figure | null
  /** The file’s own sum of the two. */
  readonly all: Figure | null
}

/** The harmonised activity as parsed. */
export interface HarmonisedActivity {
  readonly rows: readonly Provision[]
  /** Rows of England, where a year has them. */
  readonly england: readonly Provision[]
  /** Rows of regions and types of council, which are not read. */
  readonly several: number
  /** Rows by year whose council has no name. */
  readonly nameless: ReadonlyMap<string, number>
  /** Rows by name that is no council’s. */
  readonly unknown: ReadonlyMap<string, number>
  /** Sum of the rows without a setting, by year: they can’t be told what they count. */
  readonly unset: ReadonlyMap<string, { readonly rows: number; readonly sum: number }>
  readonly fileRows: number
}

/** Settings by the file’s name of them. */
const SETTINGS = new Map([
  ['Residential', 'residential'],
  ['Nursing', 'nursing'],
  ['Home care', 'home-care'],
  ['Day care', 'day-care'],
])
const PROVISIONS = new Map([
  ['In House', 'inHouse'],
  ['External', 'external'],
  ['99', 'all'],
])

/**
 * Reads the harmonised activity; a year is that in which the financial year ends.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseHarmonised(file: PublishedFile, councils: CouncilFinder): HarmonisedActivity {
  const table = readRawCsv(file, HARMONISED_COLUMNS)
  const found = new Map<string, Provision>()
  const nameless = new Map<string, number>()
  const unknown = new Map<string, number>()
  const unset = new Map<string, { rows: number; sum: number }>()
  const refuseRepeat = createRepeatCheck()
  let several = 0
  let fileRows = 0
  for (const row of table.rows) {
    fileRows += 1
    const year = yearEnding(row.numeric('year', { min: 1990, max: 2100 }))
    const setting = row.optional('SupportSetting')
    const provision =
      PROVISIONS.get(row.text('ActivityProvision')) ??
      row.refuse('ActivityProvision', `one of ${[...PROVISIONS.keys()].join(', ')}`)
    const figure = readFigure(row.text('ITEMVALUE'), { place: row.place, column: 'ITEMVALUE' })
    const name = row.text('DH_GEOGRAPHY_NAME')
    if (name === 'NA') {
      count(nameless, year)
      continue
    }
    const council = councils.byName(name)
    if (council === SEVERAL) several += 1
    else if (council === null) count(unknown, name)
    else if (setting === null) {
      const before = unset.get(year) ?? { rows: 0, sum: 0 }
      const added = provision === 'all' && council !== ENGLAND_ONS ? (figure.value ?? 0) : 0
      unset.set(year, { rows: before.rows + 1, sum: before.sum + added })
    } else {
      const kind = { year, council, setting: settingOf(row, setting) }
      const key = Object.values(kind).join(', ')
      refuseRepeat(row, `${key}, ${provision}`)
      const before = found.get(key) ?? { ...kind, inHouse: null, external: null, all: null }
      found.set(key, { ...before, [provision]: figure })
    }
  }
  const rows = [...found.values()]
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'figures of any council' })
  return {
    rows: rows.filter(({ council }) => council !== ENGLAND_ONS),
    england: rows.filter(({ council }) => council === ENGLAND_ONS),
    several,
    nameless,
    unknown,
    unset,
    fileRows,
  }
}

const settingOf = (row: RawRow, setting: string): string =>
  SETTINGS.get(setting) ?? row.refuse('SupportSetting', `one of ${[...SETTINGS.keys()].join(', ')}`)

const count = (counts: Map<string, number>, key: string): Map<string, number> =>
  counts.set(key, (counts.get(key) ?? 0) + 1)
