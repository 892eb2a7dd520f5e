import type { Finding } from '../../domain/finding.ts'
import { refuseSamePeriod } from '../editions.ts'
import { absentMonths } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import type { Harmonised } from '../series.ts'
import type { TidyTable } from '../tidy-table.ts'
import { parseRegionRates, type RegionRates } from './parse-regions.ts'

/**
 * Rates by region of one or more released workbooks, kept apart by their date of release.
 * @throws HeadroomError see `parseRegionRates`; `edition-twice` for two workbooks of one date
 */
export function harmoniseRegions(files: readonly PublishedFile[]): Harmonised {
  const releases = files
    .map((file) => ({ file, ...parseRegionRates(file) }))
    .sort((a, b) => (a.released < b.released ? -1 : 1))
  refuseSamePeriod(
    releases.map(({ file, released }) => ({
      name: file.name,
      periods: new Set([`the release of ${released}`]),
    })),
  )
  return {
    editions: releases.map(({ file, released, rates }) => {
      const months = rates.map(({ month }) => month).sort()
      const period = `${months[0]}/${months.at(-1)}`
      const { name, sha256 } = file
      return { edition: `released ${released}`, period, file: name, sha256, rows: new Set(months).size }
    }),
    tables: [regionTable(releases)],
    findings: [
      ...releases.flatMap(({ file, ...release }) => checkMonths(release, file.name)),
      ...checkRevisions(releases),
    ],
  }
}

function checkMonths({ rates, empty }: RegionRates, file: string): readonly Finding[] {
  const findings: Finding[] = empty.map((month) => ({
    rule: 'sickness-month-empty',
    severity: 'note',
    message: `${month} has a row but no rates: the workbook is a template that was not filled in.`,
    place: file,
  }))
  for (const month of absentMonths(rates.map((rate) => rate.month)))
    findings.push({
      rule: 'sickness-month-missing',
      severity: 'warning',
      message: `${month} is left out between months that are there.`,
      place: file,
    })
  return findings
}

/** Rates that a later release gives differently from the one before. */
function checkRevisions(releases: readonly RegionRates[]): readonly Finding[] {
  return releases.slice(1).flatMap((later, index): Finding[] => {
    const earlier = releases[index]
    const before = new Map(earlier?.rates.map(({ month, region, rate }) => [`${month} ${region}`, rate]))
    const changed = later.rates.filter(({ month, region, rate }) => {
      const old = before.get(`${month} ${region}`)
      return old !== undefined && old !== rate
    })
    const [first] = changed
    if (!first) return []
    return [
      {
        rule: 'sickness-revised',
        severity: 'note',
        message: `${changed.length} rates differ from those released on ${earlier?.released}, the first for ${first.region} in ${first.month}.`,
        place: `released ${later.released}`,
      },
    ]
  })
}

const regionTable = (releases: readonly RegionRates[]): TidyTable => ({
  file: 'region-rates.csv',
  title: 'NHS sickness absence rates of England and its regions by month',
  definition:
    'Published monthly rate, per cent: FTE days lost to sickness / FTE days available, rounded to two decimals. Releases are ' +
    'kept apart, as later ones revise earlier months; choose one before comparing months. No days are published here, so ' +
    'rates can’t be added or averaged exactly.',
  editionColumns: ['released'],
  columns: [
    { name: 'released', type: 'text', description: 'Day the workbook was published' },
    { name: 'month', type: 'text', description: 'Month' },
    { name: 'region', type: 'text', description: 'NHS England region as published, or England' },
    { name: 'rate_percent', type: 'number', unit: 'per cent', description: 'Sickness absence rate' },
  ],
  rows: releases.flatMap(({ released, rates }) =>
    rates.map(({ month, region, rate }) => [released, month, region, rate]),
  ),
})
