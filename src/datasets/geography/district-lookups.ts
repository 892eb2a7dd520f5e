import { HeadroomError } from '../../errors/headroom-error.ts'
import { onlyFile } from '../editions.ts'
import { type FilesByKind, filesOf, type ImportContext } from '../series.ts'
import { boardDistricts, districtSuccessors } from '../social-care-turnover/kind.ts'
import { type DistrictArea, joinDistricts } from './district-areas.ts'

/** The weights of the look-ups in an import, or null where it hasn't both of them. */
export function readDistrictAreas(
  files: FilesByKind,
  { areas }: ImportContext,
): readonly DistrictArea[] | null {
  const boards = onlyFile(filesOf(files, boardDistricts), boardDistricts)
  const changes = onlyFile(filesOf(files, districtSuccessors), districtSuccessors)
  return boards && changes ? joinDistricts(boards, changes, areas) : null
}

/**
 * The weights of districts in areas: from the look-ups of this import, otherwise from the last that had them.
 * @param given name of the file that needs the weights, for the message
 * @throws HeadroomError `edition-companion` where there never were any
 */
export function districtWeights(
  files: FilesByKind,
  context: ImportContext,
  given: string,
): readonly DistrictArea[] {
  const weights = readDistrictAreas(files, context) ?? context.districtAreas
  if (weights.length > 0) return weights
  throw new HeadroomError('edition-companion', {
    given,
    missing: [boardDistricts, districtSuccessors].map(({ title }) => title).join(', and '),
  })
}
