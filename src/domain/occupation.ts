/** How a sector's work is counted: in posts that people fill, or in hours of unpaid care. */
export type Counting = 'posts' | 'hours'

/** One of the four sectors: NHS hospital and community, primary care, adult social care, unpaid care. */
export interface Sector {
  readonly code: string
  readonly name: string
  readonly counting: Counting
}

/** A group the publisher counts staff in; occupations are parts of one. */
export interface StaffGroup {
  readonly code: string
  readonly name: string
  readonly sector: string
  readonly publisher: string
  /** Folder under `data/statistics/` that holds the group's staff in post. */
  readonly series: string
  /** The publisher's own label, to the letter. */
  readonly publishedLabel: string
}

/** An occupation of the model: one line of `data/reference/occupations.csv`. */
export interface Occupation {
  readonly code: string
  readonly name: string
  readonly sector: string
  readonly staffGroup: string
  /** True where the role may only be done by someone on a professional register. */
  readonly registered: boolean
  /** Family whose age, sex and hazard profiles it follows: a key of the assumption tables. */
  readonly profile: string
}
