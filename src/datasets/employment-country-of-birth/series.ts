import type { Finding } from '../../domain/finding.ts'
import { refuseSamePeriod } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { employmentRelease } from './kind.ts'
import { parseRelease, type Release } from './parse.ts'
import { employmentTable } from './tables.ts'

/** How far people born in and out of the United Kingdom may be from all, as a share: some don't say where. */
const FAR = 0.005

/** Employed people by country of birth. */
export const employmentCountryOfBirth: Series = {
  code: 'employment-country-of-birth',
  title: 'Employment by country of birth (EMP06)',
  publisher: 'Office for National Statistics',
  licence: OGL,
  attribution:
    'Office for National Statistics, Labour Force Survey, table EMP06. Contains public sector information licensed under the Open Government Licence v3.0.',
  address:
    'https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/employmentandemployeetypes/datasets/employmentbycountryofbirthandnationalityemp06',
  notes: [
    'Releases differ for the same quarter: the survey was weighted anew in 2020 and 2021. A comparison over time takes its figures from one release.',
    'The heading of the published table says thousands; its cells hold people. Small groups are suppressed.',
    'The tables by nationality of the same publication are not read.',
  ],
  starts: [employmentRelease],
  companions: [],
  harmonise(files) {
    const sources = filesOf(files, employmentRelease).map((file) => ({ file, release: parseRelease(file) }))
    refuseSamePeriod(
      sources.map(({ file, release }) => ({ name: file.name, periods: new Set([release.vintage]) })),
    )
    return {
      editions: sources.map(({ file, release: { vintage, quarters } }) => ({
        edition: vintage,
        period: `${quarters[0]} to ${quarters.at(-1)}`,
        file: file.name,
        sha256: file.sha256,
        rows: quarters.length,
      })),
      tables: [employmentTable(sources.map(({ release }) => release))],
      findings: sources.flatMap(({ release }) => checkRelease(release)),
    }
  },
}

function checkRelease({ vintage, quarters, rows }: Release): readonly Finding[] {
  const people = new Map(rows.map((row) => [`${row.quarter},${row.birth}`, row.people]))
  return quarters.flatMap((quarter): Finding[] => {
    const of = (birth: string): number => people.get(`${quarter},${birth}`) ?? 0
    const sum = of('united-kingdom') + of('not-united-kingdom')
    if (Math.abs(sum - of('all')) <= FAR * of('all')) return []
    return [
      {
        rule: 'countries-add-up',
        severity: 'warning',
        message: `People born in and out of the United Kingdom add up to ${Math.round(sum)}, all are ${Math.round(of('all'))}.`,
        place: `employment.csv, ${vintage}, ${quarter}`,
      },
    ]
  })
}
