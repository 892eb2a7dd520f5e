import { type Figure, PICTURE_LOOKS } from '../../views/figures/figure.ts'
import type { Markup } from '../../views/markup.ts'
import { writeTable } from '../../views/tables/data-table.ts'
import { ENDINGS } from '../figures/endings.ts'
import { type FigureKind, figureAddress } from '../figures/figure-kinds.ts'
import type { PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'

/** A figure as the template of a page shows it. */
export interface FigureBlock {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly note: string | null
  readonly empty: string | null
  readonly table: Markup | null
  /** True where the table is short enough to stand open. */
  readonly isShort: boolean
  readonly rows: number
  readonly wide: Markup | null
  readonly narrow: Markup | null
  readonly downloads: readonly { readonly name: string; readonly href: string }[]
  /** Address of the figure on a page of its own, or null where it has none, and the one that stays the same for good. */
  readonly own: string | null
  readonly permanent: string
  /** Address of the explanation of its main number, or null where it has none. */
  readonly explain: string | null
}

/** Rows of a table that may stand open before a chart. */
const SHORT = 8

/** Prepares a figure for a page: its table before its picture, in two sizes, with its addresses. */
export function createFigureBlock(
  context: ServerContext,
  kind: FigureKind,
  query: PageQuery,
  explain: string | null = null,
): FigureBlock {
  const own = figureAddress(kind, query, context)
  return {
    ...showFigure(kind.make(context, query), `figure-${kind.code}`),
    downloads: ENDINGS.map((ending) => ({
      name: ending.toUpperCase(),
      href: figureAddress(kind, query, context, ending),
    })),
    own,
    permanent: permanentAddress(context, own),
    explain,
  }
}

/** A figure itself, apart from its addresses. @param id what it is called on its page */
export function showFigure(
  figure: Figure,
  id: string,
): Omit<FigureBlock, 'downloads' | 'own' | 'permanent' | 'explain'> {
  const drawn = figure.empty === null
  return {
    id,
    title: figure.title,
    summary: figure.summary,
    note: figure.note,
    empty: figure.empty,
    table: drawn ? writeTable({ id: `${id}-table`, ...figure.table }) : null,
    isShort: figure.table.rows.length <= SHORT,
    rows: figure.table.rows.length,
    wide: drawn ? figure.draw({ id: `${id}-wide`, ...PICTURE_LOOKS.wide }) : null,
    narrow: drawn ? figure.draw({ id: `${id}-narrow`, ...PICTURE_LOOKS.narrow }) : null,
  }
}

/** An address that names the run, so that it never silently comes to show another. */
export const permanentAddress = ({ reader }: Pick<ServerContext, 'reader'>, address: string): string =>
  `/runs/${reader.projection.manifest.run}${address}`
