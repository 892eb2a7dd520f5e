import type { FileKind } from '../file-kind.ts'
import { hasTable } from '../raw-any.ts'
import { hasColumns } from '../raw-csv.ts'
import { isJsonWith } from './read-json.ts'

/** A hexagon map of areas, councils or districts. */
export const hexMap: FileKind = {
  code: 'hexjson',
  title: 'a hexagon map (HexJSON) of integrated care boards, councils or districts',
  recognise: (file) => isJsonWith(file, /"hexes"\s*:/),
}

/** Outlines of integrated care boards. */
export const boardOutlines: FileKind = {
  code: 'icb-outlines',
  title: 'the outlines of integrated care boards (GeoJSON)',
  recognise: (file) => isJsonWith(file, /"FeatureCollection"/),
}

/** Columns of the look-up of districts of 2023 and regions. */
export const DISTRICT_REGION_COLUMNS = [
  'ltla23_code',
  'ltla23_name',
  'region23_code',
  'region23_name',
] as const
/** Districts of 2023 and their regions. */
export const districtRegions: FileKind = {
  code: 'ltla23-region23',
  title: 'the look-up from districts to regions of 2023',
  recognise: (file) => hasColumns(file, DISTRICT_REGION_COLUMNS),
}

/** Columns of the look-up of districts and councils of 2022. */
export const DISTRICT_2022_COLUMNS = ['LTLA22CD', 'LTLA22NM', 'UTLA22CD', 'UTLA22NM'] as const
/** Lower- and upper-tier authorities of December 2022. */
export const districtCouncils2022: FileKind = {
  code: 'ltla22-utla22',
  title: 'the ONS look-up from lower-tier to upper-tier local authorities, December 2022',
  recognise: (file) => hasColumns(file, DISTRICT_2022_COLUMNS),
}

/** Columns of the look-up of sub-locations. */
export const SUB_LOCATION_COLUMNS = [
  'sicbl24_code',
  'sicbl24_code_nhs',
  'sicbl24_name',
  'icb24_code',
  'icb24_code_nhs',
  'icb24_name',
] as const
/** Sub-locations of 2024 and their boards. */
export const subLocations: FileKind = {
  code: 'sicbl24-icb24',
  title: 'the look-up from sub-locations to integrated care boards of 2024',
  recognise: (file) => hasColumns(file, SUB_LOCATION_COLUMNS),
}

/** Columns of the look-up of trusts and regions. */
export const TRUST_REGION_COLUMNS = [
  'nhs_trust22_code',
  'nhs_trust22_name',
  'nhs_region21_nhs_code',
  'nhs_region21_ons_code',
  'nhs_region21_name',
  'status',
] as const
/** Trusts of 2022 and their regions. */
export const trustRegions: FileKind = {
  code: 'trusts22-region21',
  title: 'the look-up from NHS trusts of 2022 to NHS regions',
  recognise: (file) => hasColumns(file, TRUST_REGION_COLUMNS),
}

/** Columns of the succession of organisations. */
export const SUCCESSION_COLUMNS = ['old_code', 'new_code', 'date'] as const
/** Organisations and what succeeded them. */
export const succession: FileKind = {
  code: 'organisation-succession',
  title: 'the succession of NHS organisations',
  recognise: (file) => hasColumns(file, SUCCESSION_COLUMNS),
}

/** Columns of the workbook of trusts and systems. */
export const TRUST_SYSTEM_COLUMNS = [
  'Trust_code',
  'Trust_name',
  'Trust_ICS_N',
  'ICS_code1',
  'ICS_code2',
  'Type1_ED_activity',
  'Weighting',
] as const
/** Trusts and the boards their emergency patients live in. */
export const trustSystems: FileKind = {
  code: 'nuffield-trust-ics',
  title: 'the Nuffield Trust’s workbook of trusts and integrated care systems',
  recognise: (file) => hasTable(file, TRUST_SYSTEM_COLUMNS),
}
