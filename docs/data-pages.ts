import { readBook } from '../src/assumptions/read-book.ts'
import { readSources } from '../src/datasets/catalogue/read-sources.ts'
import { readStatistics } from '../src/datasets/read-statistics.ts'
import type { InputFiles } from '../src/domain/input-files.ts'
import { describeBasis } from '../src/pipeline/base-year-basis.ts'
import { readReference } from '../src/pipeline/read-reference.ts'
import { basisPage } from './basis-page.ts'
import { createLeverPages } from './lever-pages.ts'
import { seriesIndex, seriesPage } from './series-pages.ts'

/**
 * The reference pages that are made from the data, by their path in `docs/`: one a series with a list of
 * them, how each block of the base year is known, the levers and the scenarios.
 */
export function createDataPages(files: InputFiles): ReadonlyMap<string, string> {
  const sources = readSources(files)
  const reference = readReference(files)
  const basis = describeBasis(reference, readStatistics(files, reference), readBook(files, reference))
  return new Map([
    ['reference/series/README.md', seriesIndex(sources)],
    ...sources.map((source): [string, string] => [
      `reference/series/${source.series}.md`,
      seriesPage(files, source),
    ]),
    ['reference/base-year-basis.md', basisPage(reference, basis)],
    ...createLeverPages(files),
  ])
}
