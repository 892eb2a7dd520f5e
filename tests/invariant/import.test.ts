import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importSeries } from '../../src/datasets/import-series.ts'
import { openFile } from '../../src/datasets/open-file.ts'
import { sheetsOf } from '../../src/datasets/raw-sheet.ts'
import { createImportContext } from '../../src/datasets/read-code-lists.ts'
import type { ImportContext } from '../../src/datasets/series.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { copyPublished, createDataFolder, goldenSeries, writeWorkbook } from '../support/golden-import.ts'

interface Raw {
  readonly name: string
  readonly bytes: Uint8Array
}

let data: string
let context: ImportContext
const published = new Map<string, readonly Raw[]>()

beforeAll(async () => {
  data = createDataFolder()
  const lists = readdirSync(path.join(data, 'reference')).map((name) => `reference/${name}`)
  context = createImportContext(
    new Map(lists.map((name) => [name, readFileSync(path.join(data, name), 'utf8')])),
  )
  for (const series of goldenSeries()) {
    const folder = path.join(path.dirname(data), series)
    mkdirSync(folder)
    const paths = await copyPublished(series, folder)
    published.set(
      series,
      paths.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })),
    )
  }
})
afterAll(() => rmSync(path.dirname(data), { recursive: true, force: true }))

/** The tables that files give, or the code of the error they end in; any other exception is a bug and passes through. */
async function attempt(files: readonly Raw[]): Promise<unknown> {
  try {
    // Every file its own hash: that two are the same file is another test's business.
    const opened = await Promise.all(files.map((file, index) => openFile({ ...file, sha256: String(index) })))
    return importSeries(opened, context).flatMap(({ tables }) =>
      tables.map(({ file, rows }) => [file, [...rows].map(String).sort()]),
    )
  } catch (error) {
    if (error instanceof HeadroomError) return error.code
    throw error
  }
}

const filesOf = (series: string): readonly Raw[] => published.get(series) ?? []
const isText = ({ name }: Raw): boolean => /\.(csv|tsv)$/.test(name)
const replaceAt = (files: readonly Raw[], index: number, bytes: Uint8Array): Raw[] =>
  files.map((file, at) => (at === index % files.length ? { ...file, bytes } : file))
const decode = ({ bytes }: Raw): string => new TextDecoder('latin1').decode(bytes)
const encode = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** True for a header line above rows that stand for themselves; titles and merged headers tell by their place. */
const isTable = (header: readonly string[], rows: readonly (readonly string[])[]): boolean =>
  header.filter((cell) => cell === '').length <= 1 && rows.every((row) => row.length === header.length)

/** Damage that happens to files: cut short, bytes changed, a stretch lost or doubled. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    kind: fc.constant('change' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constantFrom('lose' as const, 'double' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 400 }),
  }),
)
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function inflict(bytes: Uint8Array, harm: Damage): Uint8Array {
  const at = Math.floor(harm.at * bytes.length)
  if (harm.kind === 'cut') return bytes.slice(0, at)
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)]
  if (harm.kind === 'change') return concat(before, harm.bytes, after.slice(harm.bytes.length))
  const stretch = after.slice(0, harm.length)
  return harm.kind === 'lose' ? concat(before, after.slice(harm.length)) : concat(before, stretch, after)
}

const concat = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

describe.each(goldenSeries())('%s', (series) => {
  it('ends in an error of the catalogue or in tables, whatever happens to a file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(9), damage, async (which, harm) => {
        const files = filesOf(series)
        const file = files[which % files.length]
        if (!file) return
        await attempt(replaceAt(files, which, inflict(file.bytes, harm)))
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same tables in any encoding, with any line ends and in any order of files', async () => {
    const files = filesOf(series)
    const expected = await attempt(files)
    expect(expected).toBeInstanceOf(Array)
    const text = (file: Raw): string => {
      const bytes = file.bytes
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      } catch {
        return decode(file).replaceAll('\u0096', '–')
      }
    }
    const all = (change: (file: Raw) => Uint8Array): Raw[] =>
      files.map((file) => (isText(file) ? { ...file, bytes: change(file) } : file))
    const utf8 = new TextEncoder()
    expect(await attempt(all((file) => utf8.encode(`\ufeff${text(file)}`)))).toEqual(expected)
    expect(await attempt(all((file) => utf8.encode(text(file).replaceAll(/\r?\n/g, '\r\n'))))).toEqual(
      expected,
    )
    expect(await attempt(all((file) => utf16(`\ufeff${text(file)}`)))).toEqual(expected)
    expect(await attempt([...files].reverse())).toEqual(expected)
  })

  it('gives the same tables with columns and rows shuffled', async () => {
    const files = filesOf(series)
    const expected = await attempt(files)
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (random) => {
        const keys = (length: number): number[] =>
          Array.from({ length }, (_, at) => at).sort(
            compareBy(Array.from({ length }, () => random.next().value)),
          )
        const shuffled = files.map((file) => {
          if (!isText(file)) return file
          const separator = file.name.endsWith('.tsv') ? '\t' : ','
          const [header = [], ...rows] = splitCells(decode(file), separator)
          if (!isTable(header, rows)) return file
          const columns = keys(header.length)
          const lines = [header, ...keys(rows.length).map((at) => rows[at] ?? [])].map((cells) =>
            columns.map((at) => cells[at] ?? '').join(separator),
          )
          return { ...file, bytes: encode(`${lines.join('\n')}\n`) }
        })
        expect(await attempt(shuffled)).toEqual(expected)
      }),
      { numRuns: 8 },
    )
  })
})

describe('workbooks', () => {
  it('end in an error or in tables with sheets renamed, emptied or swapped', async () => {
    const table = filesOf('population-projection').find(({ name }) => name === 'table3.xlsx')
    if (!table) throw new Error('the golden folder has no table3.xlsx')
    const sheets = sheetsOf(await openFile({ ...table, sha256: '' }))
    const others = filesOf('population-projection').filter(({ name }) => name !== 'table3.xlsx')
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: fc.constantFrom('Males', 'Females', 'Persons', 'Sheet1', 'Mid-2022 ICB 2023'),
            drop: fc.nat(60),
          }),
          {
            minLength: sheets.length,
            maxLength: sheets.length,
          },
        ),
        async (changes) => {
          const changed = sheets.map(({ rows }, at) => [
            `${changes[at]?.name ?? ''}${changes.findIndex(({ name }) => name === changes[at]?.name) === at ? '' : at}`,
            rows.filter((_, row) => row !== changes[at]?.drop),
          ])
          const bytes = await writeWorkbook(JSON.stringify(Object.fromEntries(changed)), 'xlsx')
          await attempt([{ name: 'table3.xlsx', bytes }, ...others])
        },
      ),
      { numRuns: 20 },
    )
  })
})

const compareBy =
  (weights: readonly number[]) =>
  (a: number, b: number): number =>
    (weights[a] ?? 0) - (weights[b] ?? 0)

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]),
  )

/** Cells of each line as written, quotes kept; no cell of the golden files holds a line end. */
const splitCells = (text: string, separator: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split(separator === '\t' ? '\t' : /,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
