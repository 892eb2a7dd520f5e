import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { importSeries } from '../../src/datasets/import-series.ts'
import { openChunks } from '../../src/datasets/open-file.ts'
import { CODE_LISTS, createImportContext } from '../../src/datasets/read-code-lists.ts'
import { writeTable } from '../../src/datasets/tidy-table.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { parseCsv } from '../../src/tables/parse-csv.ts'

const ROWS = 1_000_000
const GOLDEN = path.join(packageFolder(), 'tests/golden/import')
const lists = CODE_LISTS.filter((file) => existsSync(path.join(GOLDEN, file))).map(
  (file) => [file, readFileSync(path.join(GOLDEN, file), 'utf8')] as const,
)
const context = createImportContext(new Map(lists))

const published = readFileSync(path.join(GOLDEN, 'nhs-turnover/in/Turnover benchmarking, Oct-25.csv'), 'utf8')
const [header = [], ...rows] = parseCsv(published, ',')
const organisation = header.indexOf('REPORTING_ORG_CODE')
const COPIES = Math.ceil(ROWS / rows.length)

const MARK = '§'
const marked = writeTable(
  header,
  rows.map((cells) => cells.with(organisation, `${cells[organisation]}${MARK}`)),
)
const body = marked.slice(marked.indexOf('\n') + 1)

/** The small file of the golden folder many times over, each time under other codes of organisations. */
function* chunks(copies: number, end: string): Generator<Uint8Array> {
  const utf8 = new TextEncoder()
  let text = marked.slice(0, marked.indexOf('\n') + 1)
  for (let copy = 0; copy < copies; copy++) {
    text += body.replaceAll(MARK, String(copy))
    if (copy % 100 !== 0) continue
    yield utf8.encode(text)
    text = ''
  }
  yield utf8.encode(text + end)
}

async function importLarge(copies: number, end: string) {
  const opened = await openChunks({ name: 'large.csv', sha256: '1', chunks: () => chunks(copies, end) })
  return importSeries([opened], context)
}

describe('a published file of a million rows', () => {
  it('gives the figures of the small one as many times as it holds it', async () => {
    const small = await openChunks({
      name: 'small.csv',
      sha256: '2',
      chunks: () => [new TextEncoder().encode(published)],
    })
    const [once] = importSeries([small], context)
    const [imported] = await importLarge(COPIES, '')
    expect(imported?.editions[0]?.rows).toBe(COPIES * rows.length)
    expect(COPIES * rows.length).toBeGreaterThanOrEqual(ROWS)
    const found = imported?.tables[0]?.rows ?? []
    expect(found).toHaveLength(once?.tables[0]?.rows.length ?? 0)
    once?.tables[0]?.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        const value = found[row]?.[column]
        if (typeof cell === 'number') expect(Number(value) / COPIES).toBeCloseTo(cell, 5)
        else expect(value).toBe(cell)
      })
    })
  })

  it('names the row where it is cut short, and gives nothing', async () => {
    const copies = Math.ceil(COPIES / 10)
    const error = await importLarge(copies, '202509 to 202510,Joiners').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(HeadroomError)
    expect(error).toMatchObject({
      code: 'edition-damaged',
      message: expect.stringContaining(`row ${copies * rows.length + 2} has 2 cells`),
    })
  })
})
