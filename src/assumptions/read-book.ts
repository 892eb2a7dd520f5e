import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { readTable } from '../tables/table.ts'
import { type BookCodes, createBookReader } from './book-reader.ts'
import { readCareTables } from './read-book-care.ts'
import { readFlowTables } from './read-book-flows.ts'
import { readMoneyTables } from './read-book-money.ts'
import { readNeedTables } from './read-book-need.ts'
import { readPeopleTables } from './read-book-people.ts'
import { readUncertainty } from './read-book-uncertainty.ts'
import { readCorrelations } from './read-correlations.ts'
import { readFacts } from './read-facts.ts'
import { readFamilies } from './read-families.ts'
import { readSources } from './read-sources.ts'

/**
 * Reads the book of assumptions: every table under `data/assumptions/`, each row with its judgement.
 * @throws HeadroomError naming file, row and column where a table is damaged, a code is unknown, a key
 *   stands twice, a value is out of its bounds, an assumption is unsigned or has no source, or a row is missing
 */
export function readBook(files: InputFiles, reference: Reference): AssumptionBook {
  const sources = readSources(files)
  const families = readFamilies(files)
  const services = readTable(files, 'reference/services.csv', ['code', 'name']).rows.map((row) => ({
    code: row.text('code'),
    name: row.text('name'),
  }))
  const codes: BookCodes = {
    occupations: reference.occupations.map(({ code }) => code),
    profiles: [...new Set(reference.occupations.map(({ profile }) => profile))],
    groups: reference.staffGroups.map(({ code }) => code),
    sectors: reference.sectors.map(({ code }) => code),
    services: services.map(({ code }) => code),
  }
  const book = createBookReader(files, sources, families)
  const flows = readFlowTables(book, codes)
  const uncertain = readUncertainty(book, codes)
  return {
    services,
    sources,
    families,
    facts: readFacts(files, sources),
    ...readPeopleTables(book, codes),
    ...flows,
    ...readNeedTables(book, codes),
    ...readMoneyTables(book, codes, flows.programmes),
    ...readCareTables(book, codes),
    ...uncertain,
    correlations: readCorrelations(book, uncertain.uncertainty),
  }
}
