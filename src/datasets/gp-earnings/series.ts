import { refuseSamePeriod } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { gpEarningsFile } from './kind.ts'
import { parseGpEarnings } from './parse.ts'
import { earningsTable } from './tables.ts'

/** Earnings and expenses of general practitioners. */
export const gpEarnings: Series = {
  code: 'gp-earnings',
  title: 'GP earnings and expenses estimates',
  publisher: 'NHS England (NHS Digital)',
  licence: OGL,
  attribution:
    'NHS England and NHS Digital, GP Earnings and Expenses Estimates. Contains public sector information licensed under the Open Government Licence v3.0.',
  address:
    'https://digital.nhs.uk/data-and-information/publications/statistical/gp-earnings-and-expenses-estimates',
  notes: [
    'The edition of 2018 repeats figures of England with different values under the same labels: it is split by working hours but lacks their column. Such figures are left out; those by contract (GMS, PMS) are not concerned.',
    'Types of practice, distributions and details of expenses, which the files hold too, are not read.',
    'Earnings of a head, not of a full-time equivalent.',
  ],
  starts: [gpEarningsFile],
  companions: [],
  harmonise(files) {
    const sources = filesOf(files, gpEarningsFile).map((file) => ({ file, earnings: parseGpEarnings(file) }))
    refuseSamePeriod(
      sources.map(({ file, earnings }) => ({ name: file.name, periods: new Set([String(earnings.year)]) })),
    )
    return {
      editions: sources.map(({ file, earnings: { year, rows } }) => ({
        edition: String(year),
        period: `${year - 1}/${String(year).slice(2)}`,
        file: file.name,
        sha256: file.sha256,
        rows,
      })),
      tables: [earningsTable(sources.map(({ earnings }) => earnings))],
      findings: sources.flatMap(({ file, earnings: { ambiguous } }) =>
        ambiguous === 0
          ? []
          : [
              {
                rule: 'figures-told-apart',
                severity: 'warning' as const,
                message: `${ambiguous} figures come more than once with different values and were left out.`,
                place: file.name,
              },
            ],
      ),
    }
  },
}
