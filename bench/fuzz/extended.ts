import { createTextFile, type PublishedFile } from '../../src/datasets/published-file.ts'
import { writeTable } from '../../src/datasets/tidy-table.ts'
import type { Chance } from './chance.ts'
import type { Fixture } from './fixtures.ts'

const ROWS = 1_000_000
const MARK = '\u0001'

/**
 * A text file of a million rows: those of the small file over and over, as they are or, in one column of
 * text, under another name each time.
 */
export function extendFile({ name, cells, delimiter }: Fixture, chance: Chance): PublishedFile {
  const [header = [], ...rows] = cells
  const named = header.map((_, column) => column).filter((column) => /[a-z]/i.test(rows[0]?.[column] ?? ''))
  const renamed = chance.below(4) === 0 || named.length === 0 ? -1 : chance.pick(named)
  const marked = rows.map((row) =>
    row.map((cell, column) => (column === renamed ? `${cell}${MARK}` : cell).replaceAll(delimiter, ' ')),
  )
  const body = writeTable([], marked).replace(/^\n/, '')
  const lines = delimiter === ',' ? body : body.replaceAll(',', delimiter)
  return createTextFile(name, name, function* () {
    yield `${header.map((cell) => cell.replaceAll(delimiter, ' ')).join(delimiter)}\n`
    for (let copy = 0; copy * rows.length < ROWS; copy++) yield lines.replaceAll(MARK, String(copy))
  })
}
