import { describe, expect, it } from 'vitest'
import { createTestProjection } from '../../../tests/support/projection.ts'
import { readReferenceFiles } from '../../../tests/support/read-reference-files.ts'
import { createBackground } from '../method/background.ts'
import { renderReport } from './render-report.ts'

const reference = readReferenceFiles()
const source = {
  title: 'Turnover <benchmarking>',
  publisher: 'NHS England',
  licence: 'Open Government Licence v3.0',
  attribution: 'NHS England & others.',
  address: 'https://example.org/turnover',
  editions: [{ period: '2025-09/2025-10' }],
}
const files = new Map([
  ['statistics/nhs-turnover/source.json', JSON.stringify(source)],
  ['statistics/damaged/source.json', '{'],
])
const projection = createTestProjection(reference)
const report = renderReport(projection, createBackground(reference, null, files))

describe('the report', () => {
  it('needs nothing but itself: no script, no style sheet, no picture from elsewhere', () => {
    expect(report).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)|\son[a-z]+=/i)
    expect(report).toContain("default-src 'none'")
  })

  it('opens with the headline, and says how sure it is', () => {
    expect(report).toMatch(/<p class="lead">By March 2045, England is likely to be short of between/)
    expect(report).toContain('have not been tested against the past')
  })

  it('has a chart and a table for everybody and each sector, the map, and all areas', () => {
    expect(report.match(/<svg class="hr-picture hr-fan"/g)).toHaveLength(4)
    expect(report.match(/<table[^>]* id="table-[a-z-]+"/g)).toHaveLength(4)
    for (const { name } of reference.areas) expect(report).toContain(name)
  })

  it('names run, seed, hash and sources, escaped', () => {
    for (const text of [
      '0123456789ab',
      'c0de'.repeat(16),
      'Turnover &lt;benchmarking&gt;',
      'NHS England &amp; others.',
    ])
      expect(report).toContain(text)
  })

  it('has identifiers that are each used once', () => {
    const ids = [...report.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toHaveLength(new Set(ids).size)
  })

  it('is the same text for the same projection', () => {
    expect(renderReport(projection, createBackground(reference, null, files))).toBe(report)
  })

  it('leaves out the map for a run of one area', () => {
    const one = renderReport(createTestProjection(reference, { area: 'QKK' }), createBackground(reference))
    expect(one).toContain('South East London')
    expect(one).not.toContain('hr-hexes')
    expect(one).not.toMatch(/NaN|undefined/)
  })
})
