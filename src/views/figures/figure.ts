import type { Markup } from '../markup.ts'
import type { DataTable } from '../tables/data-table.ts'

/** A value in a figure's file; null where there is none. */
export type Field = string | number | null

/** One line of a figure's file: everything that is drawn for one mark, by column. */
export type FigureRecord = Readonly<Record<string, Field>>

/** How a picture is drawn. */
export interface PictureLook {
  /** Prefix of the identifiers in the picture, unique on its page. */
  readonly id: string
  /** In picture units. */
  readonly width: number
  /** Size of text in picture units. */
  readonly font: number
  /** True for a telephone: less across, more down. */
  readonly narrow?: boolean
  /** True for a picture that is a file of its own: it then brings its title, source and background. */
  readonly standalone?: boolean
}

/** Sizes for a page and a telephone. */
export const PICTURE_LOOKS = {
  wide: { width: 1000, font: 14 },
  narrow: { width: 340, font: 12.5, narrow: true },
} as const satisfies Record<string, Omit<PictureLook, 'id'>>

/**
 * A figure before it is shown: what it says in words, as a table, as records for a file, and as a picture. All four
 * are made from the same values.
 */
export interface Figure {
  readonly title: string
  /** What it shows, in a few sentences: the figure for those who don’t see it. */
  readonly summary: string
  /** What a reader must know to read it right; null where nothing. */
  readonly note: string | null
  /** Columns of its file, in order. */
  readonly columns: readonly string[]
  readonly records: readonly FigureRecord[]
  /** Its table; a row that stands for a mark carries `data-point` and `data-say`. */
  readonly table: Omit<DataTable, 'id'>
  /** Why there is nothing to draw; null where there is. */
  readonly empty: string | null
  /** Draws it; a mark carries the `data-mark` of its row’s `data-point`. */
  readonly draw: (look: PictureLook) => Markup
}
