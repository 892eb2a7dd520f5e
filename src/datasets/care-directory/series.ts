import type { Finding } from '../../domain/finding.ts'
import { onlyFile } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { councilWeights } from '../social-care-turnover/council-lookups.ts'
import { boardDistricts, districtCouncils, districtSuccessors } from '../social-care-turnover/kind.ts'
import { type CouncilShares, createCouncilShares } from '../social-care-turnover/share-councils.ts'
import { careDirectoryFile } from './kind.ts'
import { type Directory, parseDirectory } from './parse.ts'
import { areaTable, councilTable, domainTable, editionOf } from './tables.ts'

/** Places where care is given, with their ratings. */
export const careDirectory: Series = {
  code: 'care-directory',
  title: 'Care directory with ratings',
  publisher: 'Care Quality Commission',
  licence: OGL,
  attribution:
    'Care Quality Commission, care directory with ratings. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://www.cqc.org.uk/about-us/transparency/using-cqc-data',
  notes: [
    'The file that was imported holds one county, Lincolnshire: it shows what the directory gives, not England.',
    'It has no column of beds. A file of the directory that has one gives beds as well.',
    'Names and addresses of locations and providers are not kept.',
  ],
  starts: [careDirectoryFile],
  companions: [boardDistricts, districtSuccessors, districtCouncils],
  harmonise(files, context) {
    const file = onlyFile(filesOf(files, careDirectoryFile), careDirectoryFile)
    if (!file) return { editions: [], tables: [], findings: [] }
    const directory = parseDirectory(file, context.councils)
    const weights = councilWeights(files, context, [file.name])
    const shares = createCouncilShares(weights, context.councilSuccessors)
    const edition = editionOf(directory)
    return {
      editions: [
        { edition, period: directory.latest, file: file.name, sha256: file.sha256, rows: directory.fileRows },
      ],
      tables: [areaTable(directory, shares), councilTable(directory), domainTable(directory)],
      findings: checkDirectory(
        directory,
        shares,
        new Set(weights.map(({ council }) => council)).size,
        file.name,
      ),
    }
  },
}

/** Councils that are none, what the file covers, and ratings that are old, undated or absent. */
function checkDirectory(
  { locations, inherited, undated, hasBeds, fileRows }: Directory,
  shares: CouncilShares,
  councils: number,
  place: string,
): readonly Finding[] {
  const findings: Finding[] = []
  const add = (rule: string, severity: Finding['severity'], message: string): void => {
    findings.push({ rule, severity, message, place })
  }
  const lost = new Map<string, number>()
  for (const { council, councilName } of locations)
    if (council === null || !shares.knows(council)) lost.set(councilName, (lost.get(councilName) ?? 0) + 1)
  for (const [name, count] of [...lost].sort())
    add('council-unmatched', 'warning', `${name} is in no area: ${count} locations count in none.`)
  const present = new Set(locations.flatMap(({ council }) => (council === null ? [] : [council])))
  if (present.size < councils)
    add('directory-coverage', 'note', `The file holds ${present.size} of ${councils} councils.`)
  const unrated = locations.filter(({ ratings }) => !ratings.has('overall')).length
  if (unrated > 0)
    add(
      'location-unrated',
      'warning',
      `${unrated} locations have no row for the whole of them; they count as unrated.`,
    )
  if (undated > 0)
    add('rating-undated', 'note', `${undated} of ${fileRows} ratings have no day of publication.`)
  if (inherited > 0)
    add(
      'rating-inherited',
      'note',
      `${inherited} of ${fileRows} ratings are those of an earlier registration.`,
    )
  if (!hasBeds) add('beds-missing', 'note', 'The file has no column of beds.')
  return findings
}
