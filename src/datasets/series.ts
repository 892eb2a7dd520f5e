import type { Finding } from '../domain/finding.ts'
import type { AreaFinder } from './area-names.ts'
import type { Correction } from './corrections/read-corrections.ts'
import type { CouncilFinder } from './council-names.ts'
import type { FileKind } from './file-kind.ts'
import type { FlagRule } from './geography/area-flag-rules.ts'
import type { OutlineBorder } from './geography/coast.ts'
import type { DistrictArea } from './geography/district-areas.ts'
import type { DistrictSuccessor } from './geography/district-successors.ts'
import type { TrustArea } from './nhs-ae-activity/trust-areas.ts'
import type { OrganisationSuccessor } from './organisation-successors.ts'
import type { CcgSuccessor } from './population-projection/ccg-successors.ts'
import type { PublishedColumns } from './published-columns.ts'
import type { PublishedFile } from './published-file.ts'
import type { FinanceKeys } from './social-care-activity/finance-keys.ts'
import type { CouncilArea } from './social-care-turnover/council-areas.ts'
import type { CouncilSuccessor } from './social-care-turnover/council-successors.ts'
import type { CountyDistrict } from './social-care-vacancy/county-districts.ts'
import type { TidyTable } from './tidy-table.ts'

/** What an importer knows of a staff group: the publisher's label and the series it is published in. */
export interface StaffGroupLabel {
  readonly code: string
  readonly series: string
  readonly publishedLabel: string
}

/** The code lists that importers need besides the published files. */
export interface ImportContext {
  readonly areas: AreaFinder
  readonly staffGroups: readonly StaffGroupLabel[]
  /** What is known to be wrong in published files. */
  readonly corrections: readonly Correction[]
  /** Columns that text files have been published with. */
  readonly publishedColumns: PublishedColumns
  readonly ccgSuccessors: readonly CcgSuccessor[]
  readonly organisationSuccessors: readonly OrganisationSuccessor[]
  readonly councilSuccessors: readonly CouncilSuccessor[]
  readonly countyDistricts: readonly CountyDistrict[]
  readonly districtSuccessors: readonly DistrictSuccessor[]
  /** Where an edge that no other area shares is not coast. */
  readonly outlineBorders: readonly OutlineBorder[]
  readonly flagRules: readonly FlagRule[]
  readonly councils: CouncilFinder
  readonly financeKeys: FinanceKeys
  /** Where the residents of each council live, from the last import of the look-ups; none before it. */
  readonly councilAreas: readonly CouncilArea[]
  /** Where the patients of each trust live, from the last import of the look-up; none before it. */
  readonly trustAreas: readonly TrustArea[]
  /** Where districts lie, from the last import of the look-ups; none before it. */
  readonly districtAreas: readonly DistrictArea[]
}

/** The files of an import by the code of their kind, each kind in the order of the files' names. */
export type FilesByKind = ReadonlyMap<string, readonly PublishedFile[]>

/** One published edition that went into the tables. */
export interface Edition {
  /** Name of the edition, as the publisher dates it. */
  readonly edition: string
  /** Period the figures are for, for example `2025-09/2025-10`. */
  readonly period: string
  readonly file: string
  readonly sha256: string
  /** Rows of data in the file that were read. */
  readonly rows: number
}

/** What an import of one series yields: tables to write and what the checks found. */
export interface Harmonised {
  readonly editions: readonly Edition[]
  readonly tables: readonly TidyTable[]
  readonly findings: readonly Finding[]
}

/** A published series: how its files become the tables of one folder of `data/statistics/`. */
export interface Series {
  readonly code: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly attribution: string
  /** The publisher's page, or null where none is firmly known. */
  readonly address: string | null
  readonly notes: readonly string[]
  /** Kinds that make an import of this series: any one of them starts it. */
  readonly starts: readonly FileKind[]
  /** Kinds that go with them: which of the first need which, `harmonise` knows. */
  readonly companions: readonly FileKind[]
  /**
   * Turns the files into the series' tables.
   * @throws HeadroomError any of the `edition-…` codes
   */
  harmonise(files: FilesByKind, context: ImportContext): Harmonised
}

/** The Open Government Licence, under which nearly all of the figures are published. */
export const OGL = 'Open Government Licence v3.0'

/** Files of a kind, none where the import has none. */
export const filesOf = (files: FilesByKind, kind: FileKind): readonly PublishedFile[] =>
  files.get(kind.code) ?? []
