import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../../tests/support/data-files.ts'
import type { Finding } from '../../domain/finding.ts'
import { importSeries } from '../import-series.ts'
import { createTextFile } from '../published-file.ts'
import { createImportContext } from '../read-code-lists.ts'
import { checkCorrections } from './check-corrections.ts'

const committed = dataFiles()
const context = createImportContext(committed)

/** Joiners to the pharmacy register up to a month, June's total as given. */
function importJoiners(june: string | null) {
  const lines = [
    'profession,joiners,total_joiners,month,year,country',
    'Pharmacist,55,55,04,2025,All',
    'Pharmacist,24,79,05,2025,All',
    ...(june === null ? [] : [`Pharmacist,31,${june},06,2025,All`]),
  ]
  const [imported] = importSeries([createTextFile('joiners.csv', '1', `${lines.join('\n')}\n`)], context)
  const findings = imported?.findings ?? []
  return { total: imported?.tables[0]?.rows[2]?.at(-1), findings: findings.map(say) }
}
const say = ({ severity, rule, message, place }: Finding): string =>
  `${severity} ${rule}: ${message} (${place})`

describe('a correction of a published value', () => {
  it('is applied where the published value is still there, and said', () => {
    const { total, findings } = importJoiners('157')
    expect(total).toBe(110)
    expect(findings).toEqual([
      expect.stringMatching(
        /^note correction-applied: 157 was read as 110: .* \(joiners\.csv, profession Pharmacist, month 06, .*total_joiners\)$/,
      ),
    ])
  })

  it.each(['110', '111'])('is obsolete, which is an error, once the publisher has %s', (june) => {
    const { total, findings } = importJoiners(june)
    expect(total).toBe(Number(june))
    expect(findings).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^error correction-obsolete: The publisher has mended this: ${june} is here now, not 157\\. .*corrections\\.csv, row 2`,
        ),
      ),
    )
  })

  it('is left alone where the row isn’t in the file', () => {
    expect(importJoiners(null).findings).toEqual([])
  })
})

describe('a value that is only flagged', () => {
  const header =
    'Data_source,CENSUS_YEAR,CENSUS_MONTH,PCN_CODE,ICB_CODE,STAFF_GROUP,STAFF_ROLE,DETAILED_STAFF_ROLE,FTE,UNIQUE_IDENTIFIER'
  const row = (fte: string): string =>
    `NWRS Staff,2021,12,U16196,QR1,Other Direct Patient Care staff,Other Direct Patient Care,Other,${fte},1`
  const importPosts = (...values: string[]) =>
    importSeries([createTextFile('posts.csv', '1', `${[header, ...values.map(row)].join('\n')}\n`)], context)

  it('is kept as published, and said', () => {
    const [imported] = importPosts('0.5', '-0.026666667')
    expect(imported?.tables[0]?.rows).toContainEqual([2021, 'QR1', expect.any(String), 0.47333])
    expect(imported?.findings.map(say)).toContainEqual(
      expect.stringMatching(/^note value-flagged: -0\.026666667 is kept as published/),
    )
  })

  it('is obsolete once no such row has it', () => {
    const [imported] = importPosts('0.5', '0.2')
    expect(imported?.findings.map(({ rule }) => rule)).toContain('correction-obsolete')
  })
})

describe('the list of corrections', () => {
  it('names kinds of files that are read, and none is due for a second look', () => {
    expect(checkCorrections(committed, '2026-11-30')).toEqual([])
    expect(checkCorrections(committed, '2031-01-01').map(({ rule }) => rule)).toContain('correction-current')
  })

  it('may not be for a kind of file that nobody reads', () => {
    const list = (committed.get('reference/corrections.csv') ?? '').replaceAll(
      ',gphc-joiners,',
      ',gphc-visitors,',
    )
    expect(checkCorrections(new Map([['reference/corrections.csv', list]]), '2026-11-30')).toMatchObject([
      { rule: 'correction-kind', severity: 'error' },
    ])
  })
})
