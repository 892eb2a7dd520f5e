import type { InputFiles } from '../domain/input-files.ts'
import { readTable } from '../tables/table.ts'

/** What stands for a row of several councils together, such as a region. */
export const SEVERAL = 'total'

/** Finds the council with social care duties that a publisher means; null where it is none. */
export interface CouncilFinder {
  /** ONS code by the three-digit number of the social care returns, for example `406`. */
  byNumber(number: string): string | null
  /** ONS code by name, `E92000001` for England, or `SEVERAL` for a region or type of council. */
  byName(name: string): string | null
}

/**
 * Makes the finder from `data/reference/social-care-councils.csv` and `council-aliases.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export function readCouncilFinder(files: InputFiles): CouncilFinder {
  const numbers = new Map<string, string>()
  const names = new Map<string, string>()
  for (const row of readTable(files, 'reference/social-care-councils.csv', ['code', 'number', 'name']).rows) {
    const number = row.optional('number')
    if (number !== null) numbers.set(number, row.text('code'))
    names.set(plainCouncil(row.text('name')), row.text('code'))
  }
  for (const row of readTable(files, 'reference/council-aliases.csv', ['name', 'code', 'reason']).rows)
    names.set(plainCouncil(row.text('name')), row.text('code'))
  return {
    byNumber: (number) => numbers.get(number) ?? null,
    byName: (name) => names.get(plainCouncil(name)) ?? null,
  }
}

/**
 * A council's name without what publishers and their programs put around it: the number in front, UA for
 * unitary authority behind, `%20` or full stops for spaces, hyphens and commas.
 */
export function plainCouncil(name: string): string {
  return name
    .replaceAll('%20', ' ')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^\d{3} /, '')
    .replace(/ ua$/, '')
}
