import type { PlanRecord } from '../../domain/plan-record.ts'
import { html } from '../../views/markup.ts'
import { createCoverageFigure } from '../../views/plan/coverage-figure.ts'
import {
  costTable,
  keptLimits,
  limitTable,
  missedTable,
  settingsTable,
} from '../../views/plan/plan-tables.ts'
import {
  LEVER_HEADINGS,
  PLAN_LEVERS,
  sayConfirmation,
  sayTarget,
  strongestLimits,
} from '../../views/plan/plan-words.ts'
import { sayAnswer, sayPlan } from '../../views/plan/say-plan.ts'
import { ENDINGS } from '../figures/endings.ts'
import type { PlanState } from '../plans/plan-desk.ts'
import type { PlanAddress } from '../plans/plan-state.ts'
import type { Plans } from '../plans/plans.ts'
import type { ServerContext } from '../server-context.ts'
import { type FigureBlock, showFigure } from './figure-block.ts'
import { pageFrame } from './page-frame.ts'
import { sayDay } from './say-day.ts'

/** An answer that isn’t there yet, or won’t be. */
export type OpenState = Exclude<PlanState, { kind: 'done' }>

/** Where an open answer stands, in a sentence. */
export function sayState(state: OpenState): string {
  if (state.kind === 'waiting')
    return state.before === 1
      ? 'One other plan is worked out before yours.'
      : `${state.before} other plans are worked out before yours.`
  if (state.kind === 'working') return 'The server is working it out. It usually takes less than a minute.'
  if (state.kind === 'stopped') return 'It was stopped, because nobody had looked at this page for a while.'
  return state.error ? state.error.message : 'A mistake in the program came in the way.'
}

const HEADINGS = {
  waiting: 'Your plan waits for its turn',
  working: 'Working out what it would take',
  stopped: 'This plan was stopped',
  failed: 'This plan couldn’t be worked out',
} as const

/** The page while an answer is on its way, and where it came to nothing. */
export const openAnswerPage = (context: ServerContext, id: string, state: OpenState): string =>
  context.render('take-open.njk', {
    ...pageFrame(context, HEADINGS[state.kind], 'build'),
    heading: HEADINGS[state.kind],
    id,
    isOpen: state.kind === 'waiting' || state.kind === 'working',
    percent: state.kind === 'working' ? Math.round(state.share * 100) : 0,
    said: sayState(state),
    next:
      state.kind === 'failed'
        ? (state.error?.next ?? 'The details are where the server was started. Another question may do.')
        : null,
    fields: [...new URLSearchParams(state.question)],
    question: state.question,
  })

/** The answer: what it would take, tables, what binds, what is assumed, and ways on. */
export function answerPage(
  context: ServerContext,
  plans: Plans,
  { id, question, plan, words, made, version, inputs }: PlanRecord,
  build: PlanAddress,
): string {
  const { short, dear } = strongestLimits(plan.binding)
  const [first, ...more] = sayAnswer(plan)
  const grounds = new Map(
    [...plans.limits()].map(([code, { value, judgement }]) => [
      code,
      { value, quality: judgement.quality, note: judgement.note },
    ]),
  )
  return context.render('take-answer.njk', {
    ...pageFrame(context, 'What it would take', 'build'),
    asked: `To cover ${sayTarget(plan.request)} in ${plan.request.quantile} of 100 runs`,
    id,
    question,
    headline: html`<div class="hr-headline"><p class="hr-headline__sentence">${first}</p>${more.map((each) => html`<p class="govuk-body hr-headline__more">${each}</p>`)}</div>`,
    list: sayPlan(plan),
    words,
    missed: missedTable(plan),
    coverage: {
      ...showFigure(createCoverageFigure(plan), 'coverage'),
      downloads: ENDINGS.map((ending) => ({
        name: ending.toUpperCase(),
        href: `/take/${id}/coverage.${ending}`,
      })),
      own: null,
      permanent: `/take/${id}#coverage`,
      explain: null,
    } satisfies FigureBlock,
    cost: costTable(plan),
    levers: PLAN_LEVERS.flatMap((lever) => {
      const table = settingsTable(plan, lever)
      return table ? [{ lever, heading: LEVER_HEADINGS[lever], table }] : []
    }),
    short: limitTable(short, 'short'),
    dear: limitTable(dear, 'dear'),
    unreached: plan.unreached,
    leftOut: plan.leftOut,
    isChosen: plan.request.occupations.length > 0,
    confirmation: sayConfirmation(plan, 'run'),
    kept: keptLimits(plan.limits, grounds),
    build,
    made: sayDay(made),
    version,
    isOther: !plans.isCurrent({ inputs, version }),
  })
}
