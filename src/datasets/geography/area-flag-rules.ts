import type { InputFiles } from '../../domain/input-files.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { readTable } from '../../tables/table.ts'

/** A limit that a measure of an area, or of a district, must reach to carry a flag. */
export interface FlagRule {
  readonly code: string
  /** Column of the table that holds the measure. */
  readonly measure: string
  readonly test: 'at-least' | 'below'
  readonly value: number
}

const FILE = 'reference/area-flag-rules.csv'
const COLUMNS = ['code', 'measure', 'test', 'value', 'unit', 'basis', 'quality', 'source', 'note']

/**
 * Reads `data/reference/area-flag-rules.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readFlagRules = (files: InputFiles): readonly FlagRule[] =>
  readTable(files, FILE, COLUMNS).rows.map((row) => ({
    code: row.text('code'),
    measure: row.text('measure'),
    test: row.oneOf('test', ['at-least', 'below'] as const),
    value: row.numeric('value', { min: 0 }),
  }))

/**
 * The rule of a code.
 * @throws HeadroomError `table-incomplete`
 */
export function ruleOf(rules: readonly FlagRule[], code: string): FlagRule {
  const rule = rules.find((candidate) => candidate.code === code)
  if (!rule)
    throw new HeadroomError('table-incomplete', { file: `data/${FILE}`, missing: `the rule ${code}` })
  return rule
}

/** True where a value passes the test of a rule. */
export const passes = ({ test, value }: FlagRule, found: number): boolean =>
  test === 'below' ? found < value : found >= value
