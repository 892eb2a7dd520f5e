import type { Finding } from '../../domain/finding.ts'
import type { RegisterCount } from './parse.ts'

/** Rows that don't say their country, and running totals that aren't the sum of the months since April. */
export function checkFlows(rows: readonly RegisterCount[], file: string): readonly Finding[] {
  const findings: Finding[] = []
  const blank = rows.filter(({ isCountryBlank }) => isCountryBlank)
  for (const { month, profession } of blank)
    findings.push({
      rule: 'country-not-said',
      severity: 'note',
      message: 'The row doesn’t say its country; it was taken for Great Britain, as the others are.',
      place: `${file}, ${profession}, ${month}`,
    })
  let sum = 0
  rows.forEach(({ month, profession, country, people, total }, index) => {
    const before = rows[index - 1]
    const isNew = before?.profession !== profession || before.country !== country
    sum = isNew || month.endsWith('-04') ? people : sum + people
    // A series that starts within the year has a total of months that aren't there.
    if (isNew && !month.endsWith('-04') && total !== null) sum = total
    if (total !== null && total !== sum)
      findings.push({
        rule: 'running-total',
        severity: 'warning',
        message: `The running total is ${total}, the months since April add up to ${sum}. The months are used.`,
        place: `${file}, ${profession}, ${month}`,
      })
  })
  return findings
}

/** Months in which England has more people on the register than Great Britain. */
export function checkStocks(rows: readonly RegisterCount[], file: string): readonly Finding[] {
  return rows.flatMap((row): Finding[] => {
    const whole = rows.find(
      ({ month, profession, country }) =>
        month === row.month && profession === row.profession && country === 'great-britain',
    )
    if (row.country !== 'england' || !whole || row.people <= whole.people) return []
    return [
      {
        rule: 'england-within-great-britain',
        severity: 'warning',
        message: `England has ${row.people}, Great Britain ${whole.people}.`,
        place: `${file}, ${row.profession}, ${row.month}`,
      },
    ]
  })
}
