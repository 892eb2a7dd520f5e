import type { Finding } from '../../domain/finding.ts'
import { type EthnicityRow, KNOWN, NOT_KNOWN, TOTAL, TOTAL_KNOWN } from './parse.ts'

/** Ethnicities that don't add up to the two published totals, and dates at uneven distances. */
export function checkEthnicity(rows: readonly EthnicityRow[], file: string): readonly Finding[] {
  const cells = new Map<string, Map<string, number>>()
  for (const { month, staffGroup, grade, ethnicity, headcount } of rows) {
    const key = `${staffGroup}, ${grade}, ${month}`
    const cell = cells.get(key) ?? new Map<string, number>()
    cells.set(key, cell.set(ethnicity, headcount))
  }
  return [
    ...[...cells].flatMap(([key, cell]) => checkTotals(cell, `${file}, ${key}`)),
    ...checkGrades(cells, file),
    ...checkDates(rows, file),
  ]
}

function checkTotals(cell: ReadonlyMap<string, number>, place: string): readonly Finding[] {
  const known = KNOWN.reduce((sum, code) => sum + (cell.get(code) ?? 0), 0)
  const all = NOT_KNOWN.reduce((sum, code) => sum + (cell.get(code) ?? 0), known)
  return [
    { what: 'known ethnicities', found: known, published: cell.get(TOTAL_KNOWN) ?? 0 },
    { what: 'ethnicities, known or not,', found: all, published: cell.get(TOTAL) ?? 0 },
  ].flatMap(({ what, found, published }): Finding[] =>
    found === published
      ? []
      : [
          {
            rule: 'ethnicity-adds-up',
            severity: 'warning',
            message: `The ${what} come to ${found}, the published total is ${published}.`,
            place,
          },
        ],
  )
}

function checkGrades(
  cells: ReadonlyMap<string, ReadonlyMap<string, number>>,
  file: string,
): readonly Finding[] {
  let all = 0
  let grades = 0
  for (const [key, cell] of cells)
    if (key.includes(', all, ')) all += cell.get(TOTAL) ?? 0
    else grades += cell.get(TOTAL) ?? 0
  if (grades === all) return []
  const message = `Over all dates the headcounts of the grades sum to ${grades}, the totals of the groups to ${all}: some people are counted in two grades.`
  return [{ rule: 'ethnicity-people-in-two-grades', severity: 'note', message, place: file }]
}

function checkDates(rows: readonly EthnicityRow[], file: string): readonly Finding[] {
  const months = [...new Set(rows.map(({ month }) => month))].sort()
  const gaps = new Set(
    months.slice(1).map((month, index) => numberOf(month) - numberOf(months[index] ?? month)),
  )
  if (gaps.size <= 1) return []
  const message = `The ${months.length} dates are ${[...gaps].sort((a, b) => a - b).join(' or ')} months apart: don't sum or average them by year.`
  return [{ rule: 'ethnicity-dates-uneven', severity: 'note', message, place: file }]
}

const numberOf = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5))
