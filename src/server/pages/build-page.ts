import type { BuilderResult, BuilderState } from '../../domain/builder.ts'
import type { Comparison } from '../../domain/comparison.ts'
import { createForm } from '../../pipeline/builder/create-form.ts'
import { builderForm } from '../../views/builder/builder-form.ts'
import { FIGURES, type FigureName, partsBlock, summaryBlock } from '../../views/builder/builder-results.ts'
import { MOST_AREA_DRAWS, type Workshop } from '../builder/workshop.ts'
import {
  BUILDER_FIGURES,
  type BuilderFigure,
  builderFigureAddress,
  builderFigureFile,
} from '../figures/builder-figures.ts'
import { ENDINGS } from '../figures/endings.ts'
import type { ServerContext } from '../server-context.ts'
import type { Trouble } from './other-pages.ts'
import { pageFrame } from './page-frame.ts'

/** What a figure of the builder can be had as, in the state of a query. */
const linksOf = (kind: BuilderFigure, query: string) => ({
  title: kind.name,
  eitherWay: kind.eitherWay,
  own: builderFigureAddress(kind, { query, areas: 'one' }),
  downloads: ENDINGS.map((ending) => ({
    name: ending.toUpperCase(),
    href: builderFigureAddress(kind, { query, areas: 'one' }, ending),
    file: builderFigureFile(kind, ending),
  })),
})

const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[]

/** What a page of the builder shows. */
export interface BuildView {
  readonly state: BuilderState
  /** The canonical query of the state. */
  readonly query: string
  /** Null where the server couldn’t work it out now. */
  readonly result: BuilderResult | null
  /** What each change does; undefined where it wasn’t asked for. */
  readonly parts?: Comparison | null
  /** What is wrong with the address, where something is. */
  readonly trouble: Trouble | null
  readonly add: string | null
}

/** The scenario builder. Works without script; with it the browser works scenarios out itself. */
export function buildPage(
  context: ServerContext,
  { frame, england, areas, changesAddress }: Pick<Workshop, 'frame' | 'england' | 'areas' | 'changesAddress'>,
  { state, query, result, parts, trouble, add }: BuildView,
): string {
  const { assets } = context
  return context.render('build.njk', {
    ...pageFrame(context, 'Build a scenario', 'build'),
    form: builderForm(createForm(state, frame, add), frame),
    summary: result && summaryBlock(result, state.year, 'server'),
    figures: FIGURE_NAMES.map((name) => ({
      name,
      inside: result && FIGURES[name](result, state.year),
    })),
    parts: parts === undefined ? null : partsBlock(parts, state.year),
    links: Object.fromEntries(BUILDER_FIGURES.map((kind) => [kind.code, linksOf(kind, query)])),
    mostAreaDraws: MOST_AREA_DRAWS,
    partsHref: `/build?${new URLSearchParams([...new URLSearchParams(query), ['parts', 'yes']])}`,
    trouble,
    query,
    takes: context.plans !== null,
    saves: context.saved && { most: context.saved.limits.title },
    builder: {
      script: assets.builder,
      worker: assets.builderWorker,
      kernel: assets.kernel,
      england: england.address,
      areas: areas.address,
      changes: changesAddress,
    },
  })
}
