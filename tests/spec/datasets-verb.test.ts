import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { InputFiles } from '../../src/domain/input-files.ts'
import { dataFiles } from '../support/data-files.ts'
import { runFake } from '../support/run-fake.ts'

const committed = dataFiles()

/** Loads the committed data, but for the folder `other` with a change. */
const withOther =
  (change: (files: Map<string, string>) => void) =>
  async (folder: string): Promise<InputFiles> => {
    const files = new Map(committed)
    if (folder === 'other') change(files)
    return files
  }

describe('headroom datasets', () => {
  it('says of one series what its tables cover, their columns, units, definition and checksum', async () => {
    const { status, out } = await runFake(['datasets', 'nhs-sickness'])
    const table = committed.get('statistics/nhs-sickness/absence.csv') ?? ''
    expect(status).toBe(0)
    expect(out).toContain(createHash('sha256').update(table).digest('hex'))
    expect(out).toMatch(/rows, 43 areas, 2024-\d\d to 202\d-\d\d \(\d+ periods\)/)
    expect(out).toMatch(/fte_days_lost +number +FTE days +full-time equivalent days +Days lost to sickness/)
    expect(out).toContain('Open Government Licence v3.0')
  })

  it('gives every series with coverage and checksums as one JSON document', async () => {
    const { out } = await runFake(['datasets', '--json'])
    const datasets: { tables: { sha256: string; coverage: { rows: number } }[] }[] = JSON.parse(out).datasets
    for (const table of datasets.flatMap(({ tables }) => tables)) {
      expect(table.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(table.coverage.rows).toBeGreaterThan(0)
    }
  })

  it('knows no other series', async () => {
    const { status, err } = await runFake(['datasets', 'weather'])
    expect(status).toBe(2)
    expect(err).toMatch(/^There is no series with the code weather\.\nUse one of: .*nhs-turnover/)
  })
})

describe('headroom datasets diff', () => {
  const absence = 'statistics/nhs-sickness/absence.csv'

  it('ends with status 0 where nothing differs', async () => {
    const loadInputFiles = withOther(() => undefined)
    expect(
      await runFake(['datasets', 'diff', 'nhs-sickness', '--against', 'other'], { loadInputFiles }),
    ).toEqual({
      status: 0,
      out: 'nhs-sickness: no difference.\n',
      err: '',
    })
  })

  it('lists rows added, removed and changed with their values, and ends with status 1', async () => {
    const lines = (committed.get(absence) ?? '').split('\n')
    const [header = '', first = '', second = ''] = lines
    const [month = '', area = '', lost = '', available = ''] = second.split(',')
    const loadInputFiles = withOther((files) => {
      const other = [
        header,
        `${month},${area},${Number(lost) + 2},${available}`,
        ...lines.slice(3, -1),
        '2030-01,QKK,1,2',
        '',
      ]
      files.set(absence, other.join('\n'))
    })
    const args = ['datasets', 'diff', 'nhs-sickness', '--data', 'other']
    const { status, out } = await runFake(args, { loadInputFiles })
    expect(status).toBe(1)
    expect(out).toContain('absence.csv: 1 row added, 1 removed, 1 changed (rows by month, area)')
    expect(out).toContain('    + 2030-01, QKK\n')
    expect(out).toContain(`    - ${first.split(',').slice(0, 2).join(', ')}\n`)
    expect(out).toContain(`    ~ ${month}, ${area}: fte_days_lost ${lost} -> ${Number(lost) + 2}\n`)
    expect(out).toMatch(/fte_days_lost: 1 cell changed, net \+2, largest difference 2 \(/)
    const json = await runFake([...args, '--json'], { loadInputFiles })
    expect(JSON.parse(json.out).diff.tables[0].changed[0].cells[0]).toMatchObject({ before: lost })
  })

  it('wants something to compare with', async () => {
    const { status, err } = await runFake(['datasets', 'diff', 'nhs-sickness'])
    expect(status).toBe(2)
    expect(err).toContain('give --against or --data')
  })

  it('knows no series that neither folder has', async () => {
    const { status } = await runFake(['datasets', 'diff', 'weather', '--against', 'other'], {
      loadInputFiles: withOther(() => undefined),
    })
    expect(status).toBe(2)
  })
})

describe('headroom datasets diff with two editions', () => {
  const args = ['datasets', 'diff', 'inactivity', '--edition', '2020-07', '--edition', '2022-01']

  it('lists figures revised for the same quarter, new quarters and dropped ones', async () => {
    const rows = (committed.get('statistics/inactivity/inactivity.csv') ?? '').trim().split('\n')
    const people = (vintage: string): number[] =>
      rows.flatMap((row) => {
        const [release, quarter, reason, count] = row.split(',')
        return release === vintage && quarter === '2020-01/2020-03' && reason === 'long-term-sick'
          ? [Number(count)]
          : []
      })
    const [before, after] = [people('2020-07')[0], people('2022-01')[0]]
    expect(before).not.toBe(after)
    const { status, out } = await runFake([...args, '--json'])
    expect(status).toBe(1)
    const [table] = JSON.parse(out).diff.tables
    expect(table.changed).toContainEqual({
      key: '2020-01/2020-03, long-term-sick',
      cells: [{ column: 'people', before: String(before), after: String(after) }],
    })
    expect(table.periods.added).toContain('2021-07/2021-09')
    const text = await runFake(args)
    expect(text.out).toMatch(/^inactivity, from edition 2020-07 to 2022-01\n {2}inactivity\.csv: /)
    expect(text.out).toContain('    ~ 2020-01/2020-03, ')
  })

  it('compares social care outcomes of two editions, which have tables of their own', async () => {
    const { out } = await runFake([
      ...['datasets', 'diff', 'social-care-outcomes', '--edition', '2020-21', '--edition', '2024-25'],
    ])
    expect(out).toContain('  council-outcomes-EDITION.csv: ')
  })

  it.each([
    ['one edition alone', ['--edition', '2020-07'], 'give --edition twice'],
    ['a folder besides', ['--edition', 'a', '--edition', 'b', '--against', 'other'], 'not both'],
    ['an edition that isn’t there', ['--edition', '2020-07', '--edition', '1999-01'], '2017-01, 2020-01'],
  ])('refuses %s', async (_, options, message) => {
    const { status, err } = await runFake(['datasets', 'diff', 'inactivity', ...options])
    expect(status).toBe(2)
    expect(err).toContain(message)
  })
})
