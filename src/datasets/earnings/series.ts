import type { Finding } from '../../domain/finding.ts'
import { refuseSamePeriod } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { councilWeights } from '../social-care-turnover/council-lookups.ts'
import { boardDistricts, districtCouncils, districtSuccessors } from '../social-care-turnover/kind.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import type { TidyTable } from '../tidy-table.ts'
import { annualPay } from './kind.ts'
import { type Pay, parsePay } from './parse.ts'
import { areaTable, councilTable } from './tables.ts'

/** Annual pay of all employees by where they live. */
export const earnings: Series = {
  code: 'earnings',
  title: 'Annual survey of hours and earnings: annual pay by residence',
  publisher: 'Office for National Statistics',
  licence: OGL,
  attribution:
    'Office for National Statistics, Annual Survey of Hours and Earnings, table 8.7a. Contains public sector information licensed under the Open Government Licence v3.0.',
  address:
    'https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/earningsandworkinghours/datasets/placeofresidencebylocalauthorityashetable8',
  notes: [
    'Pay of all employees, not of health and care staff: what else there is to earn in an area.',
    'A figure whose coefficient of variation is above 20 % is suppressed (marked x). Numbers of jobs are a rough guide only.',
    'Provisional and revised figures of a year are editions of their own.',
  ],
  starts: [annualPay],
  companions: [boardDistricts, districtSuccessors, districtCouncils],
  harmonise(files, context) {
    const sources = filesOf(files, annualPay).map((file) => ({ file, pay: parsePay(file) }))
    if (sources.length === 0) return { editions: [], tables: [], findings: [] }
    refuseSamePeriod(sources.map(({ file, pay }) => ({ name: file.name, periods: new Set([pay.edition]) })))
    const weights = councilWeights(
      files,
      context,
      sources.map(({ file }) => file.name),
    )
    const { councilSuccessors } = context
    const known = new Set([
      ...weights.map(({ council }) => council),
      ...councilSuccessors.map(({ code }) => code),
      ENGLAND_ONS,
    ])
    return {
      editions: sources.map(({ file, pay }) => ({
        edition: pay.edition,
        period: pay.year,
        file: file.name,
        sha256: file.sha256,
        rows: pay.rows.length,
      })),
      tables: joinTables([
        ...sources.map(({ pay }) => councilTable(pay)),
        ...sources.map(({ pay }) => areaTable(pay, weights, councilSuccessors)),
      ]),
      findings: sources.flatMap(({ file, pay }) => checkPay(pay, known, file.name)),
    }
  },
}

/** Several editions of a table in one, in order of their names. */
function joinTables(tables: readonly TidyTable[]): readonly TidyTable[] {
  const joined = new Map<string, TidyTable>()
  for (const table of tables) {
    const before = joined.get(table.file)
    joined.set(table.file, before ? { ...before, rows: [...before.rows, ...table.rows] } : table)
  }
  return [...joined.values()]
}

function checkPay({ edition, rows }: Pay, known: ReadonlySet<string>, file: string): readonly Finding[] {
  const lost = [...new Set(rows.map(({ council }) => council))].filter((council) => !known.has(council))
  const findings: Finding[] = lost.map((council) => ({
    rule: 'council-unmatched',
    severity: 'warning',
    message: `${council} is in no area and counts in none.`,
    place: file,
  }))
  for (const employees of [...new Set(rows.map((row) => row.employees))]) {
    const without = rows.filter((row) => row.employees === employees && row.missing !== null)
    if (without.length > 0)
      findings.push({
        rule: 'pay-suppressed',
        severity: 'note',
        message: `The median is missing in ${without.map(({ council }) => council).join(', ')}.`,
        place: `council-pay.csv, ${edition}, ${employees}`,
      })
  }
  return findings
}
