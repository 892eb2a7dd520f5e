import { safeguardedShare } from '../assumptions/international.ts'
import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { ExplainedInput } from '../domain/explanation.ts'
import type { Occupation } from '../domain/occupation.ts'
import { judgedInput, people, percent } from './explain-inputs.ts'

const MONEY = ['pay_bill', 'temporary_cost', 'training_cost', 'policy_cost', 'net_cost']
const CARE = [
  'unpaid_hours',
  'unpaid_hours_per_adult',
  'heavy_carers',
  'heavy_carer_share',
  'women_to_men_hours',
]

/** Assumptions behind measures of money and of unpaid care; none for other measures. */
export function measureInputs(
  book: AssumptionBook,
  measure: string,
  members: readonly Occupation[],
): ExplainedInput[] {
  if (CARE.includes(measure)) return careInputs(book)
  return MONEY.includes(measure) ? moneyInputs(book, members) : []
}

/** How hours of unpaid care come about, in sentences. */
export const careMethod = (isBase: boolean): string[] => [
  'At the base, carers are the census’s shares of residents by age and sex, with the mean hours of its bands; hours needed are theirs and those that care staff give.',
  ...(isBase
    ? []
    : [
        'Hours needed follow the population by the age and sex of the person cared for, and the growth of social care.',
        'What care staff at work do not give falls on carers; carers who give up work leave the labour pool that posts are filled from, a year later.',
        'The range is the middle 80 % of the draws; no published past is there to test it against.',
      ]),
]

/** What staff cost: prices and paths of pay of their sectors and, for a single occupation, its pay and training. */
function moneyInputs(book: AssumptionBook, members: readonly Occupation[]): ExplainedInput[] {
  const sectors = [...new Set(members.map(({ sector }) => sector))]
  const [single] = members
  return [
    judgedInput(
      'Prices',
      `those of ${book.prices.year}/${(book.prices.year + 1) % 100}`,
      book.prices.judgement,
    ),
    ...sectors.flatMap((sector) => sectorMoney(book, sector)),
    ...(members.length === 1 && single ? occupationMoney(book, single) : []),
  ]
}

function sectorMoney(book: AssumptionBook, sector: string): ExplainedInput[] {
  const path = book.payPaths.get(sector)
  const temporary = book.temporary.get(sector)
  return [
    ...(path
      ? [
          judgedInput(
            `Pay in ${sector}`,
            `grows ${percent(path.growth)} a year in real terms, outside options ${percent(path.outside)}; ${percent(path.taxReturned)} of extra pay comes back as tax`,
            path.judgement,
          ),
        ]
      : []),
    ...(temporary
      ? [
          judgedInput(
            `Temporary staff in ${sector}`,
            `cover ${percent(temporary.share)} of vacant posts at ${percent(temporary.premium)} over the cost of staff in post`,
            temporary.judgement,
          ),
        ]
      : []),
  ]
}

function occupationMoney(book: AssumptionBook, { code, name }: Occupation): ExplainedInput[] {
  const pay = book.pay.get(code)
  return [
    ...(pay
      ? [
          judgedInput(
            `Pay of ${name.toLowerCase()} for one full-time equivalent`,
            `£${people(pay.pay)} a year, national insurance ${percent(pay.onCosts)} and pension ${percent(pay.pension)} on top`,
            pay.judgement,
          ),
        ]
      : []),
    ...book.programmes.flatMap((programme) => {
      const row = programme.occupation === code ? book.trainingCosts.get(programme.code) : undefined
      if (!row) return []
      return [
        judgedInput(
          `Cost of ${programme.name.toLowerCase()}`,
          `£${people(row.cost)} a student and year; placements for ${percent(row.spare)} more students`,
          row.judgement,
        ),
      ]
    }),
  ]
}

function careInputs(book: AssumptionBook): ExplainedInput[] {
  const { careResponse } = book
  const listed = (bands: readonly number[], show: (value: number) => string): string =>
    bands.map(show).join(', ')
  return [
    ...[...book.careHours].map(([band, row]) =>
      judgedInput(
        `Carers who give ${band} hours a week`,
        `${people(row.carers)} people, ${row.hours} hours each`,
        row.judgement,
      ),
    ),
    ...[...book.carers].map(([key, row]) =>
      judgedInput(`Share of residents who give care, ${key}`, listed(row.bands, percent), row.judgement),
    ),
    ...[...book.careNeed].map(([sex, row]) =>
      judgedInput(`Hours of care needed a week, by age: ${sex}`, listed(row.bands, String), row.judgement),
    ),
    ...[...book.formalCare].map(([code, row]) =>
      judgedInput(
        `Hours of care a year from one full-time equivalent: ${code}`,
        people(row.hours),
        row.judgement,
      ),
    ),
    judgedInput(
      'How carers answer to hours',
      `heavy carers rise by ${careResponse.heavyElasticity} % for 1 % more hours an adult; women give ${percent(careResponse.womenMarginal)} of extra hours`,
      careResponse.judgement,
    ),
    ...book.uncertainty
      .filter(({ target }) => target === 'care-pool' || target === 'unpaid-growth')
      .map((row) => judgedInput(row.meaning, row.distribution.kind, row.judgement)),
  ]
}

/** Limits on an occupation's arrivals, and the part of them from safeguarded countries. */
export function arrivalInputs(book: AssumptionBook, occupation: Occupation): ExplainedInput[] {
  const limits = book.internationalLimits.get(occupation.code)
  if (!limits) return []
  const cap = limits.cap === null ? 'no most' : `at most ${people(limits.cap)}`
  return [
    judgedInput(
      'Limits on arrivals from abroad',
      `at least ${people(limits.floor)}, ${cap} a year; ${percent(safeguardedShare(book, occupation))} of them from countries of the support and safeguards list`,
      limits.judgement,
    ),
  ]
}
