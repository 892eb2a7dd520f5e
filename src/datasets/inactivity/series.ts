import { refuseSamePeriod } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { checkRelease } from './check.ts'
import { inactivityRelease } from './kind.ts'
import { parseRelease } from './parse.ts'
import { inactivityTable } from './tables.ts'

/** People who are economically inactive, by reason. */
export const inactivity: Series = {
  code: 'inactivity',
  title: 'Economic inactivity by reason (INAC01)',
  publisher: 'Office for National Statistics',
  licence: OGL,
  attribution:
    'Office for National Statistics, Labour Force Survey, table INAC01. Contains public sector information licensed under the Open Government Licence v3.0.',
  address:
    'https://www.ons.gov.uk/employmentandlabourmarket/peoplenotinwork/economicinactivity/datasets/economicinactivitybyreasonseasonallyadjustedinac01sa',
  notes: [
    'Releases differ for the same quarter: the survey was weighted anew in 2020 and 2021. A comparison over time takes its figures from one release.',
    'The heading of the published table says thousands; its cells hold people.',
  ],
  starts: [inactivityRelease],
  companions: [],
  harmonise(files) {
    const sources = filesOf(files, inactivityRelease).map((file) => ({ file, release: parseRelease(file) }))
    refuseSamePeriod(
      sources.map(({ file, release }) => ({ name: file.name, periods: new Set([release.vintage]) })),
    )
    return {
      editions: sources.map(({ file, release: { vintage, quarters } }) => ({
        edition: vintage,
        period: `${quarters[0]?.quarter} to ${quarters.at(-1)?.quarter}`,
        file: file.name,
        sha256: file.sha256,
        rows: quarters.length,
      })),
      tables: [inactivityTable(sources.map(({ release }) => release))],
      findings: sources.flatMap(({ release }) => checkRelease(release)),
    }
  },
}
