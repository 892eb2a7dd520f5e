import type { InputFiles } from '../domain/input-files.ts'
import { readTable } from '../tables/table.ts'
import { incomplete } from './statistics-tables.ts'

const ABSENCE = 'statistics/nhs-sickness/absence.csv'
const RATES = 'statistics/nhs-sickness/region-rates.csv'
const MONTHS_A_YEAR = 12

/**
 * Share of FTE days lost to sickness over a year, by area: days lost over days available in the latest
 * twelve months that are there. Where months of the year are missing, the rate is carried to a whole year
 * by England's published monthly rates: the mean over complete years of the year's rate over that of the
 * same months.
 * @throws HeadroomError where an area has no days available, or no complete year of rates is published
 */
export function readSickness(files: InputFiles, areas: readonly string[]): Map<string, number> {
  const { rows } = readTable(files, ABSENCE, ['month', 'area', 'fte_days_lost', 'fte_days_available'])
  const newest = [...new Set(rows.map((row) => row.text('month')))].sort().at(-1) ?? ''
  const months = new Set(
    rows.map((row) => row.text('month')).filter((month) => monthsBetween(month, newest) < MONTHS_A_YEAR),
  )
  const season = seasonOf(files, [...months].map(calendarMonth))
  return new Map(
    areas.map((area) => {
      const own = rows.filter((row) => row.text('area') === area && months.has(row.text('month')))
      const available = own.reduce((sum, row) => sum + row.numeric('fte_days_available', { min: 0 }), 0)
      const lost = own.reduce((sum, row) => sum + row.numeric('fte_days_lost', { min: 0 }), 0)
      if (available === 0) throw incomplete(ABSENCE, `area ${area} in ${[...months].sort().join(', ')}`)
      return [area, (lost / available) * season]
    }),
  )
}

/** A year's sickness over that of some of its months, from England's monthly rates. */
function seasonOf(files: InputFiles, months: readonly number[]): number {
  if (new Set(months).size === MONTHS_A_YEAR) return 1
  const years = new Map<number, Map<number, number>>()
  for (const row of readTable(files, RATES, ['released', 'month', 'region', 'rate_percent']).rows) {
    if (row.text('region') !== 'England') continue
    const month = row.text('month')
    const year = financialYear(month)
    const rates = years.get(year) ?? new Map<number, number>()
    rates.set(calendarMonth(month), row.numeric('rate_percent', { min: 0 }))
    years.set(year, rates)
  }
  const ratios = [...years.values()]
    .filter((rates) => rates.size === MONTHS_A_YEAR)
    .map((rates) => mean([...rates.values()]) / mean(months.map((month) => rates.get(month)!)))
  if (ratios.length === 0) throw incomplete(RATES, 'a complete year of England’s monthly rates')
  return mean(ratios)
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const calendarMonth = (month: string): number => Number(month.slice(5, 7))
/** Year in which the financial year of a month begins: April to March. */
const financialYear = (month: string): number =>
  Number(month.slice(0, 4)) - (calendarMonth(month) < 4 ? 1 : 0)

function monthsBetween(earlier: string, later: string): number {
  const count = (month: string): number => Number(month.slice(0, 4)) * MONTHS_A_YEAR + calendarMonth(month)
  return count(later) - count(earlier)
}
