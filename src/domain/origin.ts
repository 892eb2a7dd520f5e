/** How a figure is known, best first. */
export type Basis = 'published' | 'derived' | 'assumed'
/** Traffic-light mark of a figure's quality. */
export type Quality = 'green' | 'amber' | 'red'

/** Where a figure comes from. */
export interface Origin {
  readonly basis: Basis
  readonly quality: Quality
  readonly publisher: string
  readonly publication: string
  /** Edition or period of the publication, for example `October 2025`. */
  readonly edition: string
  /** Page, table or file within the publication. */
  readonly location: string
  /** How the figure was reached from what was published, in a sentence. */
  readonly method: string
}
