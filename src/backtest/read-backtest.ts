import type { BacktestFamily, CalibratedWidths } from '../domain/backtest.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Row, readTable } from '../tables/table.ts'

const FAMILIES = 'backtest/families.csv'
const SETTINGS = 'backtest/settings.csv'
/** Widths of ranges as calibrated. */
export const WIDTHS_FILE = 'backtest/widths.csv'
export const WIDTHS_COLUMNS = [
  'family',
  'trend',
  'shock',
  'early_trend',
  'early_shock',
  'early_until',
] as const

const FAMILY_COLUMNS = [
  'family',
  'title',
  'kind',
  'unit',
  'table',
  'exits',
  'lag_months',
  'basis',
  'quality',
  'source',
  'signed_by',
  'expires',
  'note',
]
const SETTING_COLUMNS = [
  'setting',
  'value',
  'unit',
  'meaning',
  'basis',
  'quality',
  'signed_by',
  'expires',
  'note',
]

/** The numbers of the method: their meaning is in `data/backtest/settings.csv`. */
export interface BacktestSettings {
  readonly priorGrowth: number
  readonly priorSpread: number
  readonly usualSwing: number
  readonly usualSwingYears: number
  readonly likeness: number
  readonly memory: number
  readonly rateMemory: number
  readonly wander: number
  readonly damping: number
}

/** The families of series, in the order they are shown. @throws HeadroomError where the table is missing or damaged */
export const readFamilies = (files: InputFiles): readonly BacktestFamily[] =>
  readTable(files, FAMILIES, FAMILY_COLUMNS).rows.map((row) => ({
    code: row.text('family'),
    title: row.text('title'),
    kind: row.oneOf('kind', ['stock', 'rate']),
    unit: row.text('unit'),
    exits: row.optional('exits') === null ? Number.NaN : row.numeric('exits', { min: 0, max: 0.9 }),
    lagMonths: row.integer('lag_months', { min: 0 }),
  }))

/** @throws HeadroomError where the table is missing, damaged or lacks a setting */
export function readSettings(files: InputFiles): BacktestSettings {
  const rows = new Map<string, Row>()
  for (const row of readTable(files, SETTINGS, SETTING_COLUMNS).rows) rows.set(row.text('setting'), row)
  const setting = (code: string, max: number): number => {
    const row = rows.get(code)
    if (!row) throw new HeadroomError('table-incomplete', { file: `data/${SETTINGS}`, missing: code })
    return row.numeric('value', { min: 0, max })
  }
  return {
    priorGrowth: setting('prior-growth', 1),
    priorSpread: setting('prior-spread', 1),
    usualSwing: setting('usual-swing', 1),
    usualSwingYears: setting('usual-swing-years', 100),
    likeness: setting('likeness', 100),
    memory: setting('memory', 1),
    rateMemory: setting('rate-memory', 1),
    wander: setting('wander', 1),
    damping: setting('damping', 1),
  }
}

/** What marks a row of the back-test's tables. */
export interface BacktestMark {
  readonly expires: string
  /** Id of its source; null where it is a judgement with none. */
  readonly source: string | null
  /** Where the row is. */
  readonly place: string
}

/** The marks of every row of families and settings. @throws HeadroomError where a table is missing or damaged */
export const readBacktestMarks = (files: InputFiles): readonly BacktestMark[] => [
  ...readTable(files, FAMILIES, FAMILY_COLUMNS).rows.map((row) => ({
    expires: row.text('expires'),
    source: row.text('source'),
    place: `data/${FAMILIES}, ${row.text('family')}`,
  })),
  ...readTable(files, SETTINGS, SETTING_COLUMNS).rows.map((row) => ({
    expires: row.text('expires'),
    source: null,
    place: `data/${SETTINGS}, ${row.text('setting')}`,
  })),
]

/**
 * Widths by family.
 * @throws HeadroomError where the table is missing, damaged or lacks a family
 */
export function readWidths(
  files: InputFiles,
  families: readonly BacktestFamily[],
): ReadonlyMap<string, CalibratedWidths> {
  const widths = new Map(
    readTable(files, WIDTHS_FILE, WIDTHS_COLUMNS).rows.map((row) => [
      row.text('family'),
      {
        all: { trend: row.numeric('trend', { min: 0 }), shock: row.numeric('shock', { min: 0 }) },
        early: {
          trend: row.numeric('early_trend', { min: 0 }),
          shock: row.numeric('early_shock', { min: 0 }),
        },
        until: row.integer('early_until'),
      },
    ]),
  )
  for (const { code } of families)
    if (!widths.has(code))
      throw new HeadroomError('table-incomplete', { file: `data/${WIDTHS_FILE}`, missing: code })
  return widths
}
