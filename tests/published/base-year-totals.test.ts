import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { CELLS } from '../../src/domain/cohort.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { dataFiles } from '../support/data-files.ts'
import { SHARED, sharedFiles } from '../support/shared-files.ts'

const { reference, statistics, base } = readInputs(dataFiles(), 1)

/** Base-year heads and FTE of a staff group in an area. */
function fitted(group: string, r: number): { readonly headcount: number; readonly fte: number } {
  const areas = reference.areas.length
  let headcount = 0
  let fte = 0
  for (const [o, occupation] of reference.occupations.entries()) {
    if (occupation.staffGroup !== group) continue
    for (let c = 0; c < CELLS; c++) {
      const people = base.heads[(o * CELLS + c) * areas + r]!
      headcount += people
      fte += people * base.participation[o * CELLS + c]! * base.participationArea[o * areas + r]!
    }
  }
  return { headcount, fte }
}

describe('the base year against the turnover benchmarking file', () => {
  const groups = reference.staffGroups.filter(({ series }) => series === 'nhs-turnover')

  it('has all 13 staff groups and 42 areas', () => {
    expect(groups).toHaveLength(13)
    expect(reference.areas).toHaveLength(42)
  })

  it.each(groups.map(({ code }) => code))(
    '%s: every area to a part in a million, by the tidy table',
    (group) => {
      for (const [r, { code }] of reference.areas.entries())
        for (const unit of ['headcount', 'fte'] as const) {
          const published = statistics.flows
            .filter((flow) => flow.area === code && flow.staffGroup === group && flow.unit === unit)
            .reduce((sum, flow) => sum + flow.closing, 0)
          expect(Math.abs(fitted(group, r)[unit] - published)).toBeLessThanOrEqual(
            1e-6 * Math.max(published, 1),
          )
        }
    },
  )

  it.skipIf(SHARED === null)('equals the published file itself to 0.1 %: England and every area', () => {
    const [file] = sharedFiles('nhs-turnover', /^Turnover benchmarking 2.*Oct-25\.csv$/)
    const rows: Record<string, string>[] = parse(readFileSync(file!), { columns: true })
    const end = rows.filter(({ TYPE }) => TYPE === 'Denominator at end of period')
    for (const { code: group, publishedLabel } of groups) {
      const own = end.filter(({ STAFF_GROUP_1_NAME }) => STAFF_GROUP_1_NAME === publishedLabel)
      let heads = 0
      let fte = 0
      for (const [r, { code }] of reference.areas.entries()) {
        const area = own.filter(({ ICS_CODE }) => ICS_CODE === code)
        const sum = (column: string): number => area.reduce((total, row) => total + Number(row[column]), 0)
        const found = fitted(group, r)
        expect(Math.abs(found.headcount - sum('HC'))).toBeLessThanOrEqual(0.001 * sum('HC') + 1e-9)
        expect(Math.abs(found.fte - sum('FTE'))).toBeLessThanOrEqual(0.001 * sum('FTE') + 1e-9)
        heads += found.headcount
        fte += found.fte
      }
      const england = (column: string): number => own.reduce((total, row) => total + Number(row[column]), 0)
      expect(Math.abs(heads / england('HC') - 1)).toBeLessThan(0.001)
      expect(Math.abs(fte / england('FTE') - 1)).toBeLessThan(0.001)
    }
  })
})
