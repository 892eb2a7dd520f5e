import type { Comparison } from './comparison.ts'
import type { Projection } from './projection.ts'
import type { Reference } from './reference.ts'
import type { AssumptionChange, Establishment, ScenarioSetting } from './scenario.ts'

/** What a scenario of the builder sets; what it doesn’t set stays as it is. */
export interface BuilderChoice {
  /** Name of the preset whose changes to the book of assumptions apply; null for the book as it is. */
  readonly assumptions: string | null
  readonly feedback: boolean
  readonly establishment: ReadonlyMap<string, Establishment>
  /** Settings by lever, only levers that are set to something. */
  readonly levers: ReadonlyMap<string, readonly ScenarioSetting[]>
}

/** The whole state of the builder: what its address says. */
export interface BuilderState {
  /** The scenario that is built. */
  readonly built: BuilderChoice
  /** The scenario that it is compared with. */
  readonly against: BuilderChoice
  /** Year of the 31 March that sentences and tables are about. */
  readonly year: number
  readonly seed: number
  readonly draws: number
}

/** A scenario to start from or to compare with. */
export interface BuilderPreset {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly choice: BuilderChoice
  /** What it changes in the book of assumptions; null where it leaves the book as it is. */
  readonly book: ChangedBook | null
}

/** Changes to the book of assumptions, as the model takes them and as people read them. */
export interface ChangedBook {
  readonly changes: readonly AssumptionChange[]
  readonly says: readonly BookChange[]
}

/** One change to rows of a table of the book of assumptions. */
export interface BookChange {
  readonly table: string
  readonly tableName: string
  /** What the column that changes means, where the manifest has a line for it. */
  readonly column: string | null
  /** What happens to it: `15% higher`. */
  readonly what: string
  readonly reason: string
  readonly rows: readonly { readonly key: string; readonly name: string }[]
}

/** A number a lever rests on, as the page shows it. */
export interface LeverNumber {
  readonly parameter: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly quality: string
  readonly basis: string
  readonly source: string
  readonly note: string
}

/** A code with its name. */
export interface Named {
  readonly code: string
  readonly name: string
}

/** What a lever, or an option of one, is set with. */
export interface Dial {
  readonly key: string
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly meaning: string
}

/** A lever as the page shows it: how it is set, what it does and what stands behind it. */
export interface LeverCard {
  readonly code: string
  readonly title: string
  readonly summary: string
  readonly dial: Dial
  readonly options: readonly Dial[]
  /** What it can be limited to, the usual first; one entry where it can’t be limited. */
  readonly scopes: readonly Named[]
  readonly evidence: string
  readonly basis: string
  readonly lag: string
  readonly cost: string
  readonly payer: string
  readonly decides: string
  readonly limits: string
  readonly numbers: readonly LeverNumber[]
}

/** What the page is made from besides the model: the same on the server and in the browser. */
export interface BuilderFrame {
  readonly baseYear: number
  readonly years: number
  /** The plan’s shifts with their levers. */
  readonly shifts: readonly { readonly title: string; readonly levers: readonly LeverCard[] }[]
  readonly presets: readonly BuilderPreset[]
  readonly places: Pick<Reference, 'areas' | 'regions'>
}

/** What the builder worked out for a state. */
export interface BuilderResult {
  /** `one`: England as one area, the quick view; `each`: every area worked out and added up. */
  readonly areas: 'one' | 'each'
  readonly built: Projection
  readonly against: Projection
  /** Both and their difference, draw by draw. */
  readonly comparison: Comparison
  /** Checksum of every published number of the scenario that is built. */
  readonly checksum: string
}

/** What the page’s form shows. */
export interface BuilderForm {
  readonly state: BuilderState
  /** Name of the preset that is built, where it is one. */
  readonly started: string | null
  /** Name of the preset compared with; null where it is a scenario the reader kept. */
  readonly against: string | null
  /** What the address says of the scenario kept, key by key. */
  readonly kept: readonly (readonly [key: string, value: string])[]
  /** The rules for posts as the address says them; empty where posts follow need. */
  readonly posts: string
  /** Settings that are given year by year as the address says them, by lever and place. */
  readonly byYear: ReadonlyMap<string, string>
  /** Code of the lever that gets a further, empty setting, or null. */
  readonly add: string | null
}
