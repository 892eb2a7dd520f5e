import type { CouncilShares } from '../social-care-turnover/share-councils.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import { type Directory, DOMAINS, type Location, RATING_CODES } from './parse.ts'

const DEFINITION =
  'Locations that the Care Quality Commission regulates, by what is done there, with their latest ratings. A location ' +
  'counts once, however many services it has. Only counts are kept.'
const EDITION: TidyColumn = {
  name: 'edition',
  type: 'text',
  description: 'Month of the latest rating in the file, which has no date of its own',
}
const COUNCIL: TidyColumn = { name: 'council', type: 'text', description: 'ONS code of the council' }
const SERVICE: TidyColumn = {
  name: 'service',
  type: 'text',
  description: 'care-home, or the publisher’s primary inspection category',
}
const LOCATIONS: TidyColumn = {
  name: 'locations',
  type: 'number',
  unit: 'locations',
  description: 'Locations',
}
const BEDS: TidyColumn = {
  name: 'beds',
  type: 'number',
  unit: 'beds',
  description: 'Beds of care homes; empty where missing',
}
const RATINGS: readonly TidyColumn[] = RATING_CODES.map((rating) => ({
  name: rating.replaceAll('-', '_'),
  type: 'number',
  unit: 'locations',
  description:
    rating === 'unrated' ? 'Locations without a rating' : `Locations rated ${rating.replaceAll('-', ' ')}`,
}))

type Group = { readonly key: readonly string[]; readonly locations: readonly Location[] }

/** Locations by council and service. */
export const councilTable = (directory: Directory): TidyTable => ({
  file: 'council-locations.csv',
  title: 'Care locations by council and service',
  definition: DEFINITION,
  editionColumns: ['edition'],
  columns: [EDITION, COUNCIL, SERVICE, LOCATIONS, BEDS, ...RATINGS],
  rows: groupBy(directory, ({ council, service }) => [council ?? '', service]).map(({ key, locations }) => [
    editionOf(directory),
    ...key,
    locations.length,
    bedsOf(locations),
    ...ratingsOf(locations, 'overall'),
  ]),
})

/** Ratings of each domain by council and service. */
export const domainTable = (directory: Directory): TidyTable => ({
  file: 'council-ratings.csv',
  title: 'Ratings of care locations by council, service and domain',
  definition: `${DEFINITION} Domains are the questions that the commission asks.`,
  editionColumns: ['edition'],
  columns: [
    EDITION,
    COUNCIL,
    SERVICE,
    { name: 'domain', type: 'text', description: `One of ${DOMAINS.join(', ')}` },
    ...RATINGS,
  ],
  rows: groupBy(directory, ({ council, service }) => [council ?? '', service]).flatMap(({ key, locations }) =>
    DOMAINS.map((domain) => [editionOf(directory), ...key, domain, ...ratingsOf(locations, domain)]),
  ),
})

/** Locations by area and service. */
export function areaTable(directory: Directory, shares: CouncilShares): TidyTable {
  const rows = groupBy(directory, ({ service }) => [service]).flatMap(({ key, locations }) => {
    const share = (value: (own: readonly Location[]) => number) =>
      shares.share(
        groupBy({ ...directory, locations }, ({ council }) => [council ?? '']).map((group) => ({
          council: group.key[0] ?? '',
          value: value(group.locations),
        })),
      )
    const beds = share((own) => Number(bedsOf(own)))
    const ratings = RATING_CODES.map((_, index) => share((own) => ratingsOf(own, 'overall')[index] ?? 0))
    return share((own) => own.length).map(({ area, value, coverage }, place) => [
      editionOf(directory),
      area,
      ...key,
      roundTo(value, 2),
      directory.hasBeds ? roundTo(beds[place]?.value ?? 0, 2) : '',
      ...ratings.map((rating) => roundTo(rating[place]?.value ?? 0, 2)),
      roundTo(coverage, 3),
    ])
  })
  return {
    file: 'area-locations.csv',
    title: 'Care locations by area and service',
    definition:
      `${DEFINITION} A council in several areas is split by its small areas in them (council-areas.csv of ` +
      'social-care-turnover).',
    editionColumns: ['edition'],
    columns: [
      EDITION,
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      SERVICE,
      LOCATIONS,
      BEDS,
      ...RATINGS,
      {
        name: 'coverage',
        type: 'number',
        unit: 'share',
        description: 'Share of the area’s small areas whose council has such locations in the file',
      },
    ],
    rows,
  }
}

/** The month of an edition. */
export const editionOf = ({ latest }: Directory): string => latest.slice(0, 7)

function groupBy(
  { locations }: Pick<Directory, 'locations'>,
  keyOf: (location: Location) => readonly string[],
): readonly Group[] {
  const groups = new Map<string, { key: readonly string[]; locations: Location[] }>()
  for (const location of locations) {
    if (location.council === null) continue
    const key = keyOf(location)
    const group = groups.get(key.join()) ?? { key, locations: [] }
    group.locations.push(location)
    groups.set(key.join(), group)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function bedsOf(locations: readonly Location[]): number | '' {
  const given = locations.flatMap(({ beds }) => (beds === null ? [] : [beds]))
  return given.length === 0 ? '' : given.reduce((sum, beds) => sum + beds, 0)
}

const ratingsOf = (locations: readonly Location[], domain: string): readonly number[] =>
  RATING_CODES.map(
    (rating) => locations.filter(({ ratings }) => (ratings.get(domain) ?? 'unrated') === rating).length,
  )
