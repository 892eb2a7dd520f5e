import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { write } from 'hucre'
import { packageFolder } from '../../src/storage/package-folder.ts'

const GOLDEN = path.join(packageFolder(), 'tests', 'golden', 'import')

type Cells = (string | number | null)[][]

/** Series that have a golden folder. */
export const goldenSeries = (): readonly string[] =>
  readdirSync(GOLDEN).filter((name) => name !== 'reference')

/** A fresh data folder with the small code lists of the golden folders, three areas in all. */
export function createDataFolder(): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'headroom-import-')), 'data')
  mkdirSync(folder)
  cpSync(path.join(GOLDEN, 'reference'), path.join(folder, 'reference'), { recursive: true })
  return folder
}

/**
 * Puts the published files of a golden folder into a folder: text as it is; a workbook, which is kept as
 * the cells of its sheets in JSON (`book.xlsx-sheets`), in the format its name says.
 * @returns paths of the files
 */
export async function copyPublished(series: string, folder: string): Promise<string[]> {
  const from = path.join(GOLDEN, series, 'in')
  const paths: string[] = []
  for (const name of readdirSync(from)) {
    const [, plain = name, format] = /^(.+\.(xlsx|ods))-sheets$/.exec(name) ?? []
    const bytes = readFileSync(path.join(from, name))
    const target = path.join(folder, plain)
    writeFileSync(target, format === undefined ? bytes : await writeWorkbook(bytes.toString(), format))
    paths.push(target)
  }
  return paths
}

/** The bytes of a workbook with the sheets given as JSON: cells by sheet name. */
export async function writeWorkbook(sheets: string, format: string): Promise<Uint8Array> {
  const cells = JSON.parse(sheets) as Record<string, Cells>
  return write({
    sheets: Object.entries(cells).map(([name, rows]) => ({ name, rows })),
    format: format === 'ods' ? 'ods' : 'xlsx',
  })
}

/** Expected files of a golden folder by name. */
export const expectedOf = (series: string): ReadonlyMap<string, string> => {
  const folder = path.join(GOLDEN, series, 'expected')
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))
}
