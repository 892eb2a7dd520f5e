import type { BuilderResult, BuilderState } from '../../domain/builder.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { titlesOf } from '../../pipeline/builder/choice.ts'
import { readAddress } from '../../pipeline/builder/read-address.ts'
import { writeAddress } from '../../pipeline/builder/write-address.ts'
import { createAreasFigure } from '../../views/builder/areas-figure.ts'
import { OVER_YEARS } from '../../views/builder/over-years.ts'
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
  /** True where it can be of England as one area or of every area, added up. */
  readonly eitherWay: boolean
  /** Works it out. @throws HeadroomError `server-busy`, or `option-invalid` for more runs than the server takes */
  readonly make: (shop: Workshop, asked: AskedFigure) => Promise<Figure>
}

/** What the address of a figure says. */
export interface AskedFigure {
  readonly state: BuilderState
  /** The one query of the state. */
  readonly query: string
  /** Whether England is treated as one area, the quick view, or every area is worked out and added up. */
  readonly areas: BuilderResult['areas']
}

const overYears =
  (code: keyof typeof OVER_YEARS): BuilderFigure['make'] =>
  async (shop, { state, areas }) =>
    OVER_YEARS[code](await shop[areas === 'each' ? 'everyArea' : 'result'](state), 'server')

/** Every figure of the builder. */
export const BUILDER_FIGURES: readonly BuilderFigure[] = [
  {
    code: 'balance',
    name: 'Staff, need and funded posts',
    measure: 'fte_at_work',
    eitherWay: true,
    make: overYears('balance'),
  },
  {
    code: 'coverage',
    name: 'Coverage of need',
    measure: 'coverage',
    eitherWay: true,
    make: overYears('coverage'),
  },
  {
    code: 'difference',
    name: 'The difference in staff less need',
    measure: 'gap_fte',
    eitherWay: true,
    make: overYears('difference'),
  },
  {
    code: 'parts',
    name: 'What each change does alone',
    measure: 'gap_fte',
    eitherWay: false,
    make: async (shop, { state }) => {
      const titles = titlesOf(state, shop.frame.presets)
      return createPartsFigure(await shop.parts(state), titles, state, 'server')
    },
  },
  {
    code: 'areas',
    name: 'Area by area',
    measure: 'coverage',
    eitherWay: false,
    make: async (shop, { state }) => {
      return createAreasFigure(await shop.everyArea(state), shop.frame.places, state.year, 'server')
    },
  },
]

/**
 * Reads the query of an address of a figure: a state of the builder and, with `areas=each`, that it is of every area.
 * @throws HeadroomError for a state that can’t be, `option-invalid` for other `areas`
 */
export function readFigureQuery(raw: string, shop: Pick<Workshop, 'frame'>): AskedFigure {
  const given = new URLSearchParams(raw)
  const areas = given.get('areas') ?? 'one'
  given.delete('areas')
  if (areas !== 'one' && areas !== 'each')
    throw new HeadroomError('option-invalid', { option: 'areas', value: areas, expected: 'one or each' })
  const [{ presets }, span] = [shop.frame, spanOf(shop)]
  const state = readAddress(given.toString(), presets, span)
  return { state, areas, query: writeAddress(state, presets, span) }
}

/** The address of a figure, with an ending for a file of it. */
export function builderFigureAddress(
  { code, eitherWay }: BuilderFigure,
  { query, areas }: Omit<AskedFigure, 'state'>,
  ending?: string,
): string {
  const all = [query, eitherWay && areas === 'each' ? 'areas=each' : '']
    .filter((part) => part !== '')
    .join('&')
  return `/build/figure/${code}${ending ? `.${ending}` : ''}${all ? `?${all}` : ''}`
}

/** What a file of a figure is saved under. @param ending none to leave it out */
export const builderFigureFile = ({ code }: BuilderFigure, ending?: string): string =>
  `headroom-scenario-${code}${ending ? `.${ending}` : ''}`
