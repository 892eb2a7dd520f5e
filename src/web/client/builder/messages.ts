import type { FigureName } from '../../../views/builder/builder-results.ts'

/** What the page asks of the builder’s worker. */
export type Ask =
  /** Where the compiled engine and the bundles are; the first message. */
  | {
      readonly kind: 'start'
      readonly kernel: string
      readonly england: string
      readonly areas: string
      readonly changes: string
    }
  /** Work out what the form says. The latest wins. */
  | {
      readonly kind: 'state'
      readonly id: number
      readonly query: string
      /** True where the form is to be drawn anew: another scenario to start from, a further setting, going back. */
      readonly form: boolean
    }
  /** The state as a file: `yaml`, what is drawn as `csv`, or a figure and an ending, such as `coverage.svg`. */
  | { readonly kind: 'file'; readonly id: number; readonly file: string; readonly query: string }
  /** Are you there? */
  | { readonly kind: 'ping' }

/** Parts of the page that the worker draws. */
export type PartName = 'form' | 'summary' | FigureName | 'parts' | 'areas'

/** What the worker tells the page. */
export type Tell =
  | { readonly kind: 'ready' }
  /** The canonical query of a state. */
  | { readonly kind: 'address'; readonly id: number; readonly query: string; readonly set: readonly string[] }
  /** Markup of parts of the page. */
  | {
      readonly kind: 'parts'
      readonly id: number
      readonly stage: Stage
      readonly parts: Partial<Record<PartName, string>>
      /** The result in words, for those who don’t see it. */
      readonly say: string
      readonly checksum: string
      /** Milliseconds that the engine took, for the bench. */
      readonly engine: number
    }
  | { readonly kind: 'progress'; readonly text: string }
  | {
      readonly kind: 'file'
      readonly id: number
      readonly name: string
      readonly type: string
      readonly text: string
    }
  | { readonly kind: 'trouble'; readonly title: string; readonly text: string; readonly fatal: boolean }
  | { readonly kind: 'pong' }

/** `one`: England as one area; `parts`: each change alone; `sketch`: every area from fewer draws; `each`: every area. */
export type Stage = 'one' | 'parts' | 'sketch' | 'each'
