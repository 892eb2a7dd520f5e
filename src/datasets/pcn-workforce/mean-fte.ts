import type { AreaFinder } from '../area-names.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { NETWORK_COLUMNS } from './kind.ts'
import { NETWORK_GROUPS, networkGroup } from './staff-group.ts'

/** Mean FTE of a post in one network, staff group and year. */
export interface NetworkMean {
  readonly year: number
  readonly area: string
  readonly network: string
  readonly staffGroup: string
  readonly fte: number
}

/**
 * Reads the panel of networks. A network that lies in two places may have two rows a year.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`
 */
export const parseNetworkMeans = (file: PublishedFile, areas: AreaFinder): readonly NetworkMean[] =>
  readRawCsv(file, NETWORK_COLUMNS).rows.map((row) => ({
    year: row.numeric('Year', { min: 2019, max: 2100 }),
    area: areas.byName(row.text('ICB_NAME')) ?? row.refuse('ICB_NAME', 'the name of one of the areas'),
    network: row.text('PCN_CODE'),
    staffGroup: networkGroup(row),
    fte: row.numeric('FTE', { min: -10, max: 1000 }),
  }))

/** Mean over the networks of an area of the mean FTE of a post. */
export function meanFteTable(means: readonly NetworkMean[]): TidyTable {
  const cells = new Map<
    string,
    { year: number; area: string; group: string; networks: Set<string>; sum: number; rows: number }
  >()
  for (const { year, area, network, staffGroup, fte } of means) {
    const key = `${year},${area},${NETWORK_GROUPS.indexOf(staffGroup)}`
    const cell = cells.get(key) ?? {
      year,
      area,
      group: staffGroup,
      networks: new Set<string>(),
      sum: 0,
      rows: 0,
    }
    cell.networks.add(network)
    cell.sum += fte
    cell.rows++
    cells.set(key, cell)
  }
  return {
    file: 'mean-fte.csv',
    title: 'Primary care networks: mean full-time equivalent of a post by area and staff group',
    definition:
      'How full-time a post in a primary care network is, averaged over the posts of each network in the year and then over ' +
      'the networks of an area. It is a mean, not a number of staff: it must not be summed.',
    editionColumns: ['year'],
    columns: [
      { name: 'year', type: 'integer', description: 'Financial year, named by the year it ends in' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      { name: 'staff_group', type: 'text', description: `One of ${NETWORK_GROUPS.join(', ')}` },
      { name: 'networks', type: 'integer', description: 'Networks with a post in the group' },
      { name: 'mean_fte', type: 'number', unit: 'FTE per post', description: 'Mean FTE of a post' },
    ],
    rows: [...cells]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { year, area, group, networks, sum, rows }]) => [
        year,
        area,
        group,
        networks.size,
        roundTo(sum / rows, 5),
      ]),
  }
}
