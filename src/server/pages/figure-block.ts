import { type Figure, PICTURE_LOOKS } from '../../views/figures/figure.ts'
import type { Markup } from '../../views/markup.ts'
import { writeTable } from '../../views/tables/data-table.ts'
import { explainAddress } from '../explain-query.ts'
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
  /** True where the picture stands beside the table. */
  readonly beside: boolean
  readonly rows: number
  readonly wide: Markup | null
  readonly narrow: Markup | null
  readonly downloads: readonly { readonly name: string; readonly href: string }[]
  /** Address of the figure on a page of its own, or null where it has none, and the one that stays the same for good. */
  readonly own: string | null
  readonly permanent: string
  /** Address of the explanation of its main number, or null where it has none. */
  readonly explain: string | null
  /** What the link to it says, where that isn’t “Explain this number”. */
  readonly explainText?: string
}

/** Rows of a table that may stand open before a chart. */
const SHORT = 8

/** How a figure stands on its page. */
export interface BlockPlace {
  /** Unique on the page. */
  readonly id: string
  /** Its address, with an ending for a file of it. */
  readonly address: (ending?: string) => string
  /** Address of the explanation of its main number, or null where it has none. */
  readonly explain?: string | null
  /** What the link to it says, where that isn’t “Explain this number”. */
  readonly explainText?: string
  /** True where its table stands open whatever its length. */
  readonly open?: boolean
  /** True where its picture stands beside its table where there is room. */
  readonly beside?: boolean
}

/** Prepares a figure for a page: its table before its picture, in two sizes, with its addresses. */
export function describeBlock(
  context: Pick<ServerContext, 'reader'>,
  figure: Figure,
  { id, address, explain = null, explainText, open = false, beside = false }: BlockPlace,
): FigureBlock {
  return {
    ...showFigure(figure, id, open),
    beside,
    downloads: ENDINGS.map((ending) => ({ name: ending.toUpperCase(), href: address(ending) })),
    own: address(),
    permanent: permanentAddress(context, address()),
    explain,
    ...(explainText === undefined ? {} : { explainText }),
  }
}

/**
 * A figure itself, apart from its addresses.
 * @param id unique on its page
 * @param open true where its table stands open whatever its length
 */
export function showFigure(
  figure: Figure,
  id: string,
  open = false,
): Omit<FigureBlock, 'downloads' | 'own' | 'permanent' | 'explain'> {
  const drawn = figure.empty === null
  return {
    id,
    title: figure.title,
    summary: figure.summary,
    note: figure.note,
    empty: figure.empty,
    table: drawn ? writeTable({ id: `${id}-table`, ...figure.table }) : null,
    isShort: open || figure.table.rows.length <= SHORT,
    beside: false,
    rows: figure.table.rows.length,
    wide: drawn ? figure.draw({ id: `${id}-wide`, ...PICTURE_LOOKS.wide }) : null,
    narrow: drawn ? figure.draw({ id: `${id}-narrow`, ...PICTURE_LOOKS.narrow }) : null,
  }
}

/** Prepares a figure of a query for a page. */
export const createFigureBlock = (context: ServerContext, kind: FigureKind, query: PageQuery): FigureBlock =>
  describeBlock(context, kind.make(context, query), {
    id: `figure-${kind.code}`,
    address: (ending) => figureAddress(kind, query, context, ending),
    explain: kind.explains
      ? explainAddress(context, { ...query, ...kind.explains(query, context.reader) })
      : null,
  })

/** An address that names the run, so that it never silently comes to show another. */
export const permanentAddress = ({ reader }: Pick<ServerContext, 'reader'>, address: string): string =>
  `/runs/${reader.projection.manifest.run}${address}`
