import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readStatistics } from '../../src/datasets/read-statistics.ts'
import { readReference } from '../../src/pipeline/read-reference.ts'
import { importFiles } from '../../src/storage/import-files.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { dataFiles } from '../support/data-files.ts'
import { createDataFolder, writeWorkbook } from '../support/golden-import.ts'

type Sheets = Record<string, (string | number | null)[][]>

const GOLDEN = path.join(packageFolder(), 'tests', 'golden', 'import')
const sheets = (file: string): Sheets => JSON.parse(readFileSync(path.join(GOLDEN, file), 'utf8'))

let data: string
beforeEach(() => {
  data = createDataFolder()
})
afterEach(() => rmSync(path.dirname(data), { recursive: true, force: true }))

async function importSheets(name: string, content: Sheets, ...others: readonly string[]): Promise<string> {
  const file = path.join(path.dirname(data), name)
  writeFileSync(file, await writeWorkbook(JSON.stringify(content), 'xlsx'))
  try {
    const reports = await importFiles([file, ...others], data)
    return reports.flatMap(({ editions }) => editions).join('; ')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('the next estimates for health geographies', () => {
  const edition2022 = sheets('population-estimates/in/estimates.xlsx-sheets')
  const last = edition2022['Mid-2022 ICB 2023'] ?? []
  const header = last.findIndex((row) => row.includes('SICBL 2023 Code'))

  it('of mid-2023, with the typing error in the header mended, come in beside those of mid-2022', async () => {
    const mended = last.map((row, index) =>
      index === header ? row.map((cell) => (cell === 'NSHER 2023 Name' ? 'NHSER 2023 Name' : cell)) : row,
    )
    expect(await importSheets('next.xlsx', { ...edition2022, 'Mid-2023 ICB 2023': mended })).toBe('mid-2023')
    expect(await importSheets('before.xlsx', edition2022)).toBe('mid-2022')
    const tables = readdirSync(path.join(data, 'statistics', 'population-estimates'))
    expect(tables.filter((name) => name.endsWith('.csv'))).toEqual(['icb-mid-2022.csv', 'icb-mid-2023.csv'])
    const [first, second] = ['icb-mid-2022.csv', 'icb-mid-2023.csv'].map((name) =>
      readFileSync(path.join(data, 'statistics', 'population-estimates', name), 'utf8'),
    )
    expect(second).toBe(first?.replaceAll(/^2022,/gm, '2023,'))
  })

  it('of a board never seen say which', async () => {
    const renamed = last.map((row) =>
      row.map((cell) =>
        cell === 'E54000030'
          ? 'E54000999'
          : typeof cell === 'string'
            ? cell.replace('South East London', 'Central London')
            : cell,
      ),
    )
    expect(await importSheets('next.xlsx', { 'Mid-2023 ICB 2023': renamed })).toMatch(
      /sheet Mid-2023 ICB 2023, row \d+, column ICB 2023 Name: expected one of the areas, found NHS Central London.* \(E54000999\)/,
    )
  })
})

describe('the next estimates for local authorities', () => {
  const folder = path.join(GOLDEN, 'population-estimates-local', 'in')
  const lookups = readdirSync(folder)
    .filter((name) => name.includes('tla'))
    .map((name) => path.join(folder, name))
  const edition2020 = JSON.stringify(sheets('population-estimates-local/in/mid-2020.xlsx-sheets'))
  const mid2023 = edition2020.replaceAll('mid-2020', 'mid-2023')

  it('of mid-2023 come in with no change', async () => {
    expect(await importSheets('next.xlsx', JSON.parse(mid2023), ...lookups)).toContain('mid-2023, districts')
  })

  it('by district of 2023 go where the districts that merged lay', async () => {
    const content: Sheets = JSON.parse(mid2023.replaceAll('E07000902', 'E06000101'))
    expect(await importSheets('next.xlsx', content, ...lookups)).toContain('mid-2023, districts')
    const table = path.join(data, 'statistics', 'population-estimates-local', 'area-density.csv')
    expect(readFileSync(table, 'utf8')).toContain('\n2023,QKK,728,')
  })

  it.each([
    [
      'a district never seen',
      'E07000902',
      'E06000199',
      /expected a district of the look-ups .*West district \(E06000199\)/,
    ],
    [
      'ages beyond 90',
      '"90+"',
      '"90","91+"',
      /expected the columns ages up to 90\+ and none after it; .*91\+/,
    ],
  ])('with %s say so', async (_, from, to, message) => {
    expect(await importSheets('next.xlsx', JSON.parse(mid2023.replaceAll(from, to)), ...lookups)).toMatch(
      message,
    )
    mkdirSync(path.join(data, 'statistics'), { recursive: true })
    expect(readdirSync(path.join(data, 'statistics'))).toEqual([])
  })
})

describe('the estimate that the model starts from', () => {
  const files = dataFiles()
  const reference = readReference(files)
  const mid2022 = files.get('statistics/population-estimates/icb-mid-2022.csv') ?? ''

  it('is that of mid-2022 where it is the only one', () => {
    const { populationYear, population } = readStatistics(files, reference)
    expect(populationYear).toBe(2022)
    const people = [...population.values()].flat().reduce((sum, value) => sum + value, 0)
    expect(people).toBe(57_106_398)
  })

  it('is the newest where there are several', () => {
    const mid2023 = mid2022
      .replaceAll(/^2022,/gm, '2023,')
      .replaceAll(/,(\d+)$/gm, (_, people: string) => `,${Number(people) + 1}`)
    const both = new Map([...files, ['statistics/population-estimates/icb-mid-2023.csv', mid2023]])
    const { populationYear, population } = readStatistics(both, reference)
    expect(populationYear).toBe(2023)
    const people = [...population.values()].flat().reduce((sum, value) => sum + value, 0)
    expect(people).toBe(57_106_398 + 42 * 2 * 91)
  })
})
