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

/** One of the seven NHS regions. */
export interface Region {
  readonly code: string
  readonly onsCode: string
  readonly name: string
}

/** Code of the whole country in results and files. */
export const ENGLAND = 'ENG'
