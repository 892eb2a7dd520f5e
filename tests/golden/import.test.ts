import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SERIES } from '../../src/datasets/registry.ts'
import { importFiles } from '../../src/storage/import-files.ts'
import { copyPublished, createDataFolder, expectedOf, goldenSeries } from '../support/golden-import.ts'

let data: string
beforeEach(() => {
  data = createDataFolder()
})
afterEach(() => rmSync(path.dirname(data), { recursive: true, force: true }))

describe('importing small files in the publishers’ shapes', () => {
  it('has a folder for every series', () => {
    expect(goldenSeries()).toEqual(SERIES.map(({ code }) => code).sort())
  })

  it.each(goldenSeries())('%s', async (series) => {
    const paths = await copyPublished(series, path.dirname(data))
    const reports = await importFiles(paths, data)
    const folder = path.join(data, 'statistics', series)
    const findings = reports
      .filter((report) => report.series === series)
      .flatMap((report) => report.findings)
      .map(({ severity, rule, message, place }) => `${severity} ${rule}: ${message} (${place})\n`)
    const found = new Map(
      readdirSync(folder)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
    )
    expect(found.set('findings.txt', findings.join(''))).toEqual(expectedOf(series))
  })
})
