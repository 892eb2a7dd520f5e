import type { BuilderResult, BuilderState } from '../../domain/builder.ts'
import type { SavedScenario } from '../../domain/saved-scenario.ts'
import type { HeadroomError } from '../../errors/headroom-error.ts'
import { titleOf } from '../../pipeline/builder/choice.ts'
import { summaryBlock } from '../../views/builder/builder-results.ts'
import { sayChoice } from '../../views/builder/choice-words.ts'
import { html } from '../../views/markup.ts'
import { writeTable } from '../../views/tables/data-table.ts'
import type { Workshop } from '../builder/workshop.ts'
import type { ServerContext } from '../server-context.ts'
import type { Trouble } from './other-pages.ts'
import { pageFrame } from './page-frame.ts'
import { sayDay } from './say-day.ts'

/** Everything that was saved on this server, the latest first. */
export function savedListPage(
  context: ServerContext,
  documents: readonly SavedScenario[],
  troubles: readonly HeadroomError[],
): string {
  const newest = [...documents].sort((a, b) => (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : 0))
  return context.render('saved-list.njk', {
    ...pageFrame(context, 'Saved scenarios', 'build'),
    troubles,
    table:
      newest.length > 0 &&
      writeTable({
        id: 'saved',
        caption: 'Scenarios saved on this server, the latest first',
        captionHidden: true,
        columns: [{ label: 'Scenario' }, { label: 'Saved' }, { label: 'What it did when it was saved' }],
        rows: newest.map(({ id, title, saved, effect }) => ({
          header: html`<a class="govuk-link hr-break" href="/scenarios/${id}">${title}</a>`,
          cells: [sayDay(saved), effect ?? 'Not worked out'],
        })),
      }),
  })
}

/** What a page of one saved scenario shows. */
export interface SavedView {
  readonly scenario: SavedScenario
  /** Its state, or null where this version can’t read it. */
  readonly state: BuilderState | null
  /** What it comes to with the run that is served, or null where it wasn’t worked out. */
  readonly result: BuilderResult | null
  readonly trouble: Trouble | null
}

/** One saved scenario: what it changes, what it comes to, and ways on. */
export function savedPage(
  context: ServerContext,
  { frame }: Pick<Workshop, 'frame'>,
  { scenario, state, result, trouble }: SavedView,
): string {
  const { id, title, query, saved, run, version, effect } = scenario
  const served = context.reader.projection.manifest
  const changes = state && sayChoice(state.built, frame)
  const against = state && titleOf(state.against, frame.presets, '')
  return context.render('saved.njk', {
    ...pageFrame(context, title, 'build'),
    scenario: { id, title, run, version, effect, day: sayDay(saved) },
    trouble,
    changes,
    against: against === '' ? (sayChoice(state!.against, frame) as readonly string[]) : against,
    ownComparison: against === '',
    isOther: run !== served.run || version !== served.headroomVersion,
    summary: result && state && summaryBlock(result, state.year, 'server'),
    build: `/build${query ? `?${query}` : ''}`,
  })
}

/** What a form to save a scenario shows when something was wrong with it. */
export interface SaveView {
  readonly title: string
  readonly query: string
  readonly trouble: Pick<HeadroomError, 'code' | 'message' | 'next'>
}

/** The form to save a scenario again, with what was wrong. */
export function saveAgainPage(
  context: ServerContext,
  { title, query, trouble }: SaveView,
  most: number,
): string {
  return context.render('save.njk', {
    ...pageFrame(context, 'Error: Save this scenario', 'build'),
    given: title,
    query,
    most,
    trouble,
    isOfTitle: trouble.code === 'title-wrong',
  })
}
