import { HeadroomError } from '../../errors/headroom-error.ts'
import { onlyFile } from '../editions.ts'
import { healthGeographies } from '../population-estimates/kind.ts'
import { parseBoards, parseGroups } from '../population-estimates/parse.ts'
import type { PublishedFile } from '../published-file.ts'
import { type Edition, filesOf, type Harmonised, type ImportContext, OGL, type Series } from '../series.ts'
import { nameVariants, variantTable } from './harmonise-national.ts'
import { areaTable } from './harmonise-subnational.ts'
import { nationalVariant, subnationalTable3 } from './kind.ts'
import { parseNational } from './parse-national.ts'
import { parseSubnational } from './parse-subnational.ts'
import { areaShares } from './to-areas.ts'

/** Projected population of the areas, and of England in three variants. */
export const populationProjection: Series = {
  code: 'population-projection',
  title: 'Population projections',
  publisher: 'Office for National Statistics',
  licence: OGL,
  attribution:
    'Adapted from data from the Office for National Statistics licensed under the Open Government Licence v3.0.',
  address: 'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationprojections',
  notes: [
    'The projections carry on the trends of the years before they were made; the 2018-based ones know neither the pandemic nor the Census of 2021.',
    'The subnational table is by clinical commissioning group; data/reference/ccg-successors.csv says which groups merged, took another code or lost a part to a neighbour.',
  ],
  starts: [subnationalTable3, nationalVariant],
  companions: [healthGeographies],
  harmonise(files, context) {
    const subnational = filesOf(files, subnationalTable3)
    const national = filesOf(files, nationalVariant)
    const parts = [
      ...(subnational.length > 0
        ? [harmoniseSubnational(subnational, filesOf(files, healthGeographies), context)]
        : []),
      ...(national.length > 0 ? [harmoniseNational(national)] : []),
    ]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

function harmoniseSubnational(
  files: readonly PublishedFile[],
  estimates: readonly PublishedFile[],
  { areas, ccgSuccessors }: ImportContext,
): Harmonised {
  const file = onlyFile(files, subnationalTable3)
  const companion = onlyFile(estimates, healthGeographies)
  if (!file) throw new Error('a subnational table was counted')
  if (!companion)
    throw new HeadroomError('edition-companion', { given: file.name, missing: healthGeographies.title })
  const projection = parseSubnational(file)
  const boards = parseBoards(companion)
  const groups = parseGroups(companion, boards.year)
  const shares = areaShares(groups, boards, ccgSuccessors, areas, companion.name)
  const { table, findings } = areaTable(projection, shares, ccgSuccessors, areas, file.name)
  const own = edition(file, projection.years, projection.rows)
  const places: Edition = {
    edition: `mid-${boards.year}, for the parts of groups that moved`,
    period: `${boards.year}-06-30`,
    file: companion.name,
    sha256: companion.sha256,
    rows: groups.places.length + boards.places.length,
  }
  return {
    editions: [{ ...own, edition: `${own.edition}, by clinical commissioning group` }, places],
    tables: [table],
    findings,
  }
}

function harmoniseNational(files: readonly PublishedFile[]): Harmonised {
  const parsed = files.map(parseNational)
  const variants = nameVariants(parsed)
  const editions = [...variants].map(([variant, { file, years, rows }]) => {
    const plain = edition(file, years, rows)
    return { ...plain, edition: `${plain.edition}, national ${variant} variant` }
  })
  return { editions, tables: [variantTable(variants)], findings: [] }
}

const edition = (file: PublishedFile, years: readonly number[], rows: number): Edition => ({
  edition: `${years[0]}-based`,
  period: `${years[0]}/${years.at(-1)}`,
  file: file.name,
  sha256: file.sha256,
  rows,
})
