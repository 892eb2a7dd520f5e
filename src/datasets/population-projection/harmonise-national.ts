import { SEXES } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { AGE_BANDS } from '../age-bands.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { nationalVariant } from './kind.ts'
import type { National } from './parse-national.ts'

const VARIANTS = ['principal', 'high', 'low'] as const
type Variant = (typeof VARIANTS)[number]

const population = ({ people }: National, year: number): number =>
  SEXES.reduce((sum, sex) => people[sex].reduce((part, values) => part + (values[year] ?? 0), sum), 0)

/**
 * Tells the three variants apart by England's population in the last year: the greatest is high, the
 * least is low. The files don't name their variant.
 * @throws HeadroomError `edition-companion` unless there are three, `edition-total` where their base years differ
 */
export function nameVariants(files: readonly National[]): ReadonlyMap<Variant, National> {
  const given = files.map(({ file }) => file.name).join(', ')
  if (files.length !== 3)
    throw new HeadroomError('edition-companion', {
      given,
      missing: `${nationalVariant.title}, one file each`,
    })
  const years = files[0]?.years ?? []
  const [low, principal, high] = [...files].sort(
    (a, b) => population(a, a.years.length - 1) - population(b, b.years.length - 1),
  )
  if (!low || !principal || !high) throw new Error('three variants were counted')
  for (const variant of [low, high]) {
    if (variant.years.join() !== years.join() || principal.years.join() !== years.join())
      throw new HeadroomError('edition-incomplete', {
        file: variant.file.name,
        missing: `the years ${years[0]} to ${years.at(-1)} and no others`,
      })
    for (const sex of SEXES)
      AGE_BANDS.forEach((band, index) => {
        const expected = principal.people[sex][index]?.[0] ?? 0
        const found = variant.people[sex][index]?.[0] ?? 0
        // All variants start from one estimate: a difference means that ages or sexes were misread.
        if (Math.abs(found - expected) > 0.5)
          throw new HeadroomError('edition-total', {
            file: variant.file.name,
            what: `the ${sex} population of ${band} in the base year ${years[0]}`,
            expected: `${expected} as in ${principal.file.name}`,
            found,
          })
      })
  }
  return new Map([
    ['principal', principal],
    ['high', high],
    ['low', low],
  ])
}

/** The variants for England by sex and five-year age band. */
export function variantTable(variants: ReadonlyMap<Variant, National>): TidyTable {
  const years = variants.get('principal')?.years ?? []
  return {
    file: 'england-variants.csv',
    title: `Projected population of England, ${years[0]}-based: principal, high and low variants`,
    definition:
      'Usual residents of England on 30 June of each year by sex and five-year age band. High: high fertility, life ' +
      'expectancy and migration; low: low fertility, life expectancy and migration.',
    editionColumns: [],
    columns: [
      { name: 'variant', type: 'text', description: 'principal, high or low' },
      { name: 'sex', type: 'text', description: 'female or male' },
      { name: 'age_band', type: 'text', description: 'Age in completed years: 0-4 to 85-89, 90+' },
      ...years.map((year) => ({
        name: `y${year}`,
        type: 'number' as const,
        unit: 'people',
        description: `Usual residents on 30 June ${year}`,
      })),
    ],
    rows: VARIANTS.flatMap((variant) =>
      SEXES.flatMap((sex) =>
        AGE_BANDS.map((band, index) => [
          variant,
          sex,
          band,
          ...(variants.get(variant)?.people[sex][index] ?? []).map((value) => roundTo(value, 1)),
        ]),
      ),
    ),
  }
}
