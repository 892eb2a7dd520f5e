/** An integrated care board area, of a stated vintage: boards merge, so every area carries its dates. */
export interface Area {
  /** NHS (ODS) code, for example `QKK`. */
  readonly code: string
  /** ONS (GSS) code, for example `E54000030`. */
  readonly onsCode: string
  readonly name: string
  /** NHS code of the region it belongs to, for example `Y56`. */
  readonly region: string
  /** ISO date from which the area exists with this code. */
  readonly validFrom: string
  /** Last ISO date of the area, or null while it lasts. */
  readonly validTo: string | null
  /** Place on our own hexagon map: column and row of an odd-r grid, row 0 at the north. */
  readonly hex: { readonly column: number; readonly row: number }
}

/** A kind of place that calls for its own look at staffing. */
export type AreaFlag = 'coastal' | 'rural' | 'deprived'

/**
 * What kind of place an area is. All measures are derived; the series pages say how, and how far to trust them. Null
 * where the table of a measure is not there.
 */
export interface AreaSetting {
  /** Code of the area. */
  readonly area: string
  /** Share of the outline that is coast. */
  readonly coastShare: number | null
  /** People per square kilometre of land. */
  readonly peoplePerKm2: number | null
  /** Share of people who live in sparsely settled districts. */
  readonly ruralShare: number | null
  /** Mean score on the Index of Multiple Deprivation of practices, weighted by patients. */
  readonly imdScore: number | null
  /** Share of patients in practices of the most deprived fifth. */
  readonly mostDeprivedShare: number | null
  readonly flags: readonly AreaFlag[]
}

/** One of the seven NHS regions. */
export interface Region {
  readonly code: string
  readonly onsCode: string
  readonly name: string
}

/** Code of the whole country in results and files. */
export const ENGLAND = 'ENG'
