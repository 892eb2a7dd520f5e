import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { refuseNewAreas } from '../refuse-new.ts'
import { INDIVIDUAL_COLUMNS } from './kind.ts'
import { networkGroup } from './staff-group.ts'

/** One post: a person may have several, and contracted services name no person. */
export interface NetworkPost {
  /** Month of the census, for example `2021-12`. */
  readonly census: string
  readonly area: string
  readonly staffGroup: string
  readonly role: string
  readonly detailedRole: string
  /** May be a little below 0: the publisher's corrections of contracted hours. */
  readonly fte: number
  /** The publisher's number of the person, drawn anew at each census; null for contracted services. */
  readonly person: string | null
}

/**
 * Reads the posts of one census.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-areas`, `edition-cell`, `edition-incomplete`
 */
export function parsePosts(file: PublishedFile, areas: AreaFinder): readonly NetworkPost[] {
  const table = readRawCsv(file, INDIVIDUAL_COLUMNS)
  refuseNewAreas(table, 'ICB_CODE', 'ICB_NAME', areas)
  const posts = table.rows.map((row): NetworkPost => {
    const year = row.numeric('CENSUS_YEAR', { min: 2019, max: 2100 })
    const month = row.numeric('CENSUS_MONTH', { min: 1, max: 12 })
    const person = row.optional('UNIQUE_IDENTIFIER')
    return {
      census: `${year}-${String(month).padStart(2, '0')}`,
      area: areas.byCode(row.text('ICB_CODE')) ?? row.refuse('ICB_CODE', 'the code of one of the areas'),
      staffGroup: networkGroup(row),
      role: row.text('STAFF_ROLE'),
      detailedRole: row.text('DETAILED_STAFF_ROLE').replaceAll('–', '-'),
      fte: row.numeric('FTE', { min: -10, max: 1000 }),
      person: person === 'NULL' ? null : person,
    }
  })
  const censuses = [...new Set(posts.map(({ census }) => census))]
  if (censuses.length === 1) return posts
  throw new HeadroomError('edition-incomplete', {
    file: file.name,
    missing: censuses.length === 0 ? 'any post' : `one census alone (it has ${censuses.join(', ')})`,
  })
}
