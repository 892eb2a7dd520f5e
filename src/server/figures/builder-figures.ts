import type { BuilderState } from '../../domain/builder.ts'
import { titlesOf } from '../../pipeline/builder/choice.ts'
import { writeAddress } from '../../pipeline/builder/write-address.ts'
import { createAreasFigure } from '../../views/builder/areas-figure.ts'
import { sayHow } from '../../views/builder/builder-results.ts'
import {
  createBalanceFigure,
  createCoverageFigure,
  createDifferenceFigure,
} from '../../views/builder/over-years.ts'
import { createPartsFigure } from '../../views/builder/parts-figure.ts'
import type { Figure } from '../../views/figures/figure.ts'
import { spanOf, type Workshop } from '../builder/workshop.ts'

/** A figure of the scenario builder that has an address of its own. */
export interface BuilderFigure {
  readonly code: string
  /** What it shows, as the builder names it. */
  readonly name: string
  /** The measure that explains it. */
  readonly measure: string
  /** Works it out. @throws HeadroomError `server-busy`, or `option-invalid` for more runs than the server takes */
  readonly make: (shop: Workshop, state: BuilderState) => Promise<Figure>
}

type OverYears = typeof createBalanceFigure

const overYears =
  (create: OverYears): BuilderFigure['make'] =>
  async (shop, state) => {
    const result = await shop.result(state)
    return create(result, noteOf(sayHow(result, 'server'), state))
  }

const noteOf = (how: string, { seed }: BuilderState): string => `${how} Seed ${seed}.`

/** Every figure of the builder. */
export const BUILDER_FIGURES: readonly BuilderFigure[] = [
  {
    code: 'balance',
    name: 'Staff, need and funded posts',
    measure: 'fte_at_work',
    make: overYears(createBalanceFigure),
  },
  {
    code: 'coverage',
    name: 'Coverage of need',
    measure: 'coverage',
    make: overYears(createCoverageFigure),
  },
  {
    code: 'difference',
    name: 'The difference in staff less need',
    measure: 'gap_fte',
    make: overYears(createDifferenceFigure),
  },
  {
    code: 'parts',
    name: 'What each change does alone',
    measure: 'gap_fte',
    make: async (shop, state) => {
      const titles = titlesOf(state, shop.frame.presets)
      const how = `Worked out by the server: ${state.draws === 1 ? '1 run' : `${state.draws} runs`} that treat England as one area. Means add up, with what the changes do together beyond each alone.`
      return createPartsFigure(await shop.parts(state), titles, state.year, noteOf(how, state))
    },
  },
  {
    code: 'areas',
    name: 'Area by area',
    measure: 'coverage',
    make: async (shop, state) => {
      const result = await shop.everyArea(state)
      return createAreasFigure(result, shop.frame.places, state.year, noteOf(sayHow(result, 'server'), state))
    },
  },
]

/** The address of a figure of a state, with an ending for a file of it. */
export const builderFigureAddress = ({ code }: BuilderFigure, query: string, ending?: string): string =>
  `/build/figure/${code}${ending ? `.${ending}` : ''}${query ? `?${query}` : ''}`

/** What a file of a figure is saved under. @param ending none to leave it out */
export const builderFigureFile = ({ code }: BuilderFigure, ending?: string): string =>
  `headroom-scenario-${code}${ending ? `.${ending}` : ''}`

/** The one query of a state. */
export const queryOfState = (state: BuilderState, shop: Workshop): string =>
  writeAddress(state, shop.frame.presets, spanOf(shop))
