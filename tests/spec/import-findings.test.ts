import { describe, expect, it } from 'vitest'
import { importSeries } from '../../src/datasets/import-series.ts'
import { createTextFile } from '../../src/datasets/published-file.ts'
import { createImportContext } from '../../src/datasets/read-code-lists.ts'
import { FILE_KINDS } from '../../src/datasets/registry.ts'
import { parseTable } from '../../src/tables/table.ts'
import { dataFiles } from '../support/data-files.ts'
import { expectedOf, goldenSeries } from '../support/golden-import.ts'

const committed = dataFiles()

/** Findings of the golden folders, as `severity rule`. */
const golden = goldenSeries().flatMap((series) =>
  [...(expectedOf(series).get('findings.txt') ?? '').matchAll(/^(\w+) ([\w-]+): /gm)].map(
    ([, severity, rule]) => `${severity} ${rule}`,
  ),
)

describe('what an import finds, and says with its severity', () => {
  it.each([
    ['totals that don’t add up', 'warning', /-adds?-up$/],
    ['published rates that their parts don’t give', 'warning', /-(agrees|recomputed)$/],
    ['running totals with keying errors', 'warning', /^running-total$/],
    ['columns that nobody reads', 'note', /columns/],
    ['months that are left out', 'warning', /-month-missing$|-months$/],
    ['quarters that are left out', 'warning', /^quarters-complete$/],
    ['joins that lose councils', 'warning', /^council-unmatched$/],
    ['joins that lose practices', 'note', /^practices-unmatched$/],
    ['areas without a figure', 'note', /-areas-complete$|-complete$/],
    ['FTE below 0', 'note', /-negative$/],
    ['figures that were revised', 'note', /-revised$/],
    ['figures that are suppressed', 'note', /suppressed$/],
    ['published values that were corrected', 'note', /^correction-applied$/],
  ])('%s: %s', (_, severity, rule) => {
    const rules = golden
      .filter((found) => found.startsWith(`${severity} `))
      .map((found) => found.split(' ')[1])
    expect(rules.filter((found) => rule.test(found ?? ''))).not.toEqual([])
  })
})

describe('columns that a publisher adds', () => {
  const context = createImportContext(committed)
  const header = 'profession,joiners,total_joiners,month,year,country'
  const importWith = (...lines: string[]) =>
    importSeries([createTextFile('joiners.csv', '1', `${lines.join('\n')}\n`)], context)

  it('are named, and the others are read', () => {
    const [imported] = importWith(`${header},route,Age 2026`, 'Pharmacist,55,55,04,2025,All,UK,40')
    expect(imported?.tables[0]?.rows).toHaveLength(1)
    expect(imported?.findings).toEqual([
      {
        rule: 'columns-new',
        severity: 'note',
        message: 'The publisher has added columns that Headroom doesn’t read: route, Age 2026.',
        place: 'joiners.csv',
      },
    ])
  })

  it('are none where the file is as before, whatever the case of its headings', () => {
    expect(importWith(header.toUpperCase(), 'Pharmacist,55,55,04,2025,All')[0]?.findings).toEqual([])
  })

  it('are held against lists of kinds that are read, each column once', () => {
    const { rows } = parseTable(
      committed.get('reference/published-columns.csv') ?? '',
      'published-columns.csv',
      ['kind', 'column'],
    )
    const keys = rows.map((row) => `${row.text('kind')},${row.text('column')}`)
    expect(new Set(keys).size).toBe(keys.length)
    const codes = FILE_KINDS.map(({ code }) => code)
    expect(rows.map((row) => row.text('kind')).filter((kind) => !codes.includes(kind))).toEqual([])
  })
})
