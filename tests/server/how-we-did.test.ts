import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build-assets.js'
import { readBacktestResults } from '../../src/backtest/read-results.ts'
import { createServer } from '../../src/server/create-server.ts'
import { sayVerdict } from '../../src/views/backtest/say-verdict.ts'
import { dataFiles } from '../support/data-files.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const reference = readReferenceFiles()
const projection = createTestProjection(reference, { years: 10 })
const files = dataFiles()
const results = readBacktestResults(files)
let server: FastifyInstance
let page: string

beforeAll(async () => {
  await buildAssets(path.join(import.meta.dirname, '..', '..', 'dist', 'assets'))
  server = await createServer({ projection, reference, files })
  page = (await server.inject('/how-we-did')).body
})
afterAll(() => server.close())

describe('the page “How we did”', () => {
  it('starts with the verdict and says every failure', () => {
    const { headline, told, failures } = sayVerdict(results)
    for (const sentence of [headline, ...told, ...failures]) expect(page).toContain(sentence)
    expect(page.indexOf(headline)).toBeLessThan(page.indexOf('<table'))
  })

  it('has every table before its chart, and charts that say what they show', () => {
    for (const [table, chart] of [
      ['id="backtest-horizons"', 'id="backtest-coverage-title"'],
      ['id="past-0"', 'id="past-0-fan-title"'],
    ] as const) {
      expect(page).toContain(chart)
      expect(page.indexOf(table)).toBeGreaterThan(0)
      expect(page.indexOf(table)).toBeLessThan(page.indexOf(chart))
    }
    expect(page).toMatch(/Range of 80%: held \d+% of outcomes 1 year ahead/)
  })

  it('shows past projections chosen by rule, the worst among them', () => {
    for (const { name } of results.shown) expect(page).toContain(name)
    expect(results.shown.filter(({ why }) => why === 'worst')).toHaveLength(3)
  })

  it('puts this run’s ranges beside those of the past, and says where they are too narrow', () => {
    expect(page).toContain('id="backtest-widths"')
    expect(page).toMatch(/A staff group of the NHS in England<\/th><td[^>]*>5<\/td>/)
    // Group by group, and in words: 8 in 10 past projections of nurses came within 5.0 % five years ahead.
    const groups = results.series.filter(({ family }) => family === 'nhs-groups')
    const table = page.slice(page.indexOf('id="backtest-group-widths"'))
    for (const { name } of groups) expect(table).toContain(name.replace('&', '&amp;'))
    expect(table).toMatch(
      /Nurses and health visitors<\/th>(<td[^>]*>± [\d.]+%<\/td>){2}<td[^>]*>± 5.0%<\/td>/,
    )
    expect(page).toMatch(/Five years ahead, \d+ of 15 ranges of NHS staff groups are within a quarter/)
  })

  it('says so where a server has no results', async () => {
    const bare = await createServer({ projection, reference })
    const { statusCode, body } = await bare.inject('/how-we-did')
    expect(statusCode).toBe(200)
    expect(body).toContain('without the data')
    await bare.close()
  })
})
