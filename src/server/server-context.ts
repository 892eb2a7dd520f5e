import type { Background } from '../views/method/background.ts'
import type { ProjectionReader } from '../views/projection-reader.ts'
import type { Answers } from './answer.ts'
import type { Workshop } from './builder/workshop.ts'
import type { PageAssets } from './page-assets.ts'
import type { RenderTemplate } from './templates.ts'

/** What the routes of one server share; nothing in it changes while the server runs. */
export interface ServerContext {
  readonly reader: ProjectionReader
  readonly background: Background
  readonly assets: PageAssets
  readonly render: RenderTemplate
  readonly answers: Answers
  /** What scenarios are built with, or null where the data folder isn’t there. */
  readonly workshop: (() => Promise<Workshop>) | null
  /** Folder of the run's files, or null where there is none. */
  readonly runFolder: string | null
}
