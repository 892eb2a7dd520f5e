import type { LinearColumn, LinearProgramme, LinearRow } from '../domain/linear-programme.ts'

/** Terms on a line: solvers limit the length of lines. */
const TERMS = 8

/** The name of a column in the text, by index. */
export const columnName = (index: number): string => `c${index}`

/**
 * A linear programme in CPLEX LP format, every number with all its digits. Columns are c0, c1 … and rows r0,
 * r1 … in their order.
 * @throws Error where a number that must be finite is not
 */
export function lpText({ columns, rows }: LinearProgramme): string {
  const costs = columns.map(({ cost }) => cost)
  const every = columns.map((_, c) => c)
  return [
    'Minimize',
    ` obj:${sum(every, costs)}`,
    'Subject To',
    ...rows.map(rowText),
    'Bounds',
    ...columns.map(boundsText),
    'End',
    '',
  ].join('\n')
}

const rowText = ({ sense, limit, columns, coefficients }: LinearRow, index: number): string =>
  ` r${index}:${sum(columns, coefficients)} ${sense} ${finite(limit)}`

function boundsText({ lower, upper }: LinearColumn, index: number): string {
  const name = columnName(index)
  if (lower === Number.NEGATIVE_INFINITY && upper === Number.POSITIVE_INFINITY) return ` ${name} free`
  const least = lower === Number.NEGATIVE_INFINITY ? '-inf' : finite(lower)
  const most = upper === Number.POSITIVE_INFINITY ? '+inf' : finite(upper)
  return ` ${least} <= ${name} <= ${most}`
}

function sum(columns: readonly number[], coefficients: readonly number[]): string {
  let text = ''
  let terms = 0
  for (const [k, c] of columns.entries()) {
    const value = coefficients[k]!
    if (value === 0) continue
    if (terms > 0 && terms % TERMS === 0) text += '\n '
    text += value < 0 ? ` - ${finite(-value)} ${columnName(c)}` : ` + ${finite(value)} ${columnName(c)}`
    terms++
  }
  return terms === 0 ? ` 0 ${columnName(columns[0] ?? 0)}` : text
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a linear programme can't hold ${value} there`)
  return String(value)
}
