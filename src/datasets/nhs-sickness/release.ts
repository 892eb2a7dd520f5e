import type { PublishedFile } from '../published-file.ts'
import { rateSheet } from './kind-regions.ts'
import { type GroupRate, parseGroupRates } from './parse-groups.ts'
import { type OrganisationRates, parseOrganisationRates } from './parse-organisations.ts'
import { type ColumnRates, parseColumnRates, parseRegionRates, releaseDate } from './parse-regions.ts'

/** The tables of one released workbook; those it doesn't have are null. */
export interface Release {
  readonly file: PublishedFile
  /** Date of publication. */
  readonly released: string
  readonly regions: ColumnRates
  readonly groups: readonly GroupRate[] | null
  readonly types: ColumnRates | null
  readonly organisations: readonly OrganisationRates[] | null
}

/**
 * Reads a released workbook.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseRelease(file: PublishedFile): Release {
  const groups = rateSheet(file, 'staffGroup')
  const types = rateSheet(file, 'organisationType')
  const organisations = rateSheet(file, 'organisation')
  return {
    file,
    released: releaseDate(file),
    regions: parseRegionRates(file),
    groups: groups ? parseGroupRates(file, groups) : null,
    types: types ? parseColumnRates(file, types) : null,
    organisations: organisations ? parseOrganisationRates(file, organisations) : null,
  }
}
