import type { Reference } from '../src/domain/reference.ts'
import {
  BASIS_BLOCKS,
  type BasisBlock,
  type BlockBasis,
  type OccupationBasis,
} from '../src/pipeline/base-year-basis.ts'
import { SERIES_USE } from '../src/pipeline/series-use.ts'
import { cell, code, page, table } from './markdown.ts'

const TITLES: Readonly<Record<BasisBlock, string>> = {
  headcount: 'headcount of the group by area',
  split: 'split of the group',
  ageSex: 'age and sex',
  fte: 'FTE',
  turnover: 'turnover',
  vacancies: 'vacancies',
}
const BASES = ['published', 'derived', 'assumed'] as const

/** How each block of the base year is known, by occupation. */
export const basisPage = (reference: Reference, rows: readonly OccupationBasis[]): string =>
  page(
    'How the base year is known',
    'For every occupation and every block of cells of the base year: is the figure published, derived from ' +
      'published figures, or assumed? Where a figure has several parts, the weakest decides. The marks are ' +
      'those of the series and of the rows of `data/assumptions/`; `headroom explain` names the row, its ' +
      'source and who signed it. How the parts are fitted together is in ' +
      '[the base year](../explanation/base-year.md).',
    '- **headcount of the group by area**: published where the publisher counts the staff group in every area; ' +
      'otherwise a national number, spread over the areas by a published series (derived) or by population (assumed).\n' +
      '- **split of the group**: which part of the published staff group the occupation is (' +
      '`occupation-splits.csv`). Blank where the group is one occupation, or the number is the ' +
      'occupation’s own.\n' +
      '- **age and sex**: shares by profile (`age-sex.csv`), fitted to the headcount.\n' +
      '- **FTE**: the group’s published FTE by area, divided between its occupations; or the national number.\n' +
      '- **turnover**: from a month’s published joiners and leavers, times a factor that makes them a ' +
      'year’s (`annualisation.csv`); or `turnover-rates.csv`. Areas of social care by nine years of published ' +
      'turnover.\n' +
      '- **vacancies**: `vacancies.csv`; areas of social care by the published vacancies of one year.',
    '## Summary',
    'Number of the occupations by how the block is known.',
    table(
      ['block', ...BASES, 'does not arise'],
      BASIS_BLOCKS.map((block) => {
        const count = (basis: string | undefined): string =>
          String(rows.filter(({ blocks }) => blocks[block]?.basis === basis).length)
        return [TITLES[block], ...BASES.map(count), count(undefined)]
      }),
    ),
    '## What the published tables are used for',
    'Every table of `data/statistics/`: **read** at every run; **cited** by rows of the assumption tables that ' +
      'are worked out from it; only **checked** against; or **unused**, and why. A test holds the list against ' +
      'what the program reads.',
    table(
      ['table', 'use', 'what for, or why not'],
      SERIES_USE.map(({ table: name, use, what }) => [code(name), use, cell(what)]),
    ),
    ...reference.sectors.flatMap((sector) => {
      const own = rows.filter(({ occupation }) => occupation.sector === sector.code)
      if (own.length === 0) return []
      return [
        `## ${sector.name}`,
        table(
          ['staff group', 'occupation', ...BASIS_BLOCKS.map((block) => TITLES[block])],
          own.map(({ occupation, blocks }, index) => [
            own[index - 1]?.occupation.staffGroup === occupation.staffGroup
              ? ''
              : (reference.staffGroups.find(({ code }) => code === occupation.staffGroup)?.name ??
                occupation.staffGroup),
            occupation.name,
            ...BASIS_BLOCKS.map((block) => show(blocks[block])),
          ]),
        ),
      ]
    }),
  )

const show = (known: BlockBasis | null): string => (known === null ? '' : `${known.basis}, ${known.quality}`)
