import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { importSeries } from '../../src/datasets/import-series.ts'
import { openFile } from '../../src/datasets/open-file.ts'
import { createTextFile, wholeText } from '../../src/datasets/published-file.ts'
import { createImportContext } from '../../src/datasets/read-code-lists.ts'
import type { Harmonised } from '../../src/datasets/series.ts'
import { parseCsv } from '../../src/tables/parse-csv.ts'
import { dataFiles } from '../support/data-files.ts'
import { SHARED, sharedFiles } from '../support/shared-files.ts'

type Rows = readonly (readonly string[])[]

const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The rows of the first published file of a folder whose name matches. */
async function rowsOf(folder: string, name: RegExp): Promise<Rows> {
  const [file = ''] = sharedFiles(folder, name)
  const opened = await openFile({ name: path.basename(file), bytes: readFileSync(file), sha256: 'x' })
  if (opened.kind !== 'text') throw new Error(`${file} is no text`)
  return parseCsv(wholeText(opened), ',').filter((cells) => cells.length > 0)
}

/** The publishers' next editions, made by rule from those at hand. */
describe.skipIf(SHARED === null)('the next editions of the publishers’ own files', () => {
  const context = createImportContext(dataFiles())
  const imported = (rows: Rows): Harmonised => {
    const text = rows.map((cells) => cells.map(quote).join(',')).join('\r\n')
    const [series] = importSeries([createTextFile('next.csv', 'y', text)], context)
    if (!series) throw new Error('nothing was imported')
    return series
  }
  const change = (rows: Rows, to: (cell: string) => string): Rows => rows.map((cells) => cells.map(to))
  const total = ({ tables }: Harmonised, column: number): number =>
    (tables[0]?.rows ?? []).reduce((sum, row) => sum + Number(row[column]), 0)

  it('turnover: a month on, columns reordered, two trusts merged under a new code', async () => {
    const before = await rowsOf('nhs-turnover', /\.csv$/)
    const period = before[1]?.[before[0]?.indexOf('PERIOD') ?? 0] ?? ''
    const after = change(before, (cell) =>
      cell === period ? '202512 to 202601' : cell === 'RJ1' ? 'R0ZZ' : cell,
    )
    const [one, two] = [imported(before), imported(after.map((cells) => [...cells].reverse()))]
    expect(two.editions[0]?.edition).toBe('to 2026-01')
    for (const column of [5, 6, 7, 8]) expect(total(two, column)).toBeCloseTo(total(one, column), 3)
  })

  it('turnover: several new boards are named at once', async () => {
    const before = await rowsOf('nhs-turnover', /\.csv$/)
    const merged = change(before, (cell) =>
      cell === 'QHL' || cell === 'QUA' ? 'QXA' : cell === 'QKK' ? 'QXB' : cell,
    )
    expect(() => imported(merged)).toThrow(/QXA \(.+\).*QXB \(.+\)|QXB \(.+\).*QXA \(.+\)/)
  })

  it('sickness: April 2025', async () => {
    const before = await rowsOf('nhs-sickness-absence', /2024-04\.csv$/)
    const next = imported(change(before, (cell) => cell.replace('30/04/2024', '30/04/2025')))
    expect(next.editions[0]).toMatchObject({ edition: '2025-04', rows: 285 })
    expect(total(next, 2)).toBeCloseTo(2_067_858.27, 1)
  })

  it('A&E: January 2025 with the stray columns of September', async () => {
    const before = await rowsOf('nhs-ae-activity', /2024-09\.csv$/)
    const next = imported(change(before, (cell) => cell.replace('SEPTEMBER-2024', 'JANUARY-2025')))
    expect(next.editions[0]?.edition).toBe('2025-01')
    expect(total(next, 2)).toBeCloseTo(1_335_923, 0)
    expect(next.findings.some(({ rule }) => rule === 'ae-columns')).toBe(true)
  })
})
