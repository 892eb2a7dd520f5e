/** One thing that is published of every area, or derived from what is published, at the base. */
export interface AreaFact {
  readonly code: string
  readonly name: string
  /** `heads`, `share`, `per_1000`, `gbp`, `index`. */
  readonly unit: string
  /** Heading it stands under. */
  readonly group: 'People' | 'Kind of place' | 'Staff' | 'Work outside health and care'
  readonly period: string
  /** Publisher and publication. */
  readonly source: string
  /** How it was reached from what was published; empty where it is as published. */
  readonly method: string
  /** By code of the area; areas that nothing is known of are left out. */
  readonly values: ReadonlyMap<string, number>
}
