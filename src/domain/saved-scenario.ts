/** A scenario as somebody wants it kept. */
export interface SavedDraft {
  readonly title: string
  /** The builder’s state as its address says it, canonical: see `writeAddress`. */
  readonly query: string
}

/** A scenario that a server keeps. */
export interface SavedScenario extends SavedDraft {
  /** First digits of the SHA-256 of title and query: the same scenario has the same one everywhere. */
  readonly id: string
  /** When it was first saved, such as `2026-11-22T09:00:00Z`. */
  readonly saved: string
  /** The run that the server showed then, and the version of Headroom. */
  readonly run: string
  readonly version: string
  /** What it did to the gap then, in a sentence; null where that wasn’t worked out. */
  readonly effect: string | null
}
