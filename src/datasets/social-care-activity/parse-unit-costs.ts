import { HeadroomError } from '../../errors/headroom-error.ts'
import type { CouncilFinder } from '../council-names.ts'
import type { PublishedFile } from '../published-file.ts'
import { readCells } from '../raw-csv.ts'
import { createRawTable, type RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { financialYear, readFigure } from './figures.ts'
import { UNIT_COST_COLUMNS } from './kind.ts'

/** Weeks of support of one kind in one council, or in England, and what they cost. */
export interface Weeks {
  readonly year: string
  readonly council: string
  /** Age, reason, setting and provision, joined by tabs. */
  readonly kind: string
  readonly weeks: number | null
  /** Gross total expenditure in thousands of pounds; null where it is not given with the weeks. */
  readonly cost: number | null
  /** Published pounds a week. */
  readonly unitCost: number | null
}

/** Unit costs as parsed. */
export interface UnitCosts {
  readonly year: string
  readonly rows: readonly Weeks[]
  /** Columns that are neither a council nor a region. */
  readonly strange: readonly string[]
  readonly fileRows: number
}

const AGES = new Map([
  ['Age 18 to 64', '18-64'],
  ['Age 65 and over', '65+'],
  ['Age 18 and over', '18+'],
])
const REASONS = new Map([
  ['', 'all'],
  ['Physical support', 'physical'],
  ['Sensory support', 'sensory'],
  ['Support with memory and cognition', 'memory-and-cognition'],
  ['Learning disability support', 'learning-disability'],
  ['Mental health support', 'mental-health'],
])
const SETTINGS = new Map([
  ['Residential', 'residential'],
  ['Nursing', 'nursing'],
  ['Residential and nursing care', 'residential-and-nursing'],
  ['To maximise independence', 'maximise-independence'],
])
const PROVISIONS = new Map([
  ['All', 'all'],
  ['LA supported only', 'council-supported'],
  ['Own provision', 'in-house'],
  ['Provision by others', 'external'],
])
const PARTS = new Map([
  ['Numerator', 'cost'],
  ['Denominator', 'weeks'],
  ['Unit costs', 'unitCost'],
])
const NUMBERED = /^(\d{3}) ?- ?.+$/
const MARKS = new Map([['.', 'not available']] as const)

/**
 * Reads unit costs: what is counted stands in the rows, the councils across. The year stands nowhere but in
 * the file’s name, as the publisher gives it (`…-14-15-…` is 2014/15).
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseUnitCosts(file: PublishedFile, councils: CouncilFinder): UnitCosts {
  const cells = readCells(file)
  const header = Math.max(
    0,
    cells.findIndex((row) => UNIT_COST_COLUMNS.every((column) => row.includes(column))),
  )
  const table = createRawTable(file.name, header + 1, cells[header] ?? [], cells.slice(header + 1), [
    ...UNIT_COST_COLUMNS,
    'England',
  ])
  const year = financialYear(file.name)
  if (year === null)
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: 'the financial year, which only the publisher’s name of the file tells (14-15 for 2014/15)',
    })
  const places = table.columns
    .filter((column) => !(UNIT_COST_COLUMNS as readonly string[]).includes(column))
    .map((column) => ({ column, council: councilOf(column, councils) }))
  const found = new Map<string, Weeks>()
  const refuseRepeat = createRepeatCheck()
  let fileRows = 0
  for (const row of table.rows) {
    if (row.optional('Age category') === null) {
      refuseFigures(
        row,
        places.map(({ column }) => column),
      )
      continue
    }
    const kind = kindOf(row)
    const part = labelOf(row, 'Unit cost category', PARTS)
    refuseRepeat(row, `${kind}, ${part}`)
    fileRows += 1
    for (const { column, council } of places) {
      if (council === null) continue
      const key = `${council} ${kind}`
      const before = found.get(key) ?? { year, council, kind, weeks: null, cost: null, unitCost: null }
      const { value } = readFigure(row.optional(column) ?? '', { place: row.place, column }, MARKS)
      found.set(key, { ...before, [part]: value })
    }
  }
  if (found.size === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any unit cost' })
  const strange = places.filter(({ column, council }) => council === null && councils.byName(column) === null)
  return { year, rows: [...found.values()], strange: strange.map(({ column }) => column), fileRows }
}

/** Notes stand below the table in its first column; a row with figures is no note. */
function refuseFigures(row: RawRow, columns: readonly string[]): void {
  if (columns.some((column) => row.optional(column) !== null))
    row.refuse('Age category', `one of ${[...AGES.keys()].join(', ')}`)
}

function councilOf(column: string, councils: CouncilFinder): string | null {
  if (column === 'England') return ENGLAND_ONS
  const number = NUMBERED.exec(column)?.[1]
  return number === undefined ? null : councils.byNumber(number)
}

const kindOf = (row: RawRow): string =>
  [
    labelOf(row, 'Age category', AGES),
    labelOf(row, 'Primary support reason', REASONS),
    labelOf(row, 'Service delivery mechanism', SETTINGS),
    labelOf(row, 'Unit cost provision', PROVISIONS),
  ].join('\t')

const labelOf = (row: RawRow, column: string, labels: ReadonlyMap<string, string>): string =>
  labels.get(row.optional(column) ?? '') ?? row.refuse(column, `one of ${[...labels.keys()].join(', ')}`)
