import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyPublished, createDataFolder } from '../../tests/support/golden-import.ts'
import { importFiles } from './import-files.ts'

let data: string
let raw: string
beforeEach(() => {
  data = createDataFolder()
  raw = path.join(path.dirname(data), 'raw')
  mkdirSync(raw)
})
afterEach(() => rmSync(path.dirname(data), { recursive: true, force: true }))

/** Every file below the data folder with its text. */
const contents = (): Record<string, string> => {
  const names = readdirSync(data, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(path.join(data, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(data, name), 'utf8')]))
}
const write = (name: string, text: string): string => {
  writeFileSync(path.join(raw, name), text)
  return path.join(raw, name)
}
const editions = (series: string): string[] =>
  JSON.parse(readFileSync(path.join(data, 'statistics', series, 'source.json'), 'utf8')).editions.map(
    ({ edition }: { edition: string }) => edition,
  )
const table = (file: string): string => readFileSync(path.join(data, 'statistics', file), 'utf8')

describe('importing files', () => {
  it('gives the same bytes for the same files in any order', async () => {
    const paths = await copyPublished('social-care-turnover', raw)
    await importFiles(paths, data)
    const first = contents()
    await importFiles([...paths].reverse(), data)
    expect(contents()).toEqual(first)
  })

  it('changes nothing where one of several files is wrong', async () => {
    await importFiles(await copyPublished('nhs-sickness', raw), data)
    const before = contents()
    const [turnover = ''] = await copyPublished('nhs-turnover', raw)
    const wrong = write('wrong.csv', readFileSync(turnover, 'utf8').replace('21,19.0', '21,nineteen'))
    await expect(importFiles([path.join(raw, 'may.csv'), wrong], data)).rejects.toMatchObject({
      code: 'edition-cell',
      message: expect.stringMatching(
        /^wrong\.csv, row \d+, column FTE: expected a number, found nineteen\.$/,
      ),
    })
    expect(contents()).toEqual(before)
  })

  it('says what it would do, and does nothing, in a dry run', async () => {
    const paths = await copyPublished('nhs-sickness', raw)
    const before = contents()
    const planned = await importFiles(paths, data, false)
    expect(contents()).toEqual(before)
    expect(await importFiles(paths, data)).toEqual(planned)
    expect(planned[0]?.tables.map(({ changed }) => changed)).not.toContain(false)
    const again = await importFiles(paths, data, false)
    expect(again[0]?.tables.map(({ changed }) => changed)).not.toContain(true)
  })

  it('says which series, kind and edition each file is', async () => {
    const [report] = await importFiles(await copyPublished('gp-workforce', raw), data, false)
    expect(report?.files.map(({ file, editions }) => [file, editions.map(({ edition }) => edition)])).toEqual(
      [
        ['aif.csv', ['practices to areas, 2024/25']],
        ['practices.csv', ['practice panel']],
      ],
    )
    for (const { kind } of report?.files ?? []) expect(kind).toMatch(/^the /)
  })

  it('adds a later period to those there are, and replaces a period that comes again', async () => {
    const [october = ''] = await copyPublished('nhs-turnover', raw)
    await importFiles([october], data)
    const text = readFileSync(october, 'utf8')
    const november = write('november.csv', text.replaceAll('202509 to 202510', '202510 to 202511'))
    await importFiles([november], data)
    expect(editions('nhs-turnover')).toEqual(['to 2025-10', 'to 2025-11'])
    const both = table('nhs-turnover/staff-flows.csv')
    expect(both).toMatch(/^2025-09\/2025-10,QUA,.*managers,fte,9\.5,/m)
    const revised = write('revised.csv', text.replaceAll(',10,9.5\n', ',10,9.25\n'))
    await importFiles([revised], data)
    expect(table('nhs-turnover/staff-flows.csv')).toBe(
      both.replaceAll(/^(2025-09\/2025-10,QUA,.*,fte),9\.5,9\.5,/gm, '$1,9.25,9.25,'),
    )
  })

  it('uses the look-ups of an earlier import for a later edition', async () => {
    await importFiles(await copyPublished('social-care-turnover', raw), data)
    const later = readFileSync(path.join(raw, 'oflog.csv'), 'utf8').replaceAll('2020-21', '2024-25')
    await importFiles([write('later.csv', later)], data)
    expect(table('social-care-turnover/area-turnover.csv')).toMatch(/^2024\/25,QHL,0\.2,1$/m)
  })

  it.each([
    ['gp-workforce', ['practices.csv'], /^To import practices\.csv, Headroom also needs the practice file/],
    ['gp-workforce', ['aif.csv'], /^To import aif\.csv, Headroom also needs the panel of general practice/],
    ['population-projection', ['table3.xlsx'], /needs the ONS workbook of mid-year population estimates/],
    [
      'population-projection',
      ['nomis.tsv', 'npp_a.csv'],
      /needs the three ONS national population projections/,
    ],
    ['social-care-turnover', ['oflog.csv'], /needs the look-up from integrated care boards to districts/],
    [
      'social-care-turnover',
      ['icb-ltla.csv'],
      /needs the look-up from districts of 2022 .*, and the look-up/,
    ],
  ])('%s: says which companion %s wants', async (series, names, message) => {
    await copyPublished(series, raw)
    const paths = names.map((name) => path.join(raw, name))
    await expect(importFiles(paths, data)).rejects.toMatchObject({
      code: 'edition-companion',
      message: expect.stringMatching(message),
    })
    expect(Object.keys(contents()).some((name) => name.startsWith('statistics'))).toBe(false)
  })

  it('refuses the same period twice', async () => {
    const [april = ''] = await copyPublished('nhs-sickness', raw)
    const again = write('again.csv', readFileSync(april, 'utf8').replace('100.12345', '101'))
    await expect(importFiles([april, again], data)).rejects.toMatchObject({
      code: 'edition-twice',
      message: 'apr.csv and again.csv are both figures for 2024-04.',
    })
    await expect(importFiles([april, april], data)).rejects.toMatchObject({ code: 'edition-twice' })
  })

  it.each([
    ['text.csv', 'a,b\n1,2\n', 'it starts with a, b'],
    ['empty.csv', '', 'it has no header line'],
    ['picture.png', '\u0089PNG\r\n\u001a\n', 'it starts with'],
  ])('says that %s is no publication it knows', async (name, text, found) => {
    await expect(importFiles([write(name, text)], data)).rejects.toMatchObject({
      code: 'edition-unrecognised',
      message: expect.stringContaining(found),
    })
  })

  it('says that a file isn’t there, or is a folder', async () => {
    await expect(importFiles([path.join(raw, 'nowhere.csv')], data)).rejects.toMatchObject({
      code: 'file-unreadable',
    })
    await expect(importFiles([raw], data)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  it('says what it can’t write, and leaves what was there', async () => {
    const paths = await copyPublished('nhs-sickness', raw)
    writeFileSync(path.join(data, 'statistics'), 'a file in the way')
    const before = contents()
    await expect(importFiles(paths, data)).rejects.toMatchObject({ code: 'file-unreadable' })
    expect(contents()).toEqual(before)
  })
})
