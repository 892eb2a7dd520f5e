import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openFile } from '../../src/datasets/open-file.ts'
import { type PublishedFile, wholeText } from '../../src/datasets/published-file.ts'
import { createImportContext } from '../../src/datasets/read-code-lists.ts'
import type { ImportContext } from '../../src/datasets/series.ts'
import { parseCsv } from '../../src/tables/parse-csv.ts'
import { copyPublished, createDataFolder, goldenSeries } from '../../tests/support/golden-import.ts'

/** A file of a golden folder: its bytes, opened, and, where it is a table of text, split into cells. */
export interface Fixture {
  readonly name: string
  readonly bytes: Uint8Array
  readonly opened: PublishedFile
  readonly cells: readonly (readonly string[])[]
  readonly delimiter: string
  /** True where rows and columns may come in any order: a header, and below it rows that stand for themselves. */
  readonly isTable: boolean
}

/** The golden folders by series, and the code lists that go with them. */
export interface Fixtures {
  readonly series: ReadonlyMap<string, readonly Fixture[]>
  readonly context: ImportContext
}

/** Reads the small files in the publishers' shapes that the tests of the importers use. */
export async function readFixtures(): Promise<Fixtures> {
  const data = createDataFolder()
  try {
    const lists = readdirSync(path.join(data, 'reference')).map((name) => `reference/${name}`)
    const context = createImportContext(
      new Map(lists.map((name) => [name, readFileSync(path.join(data, name), 'utf8')])),
    )
    const series = new Map<string, readonly Fixture[]>()
    for (const code of goldenSeries()) {
      const folder = path.join(path.dirname(data), code)
      mkdirSync(folder)
      const fixtures: Fixture[] = []
      for (const file of await copyPublished(code, folder))
        fixtures.push(await readFixture(path.basename(file), readFileSync(file)))
      series.set(code, fixtures)
    }
    return { series, context }
  } finally {
    rmSync(path.dirname(data), { recursive: true, force: true })
  }
}

async function readFixture(name: string, bytes: Uint8Array): Promise<Fixture> {
  const opened = await openFile({ name, bytes, sha256: name })
  const delimiter = opened.kind === 'text' && /^[^\n,]*\t/.test(opened.head) ? '\t' : ','
  if (opened.kind === 'workbook') return { name, bytes, opened, cells: [], delimiter, isTable: false }
  const { cells, isTable } = splitCells(wholeText(opened), delimiter)
  return { name, bytes, opened, cells: cells.filter((row) => row.length > 0), delimiter, isTable }
}

// A sheet saved as text has titles above and notes below, and rows of any width; JSON is damaged as bytes only.
function splitCells(text: string, delimiter: string): Pick<Fixture, 'cells' | 'isTable'> {
  if (/^\s*\{/.test(text)) return { cells: [], isTable: false }
  try {
    return { cells: parseCsv(text, delimiter), isTable: true }
  } catch {
    return { cells: parseCsv(text, delimiter, true), isTable: false }
  }
}
