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
      ['id="backtest-coverage-table"', 'id="backtest-coverage-wide-title"'],
      ['id="past-0-table"', 'id="past-0-wide-title"'],
    ] as const) {
      expect(page).toContain(chart)
      expect(page.indexOf(table)).toBeGreaterThan(0)
      expect(page.indexOf(table)).toBeLessThan(page.indexOf(chart))
    }
    expect(page).toMatch(/1 year ahead, [\d,]+ projections: the range of 50% held \d+%, of 80% \d+%/)
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

  it('has every figure as a page and as files that hold what its table says', async () => {
    const own = [...page.matchAll(/href="(\/figure\/past-[^"]+)" aria-label="On its own/g)].map(
      ([, href]) => href!,
    )
    expect(own).toHaveLength(1 + results.shown.length)
    for (const href of own) {
      expect((await server.inject(href)).statusCode).toBe(200)
      const [path, query = ''] = href.split('?')
      const csv = (await server.inject(`${path}.csv?${query}`)).body.trimEnd().split('\n')
      const json = (await server.inject(`${path}.json?${query}`)).json()
      expect(csv).toHaveLength(1 + json.records.length)
      expect((await server.inject(`${path}.svg?${query}`)).body).toMatch(/^<svg /)
    }
    const { origin, points } = results.shown[0]!
    const rows = (await server.inject(`${own[1]!.replace('?', '.csv?')}`)).body.trimEnd().split('\n')
    expect(rows.slice(1).map((row) => row.split(',').slice(-1)[0])).toEqual(
      points.map(({ actual }) => String(actual)),
    )
    expect(rows[1]).toContain(`,${origin},${points[0]!.last},${origin + 1},`)
    expect((await server.inject('/figure/past-projection?shown=nobody')).statusCode).toBe(400)
  })

  it('says so where a server has no results', async () => {
    const bare = await createServer({ projection, reference })
    const { statusCode, body } = await bare.inject('/how-we-did')
    expect(statusCode).toBe(200)
    expect(body).toContain('without the data')
    const { statusCode: moved, headers } = await bare.inject('/figure/past-ranges')
    expect([moved, headers.location]).toEqual([302, '/how-we-did'])
    await bare.close()
  })
})
