import type { Correlation, Judged, Uncertainty } from '../domain/assumption-book.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { BookReader, BookRow } from './book-reader.ts'

const COLUMNS = ['id', 'members', 'rho', 'meaning']

/**
 * Which uncertain assumptions move together. A line names ids of `uncertainty.csv`, or targets for all the lines
 * that have them, with a space between; each two of them have its correlation.
 * @throws HeadroomError `table-reference` for a name that is neither, `table-cell` for fewer than two members,
 *   `table-duplicate` where a pair stands in two lines, or what the reader of the book throws
 */
export function readCorrelations(
  book: BookReader,
  uncertainty: readonly Uncertainty[],
): readonly Judged<Correlation>[] {
  const stated = new Map<string, number>()
  return book.list('correlations', COLUMNS, (row) => {
    const members = readMembers(row, uncertainty)
    for (const [i, a] of members.entries())
      for (const b of members.slice(i + 1)) {
        const pair = `${a} with ${b}`
        const first = stated.get(pair)
        if (first !== undefined)
          throw new HeadroomError('table-duplicate', { file: row.file, row: row.number, key: pair, first })
        stated.set(pair, row.number)
      }
    const id = row.text('id')
    return { key: id, id, members, rho: row.value('rho'), meaning: row.text('meaning') }
  })
}

/** Ids in the order of `uncertainty.csv`, each once. */
function readMembers(row: BookRow, uncertainty: readonly Uncertainty[]): string[] {
  const found = row.text('members')
  const names = found.split(' ').filter((name) => name !== '')
  for (const name of names)
    if (!uncertainty.some(({ id, target }) => id === name || target === name))
      throw new HeadroomError('table-reference', {
        file: row.file,
        row: row.number,
        column: 'members',
        found: name,
        list: 'the ids and targets of uncertainty.csv',
      })
  const members = uncertainty.filter(({ id, target }) => names.includes(id) || names.includes(target))
  if (members.length > 1) return members.map(({ id }) => id)
  throw new HeadroomError('table-cell', {
    file: row.file,
    row: row.number,
    column: 'members',
    expected: 'two assumptions or more',
    found,
  })
}
