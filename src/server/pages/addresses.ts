import { midSentence } from '../../views/series-noun.ts'
import { BUILDER_FIGURES } from '../figures/builder-figures.ts'
import { ENDINGS } from '../figures/endings.ts'
import { FIGURE_KINDS } from '../figures/figure-kinds.ts'

/** An address of the server, as a reader may ask for it. */
export interface ListedAddress {
  /** An example that answers. */
  readonly href: string
  readonly about: string
  /** What the server needs to have for it, where not every server does. */
  readonly needs?: 'saved' | 'plans'
}

/** Addresses under a heading. */
export interface AddressGroup {
  readonly title: string
  readonly addresses: readonly ListedAddress[]
}

/**
 * Every address of the server, with an example of each.
 * @param area code of an area of the run @param run the run that is served
 */
export function listAddresses(area: string, run: string): readonly AddressGroup[] {
  return [
    {
      title: 'Pages',
      addresses: [
        { href: '/', about: 'the headline, the map, find your area' },
        {
          href: '/explore?series=sector.nhs&measure=coverage',
          about: 'any area, staff, measure and year: area, series, measure, year',
        },
        { href: '/areas', about: 'map and table of all areas: series, year, order' },
        { href: `/areas/${area}`, about: 'profile of one area or region' },
        { href: '/unpaid-care', about: 'unpaid care: area, measure, year' },
        {
          href: '/assumptions?quality=red',
          about: 'the book of assumptions: q, table, quality, kind, page',
        },
        { href: '/explain?measure=gap_fte', about: 'where a number comes from: area, series, measure, year' },
        { href: '/build', about: 'build a scenario and see what it changes' },
        {
          href: '/take',
          needs: 'plans',
          about: 'what it would take to cover need: target, quantile, years, from, staff, pay, draws, limits',
        },
        { href: '/scenarios', needs: 'saved', about: 'scenarios that were saved on this server' },
        { href: '/how-we-did', about: 'how the method would have done in the past' },
        { href: '/what-matters', about: 'which assumptions matter, once they have been studied' },
        { href: '/method', about: 'how it works and how sure we are' },
        { href: '/glossary', about: 'what words and measures mean' },
        { href: '/data', about: 'this page' },
      ],
    },
    {
      title: 'Figures',
      addresses: [
        { href: '/figure.csv', about: 'the chart of a measure over the years: area, series, measure, past' },
        ...FIGURE_KINDS.map(({ code, about, uses }) => ({
          href: `/figure/${code}`,
          about: `${about}: ${uses.join(', ')}`,
        })),
        ...BUILDER_FIGURES.map(({ code, name }) => ({
          href: `/build/figure/${code}?retention-programme=0.5&draws=20`,
          about: `of a scenario that is built: ${midSentence(name)}; the query of /build`,
        })),
        { href: '/figure/tornado', about: 'what each assumption does by itself, once studied: output' },
        { href: '/figure/past-ranges', about: 'how many outcomes past ranges held, by years ahead' },
        { href: '/figure/past-projection', about: 'a past projection and what happened: shown' },
      ],
    },
    {
      title: 'For programs',
      addresses: [
        { href: '/api/projection', about: 'the values of one area, series and measure as JSON' },
        { href: '/healthz', about: 'whether the server is up, and which run it shows' },
        {
          href: `/runs/${run}/explore`,
          about: 'any address above after the run it is for: says so if another run is served',
        },
      ],
    },
  ]
}

/** Endings under which every figure can be had as a file. */
export const sayEndings = (): string => ENDINGS.map((ending) => `.${ending}`).join(', ')
