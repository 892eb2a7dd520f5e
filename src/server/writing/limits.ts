/** How much a server lets its readers write. All such limits stand here. */
export interface WriteLimits {
  /** Bytes of a form. */
  readonly body: number
  /** Characters of a title, and of what a scenario sets as its address says it. */
  readonly title: number
  readonly query: number
  /** Scenarios and answers about plans that are kept. */
  readonly scenarios: number
  readonly plans: number
  /** Forms that one address may send within some minutes: to save, and to ask for a plan. */
  readonly saves: number
  readonly asks: number
  readonly minutes: number
  /** Plans that may wait while one is worked out. */
  readonly waiting: number
  /** Seconds without anybody looking after which a plan that isn’t done is given up. */
  readonly patience: number
}

/** A title that fits a line and a table; enough of everything for a team, little enough for one machine. */
export const WRITE_LIMITS: WriteLimits = {
  body: 64_000,
  title: 100,
  query: 8000,
  scenarios: 500,
  plans: 200,
  saves: 30,
  asks: 12,
  minutes: 10,
  waiting: 3,
  patience: 150,
}
