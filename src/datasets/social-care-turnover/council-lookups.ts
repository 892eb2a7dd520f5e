import { HeadroomError } from '../../errors/headroom-error.ts'
import { onlyFile } from '../editions.ts'
import { type Edition, type FilesByKind, filesOf, type ImportContext } from '../series.ts'
import { type CouncilArea, joinLookups } from './council-areas.ts'
import { boardDistricts, districtCouncils, districtSuccessors } from './kind.ts'

const LOOKUPS = [boardDistricts, districtSuccessors, districtCouncils]

/** Where the residents of each council live, with the files that say so. */
export interface CouncilLookups {
  readonly weights: readonly CouncilArea[]
  readonly editions: readonly Edition[]
}

/**
 * Joins the three look-ups of an import, or null where it has none of them.
 * @throws HeadroomError `edition-companion` where it has some of them, or what is wrong in one
 */
export function readLookups(files: FilesByKind, { areas }: ImportContext): CouncilLookups | null {
  const given = LOOKUPS.map((kind) => onlyFile(filesOf(files, kind), kind))
  const [boards, districts, councils] = given
  if (!boards && !districts && !councils) return null
  if (!boards || !districts || !councils)
    throw new HeadroomError('edition-companion', {
      given: given.flatMap((file) => (file ? [file.name] : [])).join(', '),
      missing: LOOKUPS.flatMap(({ title }, index) => (given[index] ? [] : [title])).join(', and '),
    })
  const editions = [boards, districts, councils].map(({ name, sha256 }, index) => ({
    edition: `look-up ${LOOKUPS[index]?.code}`,
    period: '2023',
    file: name,
    sha256,
    rows: 0,
  }))
  return { weights: joinLookups(boards, districts, councils, areas), editions }
}

/**
 * The weights of councils in areas: from the look-ups of this import, otherwise from the last that had them.
 * @param given names of the files that need the weights, for the message
 * @throws HeadroomError `edition-companion` where there never were any
 */
export function councilWeights(
  files: FilesByKind,
  context: ImportContext,
  given: readonly string[],
): readonly CouncilArea[] {
  const weights = readLookups(files, context)?.weights ?? context.councilAreas
  if (weights.length > 0) return weights
  throw new HeadroomError('edition-companion', {
    given: given.join(', '),
    missing: LOOKUPS.map(({ title }) => title).join(', and '),
  })
}
