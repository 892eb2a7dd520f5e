import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build-assets.js'
import { readBook } from '../../src/assumptions/read-book.ts'
import { explainFigure } from '../../src/pipeline/explain-figure.ts'
import { readScenarioInputs } from '../../src/pipeline/read-scenario-inputs.ts'
import { createServer } from '../../src/server/create-server.ts'
import { FIGURE_KINDS } from '../../src/server/figures/figure-kinds.ts'
import { listAddresses } from '../../src/server/pages/addresses.ts'
import { NAVIGATION } from '../../src/server/pages/navigation.ts'
import { parseCsv } from '../../src/tables/parse-csv.ts'
import { dataFiles } from '../support/data-files.ts'
import { fakePlan } from '../support/fake-plan.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const reference = readReferenceFiles()
const projection = createTestProjection(reference, { years: 10 })
const files = dataFiles()
const RUN = projection.manifest.run
let server: FastifyInstance
let savedFolder: string

beforeAll(async () => {
  await buildAssets(path.join(import.meta.dirname, '..', '..', 'dist', 'assets'))
  savedFolder = await mkdtemp(path.join(os.tmpdir(), 'headroom-pages-'))
  const book = readBook(files, reference)
  server = await createServer({
    projection,
    reference,
    book,
    files,
    savedFolder,
    plan: async (_files, request) => fakePlan(request),
  })
})
afterAll(async () => {
  await server.close()
  await rm(savedFolder, { recursive: true })
})

const get = (url: string) => server.inject({ url })

describe('the addresses that the page of data lists', () => {
  const listed = listAddresses('QJK', RUN).flatMap(({ addresses }) => addresses.map(({ href }) => href))

  it.each(listed)('%s answers', async (href) => {
    const { statusCode, headers } = await get(href)
    if (statusCode !== 302) return expect(statusCode).toBe(200)
    expect((await get(String(headers.location))).statusCode).toBe(200)
  })

  it('hold every entry of the menu', () => {
    const paths = listed.map((href) => href.replace(/\?.*/, ''))
    for (const { href } of NAVIGATION) expect(paths).toContain(href)
  })
})

describe('a figure', () => {
  const query = '?area=QJK&series=sector.nhs&measure=coverage&year=2033'

  it.each(FIGURE_KINDS.map(({ code }) => code))('%s can be had as a page and as files', async (code) => {
    const page = await get(`/figure/${code}${query}`)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    for (const [ending, type] of [
      ['csv', 'text/csv; charset=utf-8'],
      ['json', 'application/json; charset=utf-8'],
      ['svg', 'image/svg+xml; charset=utf-8'],
    ] as const) {
      expect(page.body).toContain(`/figure/${code}.${ending}?`)
      const file = await get(`/figure/${code}.${ending}${query}`)
      expect([file.statusCode, file.headers['content-type']]).toEqual([200, type])
      expect(file.headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="headroom-.*\\.${ending}"$`),
      )
    }
    const [header, ...rows] = parseCsv((await get(`/figure/${code}.csv${query}`)).body, ',')
    expect(header?.slice(0, 2)).toEqual(['run', 'scenario'])
    expect(rows.filter((row) => row.length > 1).every(([run]) => run === RUN)).toBe(true)
  })

  it.each(FIGURE_KINDS.map((kind) => [kind.code, kind] as const))(
    '%s leads to the explanation of its number, where a run works it out',
    async (code, { explains }) => {
      const address = code === 'duties' ? `/figure/${code}` : `/figure/${code}${query}`
      const { body } = await get(address)
      const href = body.match(/href="([^"]+)">Explain this number/)?.[1]?.replaceAll('&amp;', '&')
      if (!explains) return expect(href).toBeUndefined()
      // the made-up run starts a year before the data, which hold nothing of its base
      const isOfBase = code === 'staffing' || code === 'staff-pyramid'
      if (isOfBase) expect(href).toContain(`year=${projection.years[0]}`)
      else expect((await get(href ?? '')).statusCode).toBe(200)
    },
  )

  it.each(['/figure.png', '/figure/ranking.png'])(
    '%s is a picture of dots, the same every time',
    async (url) => {
      const [first, again] = [await get(`${url}${query}`), await get(`${url}${query}`)]
      expect(first.headers['content-type']).toBe('image/png')
      const bytes = first.rawPayload
      expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
      expect(bytes.readUInt32BE(16)).toBeGreaterThan(1000)
      expect(bytes.equals(again.rawPayload)).toBe(true)
    },
  )
})

describe('the published past', () => {
  const query = 'series=staff_group.midwives&measure=supply_heads'

  it('is in the page, the files and the interface for programs, unless it is turned off', async () => {
    const page = await get(`/explore?${query}`)
    expect(page.body).toContain('id="every-count"')
    expect(page.body.indexOf('id="past-in-short"')).toBeLessThan(
      page.body.indexOf('<svg class="hr-picture hr-fan"'),
    )
    for (const path of ['/figure.json', '/api/projection']) {
      const { past } = (await get(`${path}?${query}`)).json()
      expect(past.counts[0]).toEqual({ counted: '2009-09', value: 23_540 })
      expect((await get(`${path}?${query}&past=no`)).json().past).toBeUndefined()
    }
    const csv = (await get(`/figure.csv?${query}`)).body.split('\n')
    expect(csv[0]).toBe(
      'run,scenario,year,area,level,code,measure,unit,statistic,value,counted,projected_from',
    )
    expect(csv[1]).toBe(',,2009,ENG,staff_group,midwives,supply_heads,heads,count,23540,2009-09,')
    const [own, without] = [
      (await get(`/figure.csv?${query}&past=no`)).body,
      (await get(`/explore?${query}&past=no`)).body,
    ]
    expect(own.split('\n')[0]).toBe('run,scenario,year,area,level,code,measure,unit,statistic,value')
    expect(without).not.toContain('id="every-count"')
    expect(without).toContain(`/figure.csv?${query.replace('&', '&amp;')}&amp;past=no`)
    expect(without).toContain('<input type="hidden" name="past" value="no">')
    expect((await get('/explore?past=maybe')).statusCode).toBe(400)
  })

  it('is not promised on pages that show none: their files are what they draw', async () => {
    const { body } = await get('/?series=staff_group.midwives&measure=supply_heads')
    expect(body).not.toContain('hr-past')
    expect(body).toContain('measure=supply_heads&amp;past=no" download')
  })
})

describe('where a number comes from', () => {
  it('is what the command line explains: value, formula, method and every input', async () => {
    const figure = { year: 2035, area: 'QJK', code: 'midwives', measure: 'coverage' }
    const explanation = explainFigure(files, readScenarioInputs(files, 'no-change', 10), projection, figure)
    const { body } = await get('/explain?area=QJK&series=occupation.midwives&measure=coverage&year=2035')
    const text = body
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
    for (const part of [
      explanation.title,
      explanation.formula,
      explanation.definition,
      ...explanation.method,
    ])
      expect(text).toContain(part)
    expect(explanation.inputs.length).toBeGreaterThan(10)
    for (const { name, value } of explanation.inputs) {
      expect(text).toContain(name)
      expect(text).toContain(value)
    }
  })

  it('leads to the page of each assumption', async () => {
    const { body } = await get('/explain?series=occupation.midwives&measure=coverage&year=2035')
    const addresses = [...body.matchAll(/href="(\/assumptions\/[^"]+)"/g)].map(([, href]) => href ?? '')
    expect(addresses.length).toBeGreaterThan(5)
    const { statusCode, headers } = await get(addresses[0] ?? '')
    expect(statusCode).toBe(303)
    expect((await get(String(headers.location))).statusCode).toBe(200)
  })

  it('is not offered where the data folder is not known', async () => {
    const bare = await createServer({ projection, reference })
    expect((await bare.inject('/explain')).statusCode).toBe(404)
    expect((await bare.inject('/explore')).body).not.toContain('Explain this number')
    expect((await bare.inject('/areas/QJK')).body).toContain('without the data folder')
    expect((await bare.inject('/figure/staff-pyramid')).body).toContain('There is nobody here.')
    await bare.close()
  })
})

describe('the book of assumptions', () => {
  it('comes in pages that hold every row once', async () => {
    const rows: string[] = []
    for (let page = 1; page < 40; page++) {
      const { body } = await get(`/assumptions?page=${page}`)
      rows.push(
        ...[...body.matchAll(/<th scope="row"[^>]*><a class="govuk-link" href="([^"]+)"/g)].map(
          ([, href]) => href ?? '',
        ),
      )
      if (!body.includes('rel="next"')) break
    }
    expect(rows.length).toBeGreaterThan(1000)
    expect(new Set(rows).size).toBe(rows.length)
  })

  it.each([
    ['/assumptions?quality=blue', 'The option quality can’t be blue.'],
    ['/assumptions?page=0', 'The option page can’t be 0.'],
    ['/assumptions?q=a&q=b', 'The option q can’t be a,b.'],
  ])('%s says what is wrong', async (url, message) => {
    const { statusCode, body } = await get(url)
    expect(statusCode).toBe(400)
    expect(body).toContain(message)
  })

  it('has no page for a row that is not there', async () => {
    expect((await get('/assumptions/pay/astronauts')).statusCode).toBe(404)
  })

  it('is searched without running what is typed', async () => {
    const { body } = await get('/assumptions?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')
    expect(body).not.toContain('<script>alert')
    expect(body).toContain('Nothing in the book fits')
  })
})

describe('permanent links', () => {
  it('lead to the run that they name', async () => {
    const { statusCode, headers } = await get(`/runs/${RUN}/explore?area=QJK&year=2030`)
    expect([statusCode, headers.location]).toEqual([302, '/explore?area=QJK&year=2030'])
  })

  it('say so where another run is served, and offer the same of that', async () => {
    const { statusCode, body } = await get('/runs/ffffffffffff/explore?area=QJK')
    expect(statusCode).toBe(404)
    expect(body).toContain(`This link is to run ffffffffffff, and this server shows run ${RUN}.`)
    expect(body).toContain('href="/explore?area=QJK"')
  })

  it('are on every figure', async () => {
    const { body } = await get('/explore?area=QJK')
    expect(body).toContain(`href="/runs/${RUN}/figure/ranking?area=QJK`)
    expect(body).toContain(`href="/runs/${RUN}/explore?area=QJK"`)
  })
})

describe('areas', () => {
  it('are found by a form without script', async () => {
    const { statusCode, headers } = await get('/areas?code=QJK')
    expect([statusCode, headers.location]).toEqual([303, '/areas/QJK'])
    expect((await get('/areas?code=QXX')).statusCode).toBe(400)
  })

  it('have a profile with their kind of place and what is published of them', async () => {
    const { body } = await get('/areas/QJK')
    expect(body).toMatch(/<h1[^>]*>Devon<\/h1>/)
    for (const part of [
      'Coastal',
      'Residents aged 65 or over',
      'NHS staff time lost to sickness',
      'Median pay',
      'Staff per 1,000 people',
      'South West',
    ])
      expect(body).toContain(part)
    expect((await get('/areas/Y58')).body).toContain('Areas in this region')
    expect((await get('/areas/QXX')).body).toContain('There is no area with the code QXX')
  })
})
