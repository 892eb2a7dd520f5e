/** How funded posts of some occupations move. */
export type Establishment =
  | { readonly follows: 'need' }
  /** Real growth of the budget for posts, share a year. */
  | { readonly follows: 'budget'; readonly growth: number }
  /** England’s people of 65 and over. */
  | { readonly follows: 'people-65-plus' }
  /** Posts over those of the base by the year of a 31 March; straight lines between, level after the last. */
  | { readonly follows: 'path'; readonly path: readonly (readonly [year: number, factor: number])[] }

/** A lever set in a scenario. */
export interface ScenarioSetting {
  /** What it is limited to; `all` where it isn’t. */
  readonly scope: string
  /** Year of the 31 March from which it applies. */
  readonly from: number
  readonly setting: number
  /** Year of the 31 March at which it ends, or null. */
  readonly until: number | null
  /** Years over which it grows evenly to its full height. */
  readonly phaseIn: number
  /** The setting by year in place of one that grows: each holds until the next year named, the last for good. */
  readonly path: readonly (readonly [year: number, setting: number])[] | null
  readonly options: Readonly<Record<string, number>>
  /** Where it stands, for messages. */
  readonly place: ScenarioPlace
}

/** A place in a scenario file: the file as a reader knows it, and the path of keys. */
export interface ScenarioPlace {
  readonly file: string
  readonly path: string
}

/** A change to a value of the book of assumptions. */
export interface AssumptionChange {
  /** Name of a table of `data/assumptions`, without ending. */
  readonly table: string
  /** Values by column that the rows have; none for every row. */
  readonly row: Readonly<Record<string, string>>
  readonly column: string
  readonly change:
    | { readonly value: number | string }
    | { readonly times: number }
    | { readonly plus: number }
  readonly reason: string
  /** Where the change is asked for, for messages. */
  readonly place: ScenarioPlace
}

/** A scenario, with what it takes over from those it is based on. */
export interface Scenario {
  readonly name: string
  /** Path of its file below `data/`. */
  readonly file: string
  readonly title: string
  readonly description: string
  /** Names of the scenarios it is based on, nearest first. */
  readonly basedOn: readonly string[]
  /** Whether pressure feeds back on leaving, sickness and training. */
  readonly feedback: boolean
  /** By sector, staff group or occupation; occupations in none follow need. */
  readonly establishment: ReadonlyMap<string, Establishment>
  /** Settings by lever. */
  readonly levers: ReadonlyMap<string, readonly ScenarioSetting[]>
  readonly assumptions: readonly AssumptionChange[]
}
