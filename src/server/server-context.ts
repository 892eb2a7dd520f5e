import type { BacktestResults } from '../domain/backtest.ts'
import type { FindPast } from '../pipeline/published-past.ts'
import type { GlossarySection } from '../views/glossary/parse-glossary.ts'
import type { Background } from '../views/method/background.ts'
import type { ProjectionReader } from '../views/projection-reader.ts'
import type { Answers } from './answer.ts'
import type { Workshop } from './builder/workshop.ts'
import type { Ground } from './ground.ts'
import type { PageAssets } from './page-assets.ts'
import type { Plans } from './plans/plans.ts'
import type { Saved } from './saved/saved.ts'
import type { RenderTemplate } from './templates.ts'

/** What the routes of one server share; nothing in it changes while the server runs. */
export interface ServerContext {
  readonly reader: ProjectionReader
  readonly background: Background
  /** Results of the back-test, or null where only the run is known. */
  readonly backtest: BacktestResults | null
  /** Finds the published past of a measure; never any where the data folder or the back-test is not known. */
  readonly findPast: FindPast
  /** What the run started from, or null where the data folder is not known. */
  readonly ground: Ground | null
  readonly assets: PageAssets
  /** Which run and program the pages are of. */
  readonly version: string
  readonly render: RenderTemplate
  readonly answers: Answers
  /** What scenarios are built with, or null where the data folder isn’t there. */
  readonly workshop: (() => Promise<Workshop>) | null
  /** What readers can have kept, or null where the server keeps nothing. */
  readonly saved: Saved | null
  /** What plans are worked out with, or null where the server can’t. */
  readonly plans: Plans | null
  /** The words that the pages use, by heading. */
  readonly glossary: readonly GlossarySection[]
  /** Folder of the run's files, or null where there is none. */
  readonly runFolder: string | null
  /** Folder of the study that comes with Headroom, or null where there is none. */
  readonly studies: string | null
}
