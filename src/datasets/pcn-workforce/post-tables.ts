import type { Finding } from '../../domain/finding.ts'
import type { AreaFinder } from '../area-names.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { NetworkPost } from './parse-posts.ts'
import { NETWORK_GROUPS } from './staff-group.ts'

interface Cell {
  readonly key: readonly string[]
  fte: number
  readonly people: Set<string>
}

function sumBy(
  posts: readonly NetworkPost[],
  keyOf: (post: NetworkPost) => readonly string[],
): readonly Cell[] {
  const cells = new Map<string, Cell>()
  for (const post of posts) {
    const key = keyOf(post)
    const cell = cells.get(key.join('\t')) ?? { key, fte: 0, people: new Set<string>() }
    cell.fte += post.fte
    // The number means a person only within one census.
    if (post.person !== null) cell.people.add(`${post.census} ${post.person}`)
    cells.set(key.join('\t'), cell)
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
}

const DECEMBER = /^(\d{4})-12$/

/**
 * Staff by area at the December census of each year, every area and staff group with a row.
 * @param areas codes of the areas
 */
export function staffTable(posts: readonly NetworkPost[], areas: AreaFinder): TidyTable | null {
  const december = posts.filter(({ census }) => DECEMBER.test(census))
  if (december.length === 0) return null
  const sums = new Map(
    sumBy(december, ({ census, area, staffGroup }) => [census.slice(0, 4), area, staffGroup]).map(
      ({ key, fte }) => [key.join(), fte],
    ),
  )
  const years = [...new Set(december.map(({ census }) => census.slice(0, 4)))].sort()
  const groups = NETWORK_GROUPS.filter((group) => december.some(({ staffGroup }) => staffGroup === group))
  return {
    file: 'staff.csv',
    title: 'Primary care network staff by area and staff group',
    definition:
      'Full-time equivalents of posts in primary care networks at 31 December of the year, contracted services included, ' +
      'summed over the networks of an area. 0 where an area has nobody in a group.',
    editionColumns: ['year'],
    columns: [
      { name: 'year', type: 'integer', description: 'Year of the December census' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      { name: 'staff_group', type: 'text', description: `One of ${NETWORK_GROUPS.join(', ')}` },
      { name: 'fte', type: 'number', unit: 'FTE', description: 'Staff in post' },
    ],
    rows: years.flatMap((year) =>
      areas.codes.flatMap((area) =>
        groups.map((group) => [
          Number(year),
          area,
          group,
          roundTo(sums.get([year, area, group].join()) ?? 0, 5),
        ]),
      ),
    ),
  }
}

/** Posts of England by census, group and role. */
export function roleTable(posts: readonly NetworkPost[]): TidyTable {
  const cells = sumBy(posts, ({ census, staffGroup, role, detailedRole }) => [
    census,
    staffGroup,
    role,
    detailedRole,
  ])
  return {
    file: 'roles.csv',
    title: 'Primary care network staff of England by role and census',
    definition:
      'People and full-time equivalents in primary care networks at the end of the census month. A person in two roles ' +
      'counts in both. Contracted services name no people: they count in FTE alone.',
    editionColumns: ['census'],
    columns: [
      { name: 'census', type: 'text', description: 'Month of the census' },
      { name: 'staff_group', type: 'text', description: `One of ${NETWORK_GROUPS.join(', ')}` },
      { name: 'role', type: 'text', description: 'Staff role, as published' },
      { name: 'detailed_role', type: 'text', description: 'Detailed staff role, as published' },
      { name: 'people', type: 'integer', unit: 'people', description: 'People with a number in the file' },
      {
        name: 'fte',
        type: 'number',
        unit: 'FTE',
        description: 'Staff in post, contracted services included',
      },
    ],
    rows: cells.map(({ key, fte, people }) => [...key, people.size, roundTo(fte, 5)]),
  }
}

/** Areas without a post at a census, and posts with an FTE below 0. */
export function checkPosts(
  posts: readonly NetworkPost[],
  areas: AreaFinder,
  file: string,
): readonly Finding[] {
  const present = new Set(posts.map(({ area }) => area))
  const absent = areas.codes.filter((code) => !present.has(code))
  const negative = posts.filter(({ fte }) => fte < 0).length
  const findings: Finding[] = []
  if (absent.length > 0)
    findings.push({
      rule: 'pcn-areas-complete',
      severity: 'note',
      message: `No post in the areas ${absent.join(', ')}.`,
      place: file,
    })
  if (negative > 0)
    findings.push({
      rule: 'pcn-fte-negative',
      severity: 'note',
      message: `${negative} posts have an FTE below 0; they are summed as published.`,
      place: file,
    })
  return findings
}
