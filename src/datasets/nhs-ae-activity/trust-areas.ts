import { HeadroomError } from '../../errors/headroom-error.ts'
import { parseTable } from '../../tables/table.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { refuseNewAreas } from '../refuse-new.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { TRUST_AREA_COLUMNS } from './kind.ts'

/** The share of a trust's patients who live in an area. */
export interface TrustArea {
  readonly trust: string
  readonly area: string
  /** 0 to 1; the shares of a trust sum to 1. */
  readonly share: number
}

const COLUMNS = ['trust', 'area', 'share']
/** Where the shares of the last import of the look-up are, below `data/`. */
export const TRUST_AREAS_FILE = 'statistics/nhs-ae-activity/trust-areas.csv'
/** How far the shares of a trust may be from 1 in sum, for rounding. */
const SHARE_TOLERANCE = 1e-6

/** Reads the shares back from their table; see `readTable` for errors. */
export const parseTrustAreas = (text: string): readonly TrustArea[] =>
  parseTable(text, `data/${TRUST_AREAS_FILE}`, COLUMNS).rows.map((row) => ({
    trust: row.text('trust'),
    area: row.text('area'),
    share: row.numeric('share', { min: 0, max: 1 }),
  }))

/**
 * Reads the published look-up.
 * @throws HeadroomError `edition-columns`, `edition-areas`, `edition-cell`, `edition-duplicate`, `edition-incomplete`, `edition-total`
 */
export function readTrustAreas(file: PublishedFile, areas: AreaFinder): readonly TrustArea[] {
  const refuseRepeat = createRepeatCheck()
  const [trustColumn, areaColumn, shareColumn] = TRUST_AREA_COLUMNS
  const table = readRawCsv(file, TRUST_AREA_COLUMNS)
  refuseNewAreas(table, areaColumn, '', areas)
  const shares = table.rows.map((row): TrustArea => {
    const trust = row.text(trustColumn)
    const area =
      areas.byOns(row.text(areaColumn), '') ?? row.refuse(areaColumn, 'the ONS code of one of the areas')
    refuseRepeat(row, `${trust}, ${area}`)
    return { trust, area, share: row.numeric(shareColumn, { min: 0, max: 1 }) }
  })
  refuseAbsentAreas(file.name, new Set(shares.map(({ area }) => area)), areas, 'the trusts')
  const sums = new Map<string, number>()
  for (const { trust, share } of shares) sums.set(trust, (sums.get(trust) ?? 0) + share)
  for (const [trust, sum] of sums)
    if (Math.abs(sum - 1) > SHARE_TOLERANCE)
      throw new HeadroomError('edition-total', {
        file: file.name,
        what: `the shares of trust ${trust}`,
        expected: '1',
        found: sum.toFixed(6),
      })
  return shares
}

/** The shares as a table, which later imports of activity use. */
export const trustAreaTable = (shares: readonly TrustArea[]): TidyTable => ({
  file: 'trust-areas.csv',
  title: 'NHS trusts and the integrated care boards their patients live in',
  definition:
    'Share of the patients of a trust (of 2022) who live in each integrated care board, from the catchments of the Office for ' +
    'Health Improvement and Disparities. Shares of a trust sum to 1.',
  editionColumns: [],
  columns: [
    { name: 'trust', type: 'text', description: 'Code of the trust' },
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    { name: 'share', type: 'number', unit: 'share', description: 'Share of the trust’s patients' },
  ],
  rows: [...shares]
    .sort((a, b) => (`${a.trust},${a.area}` < `${b.trust},${b.area}` ? -1 : 1))
    .map(({ trust, area, share }) => [trust, area, roundTo(share, 9)]),
})
