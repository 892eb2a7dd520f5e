import type { Finding } from '../../domain/finding.ts'
import type { Expectancy } from './parse.ts'

/** Ages at which more years are left than a year younger. */
export function checkExpectancies(rows: readonly Expectancy[], file: string): readonly Finding[] {
  const at = new Map(rows.map((row) => [`${row.year},${row.sex},${row.age}`, row.years]))
  return rows.flatMap(({ year, sex, age, years }): Finding[] => {
    const before = at.get(`${year},${sex},${age - 1}`)
    if (before === undefined || years <= before) return []
    return [
      {
        rule: 'expectancy-falls-with-age',
        severity: 'warning',
        message: `${years} years are left at ${age}, ${before} at ${age - 1}.`,
        place: `${file}, ${year}, ${sex}`,
      },
    ]
  })
}
