import { readBook } from '../src/assumptions/read-book.ts'
import { readSources } from '../src/datasets/catalogue/read-sources.ts'
import { readStatistics } from '../src/datasets/read-statistics.ts'
import type { InputFiles } from '../src/domain/input-files.ts'
import { describeBasis } from '../src/pipeline/base-year-basis.ts'
import { readReference } from '../src/pipeline/read-reference.ts'
import { assumptionsPage } from './assumptions-page.ts'
import { basisPage } from './basis-page.ts'
import { examplesPage } from './examples-page.ts'
import { howWeDidPage } from './how-we-did-page.ts'
import { createLeverPages } from './lever-pages.ts'
import { seriesIndex, seriesPage } from './series-pages.ts'

/**
 * The reference pages that are made from the data, by their path in `docs/`: one a series with a list of
 * them, how each block of the base year is known, other models’ examples, the book of assumptions, the
 * levers and the scenarios.
 */
export function createDataPages(files: InputFiles): ReadonlyMap<string, string> {
  const sources = readSources(files)
  const reference = readReference(files)
  const book = readBook(files, reference)
  const basis = describeBasis(reference, readStatistics(files, reference), book)
  return new Map([
    ['reference/series/README.md', seriesIndex(sources)],
    ...sources.map((source): [string, string] => [
      `reference/series/${source.series}.md`,
      seriesPage(files, source),
    ]),
    ['reference/base-year-basis.md', basisPage(reference, basis)],
    ['reference/other-models.md', examplesPage(files)],
    ['reference/how-we-did.md', howWeDidPage(files)],
    ['reference/assumptions.md', assumptionsPage(book)],
    ...createLeverPages(files),
  ])
}
