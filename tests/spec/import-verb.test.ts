import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Severity } from '../../src/domain/finding.ts'
import { importFiles } from '../../src/storage/import-files.ts'
import { copyPublished, createDataFolder } from '../support/golden-import.ts'
import { runFake } from '../support/run-fake.ts'

let data: string
beforeEach(() => {
  data = createDataFolder()
})
afterEach(() => rmSync(path.dirname(data), { recursive: true, force: true }))

describe('headroom import', () => {
  it('lists findings, gravest first, and says that a dry run wrote nothing', async () => {
    const paths = await copyPublished('nhs-sickness', path.dirname(data))
    const args = ['import', '--dry-run', '--data', data, ...paths]
    const { status, out } = await runFake(args, { importFiles })
    expect(status).toBe(0)
    expect(out).toMatch(/^ {2}apr\.csv: the .+\n {4}edition 2024-04 \(2024-04\), \d+ rows$/m)
    expect(out).toMatch(/^ {2}would write statistics\/nhs-sickness\/absence\.csv, 8 rows imported$/m)
    const severities = [...out.matchAll(/^ {2}(Error|Warning|Note): /gm)].map(([, severity]) => severity)
    expect(severities).toEqual([...severities].sort().reverse())
    expect(severities.length).toBeGreaterThan(0)
    expect(out).toMatch(/\nFound: 0 errors, \d+ warnings?, \d+ notes?\. Nothing was written\.\n$/)
  })

  it('gives files, tables and findings as one JSON document', async () => {
    const paths = await copyPublished('nhs-sickness', path.dirname(data))
    const { out } = await runFake(['import', '--json', '--data', data, ...paths], { importFiles })
    const { dryRun, imported, found } = JSON.parse(out)
    expect(dryRun).toBe(false)
    const all: { severity: Severity }[] = imported[0].findings
    expect(found.note).toBe(all.filter(({ severity }) => severity === 'note').length)
    expect(imported[0].files[0]).toMatchObject({ file: 'apr.csv', editions: [{ edition: '2024-04' }] })
  })

  it('ends with status 1 where a finding is an error', async () => {
    const findings = [{ rule: 'r', severity: 'error' as const, message: 'Wrong.', place: 'a.csv' }]
    const report = { series: 's', title: 'S', files: [], editions: [], tables: [], findings }
    const { status, out } = await runFake(['import', 'a.csv'], { importFiles: async () => [report] })
    expect(status).toBe(1)
    expect(out).toContain('  Error: Wrong.\n    a.csv (r)\n')
  })
})

describe('importing an edition that counts by another definition', () => {
  it('is refused where nothing would tell its rows from the older ones, and changes nothing', async () => {
    const [file = ''] = await copyPublished('nhs-turnover', path.dirname(data))
    const reference = (name: string, text: string): void =>
      writeFileSync(path.join(data, 'reference', name), text)
    reference(
      'definitions.csv',
      'code,name,timing,implied_by,meaning\nheadcount,headcount,stock,,A\nfte,FTE,stock,,B\nposts,posts,stock,,C\nposts-re-based,posts re-based,stock,,D\n',
    )
    reference(
      'column-definitions.csv',
      'series,table,column,editions,definition\nnhs-turnover,*,opening,to to 2025-10,posts\nnhs-turnover,*,opening,from to 2025-11,posts-re-based\n',
    )
    await importFiles([file], data)
    const table = path.join(data, 'statistics/nhs-turnover/staff-flows.csv')
    const before = readFileSync(table, 'utf8')
    const later = path.join(path.dirname(data), 'later.csv')
    writeFileSync(later, readFileSync(file, 'utf8').replaceAll('202509 to 202510', '202510 to 202511'))
    await expect(importFiles([later], data)).rejects.toMatchObject({
      code: 'edition-definitions',
      message: expect.stringContaining('(posts, posts-re-based) stand in one column'),
    })
    expect(readFileSync(table, 'utf8')).toBe(before)
  })
})
