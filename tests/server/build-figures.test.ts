import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build-assets.js'
import { createServer } from '../../src/server/create-server.ts'
import { parseTable } from '../../src/tables/table.ts'
import { dataFiles } from '../support/data-files.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const reference = readReferenceFiles()
const projection = createTestProjection(reference, { years: 5 })
const QUERY = 'pay-award=0.01_for.nhs&retention-programme=0.5&draws=6'
const FIRST = 2026
let server: FastifyInstance

beforeAll(async () => {
  await buildAssets(path.join(import.meta.dirname, '..', '..', 'dist', 'assets'))
  server = await createServer({ projection, reference, files: dataFiles(), log: () => undefined })
})
afterAll(() => server.close())

const get = (url: string) => server.inject({ url })
const fileOf = async (name: string, ending: string, query = QUERY) =>
  get(`/build/figure/${name}.${ending}?${query}`)

type Row = Readonly<Record<string, string>>

/** A CSV as its rows by column. */
async function rowsOf(name: string, query = QUERY): Promise<readonly Row[]> {
  const { body } = await fileOf(name, 'csv', query)
  const columns = body.slice(0, body.indexOf('\n')).split(',')
  return parseTable(body, 'figure.csv', columns).rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, row.text(column)])),
  )
}

const numbers = (text: string): number[] => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
const attribute = (markup: string, name: string): number =>
  Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(markup)![1])

/** What a place on the axis that runs along x or y stands for, from the lines drawn across it and their marks. */
function readAxis(svg: string, along: 'x' | 'y'): (place: number) => number {
  const divisor = svg.includes(', millions<') ? 1e6 : svg.includes(', thousands<') ? 1e3 : 1
  const ticks = [...svg.matchAll(/<line class="hr-grid[^>]*>\s*<text[^>]*>([^<]*)</g)].map(
    ([all, label = '']) => ({
      place: attribute(all, `${along}1`),
      value:
        (Number(label.replace('−', '-').replaceAll(/[,%]/g, '')) * divisor) / (label.includes('%') ? 100 : 1),
    }),
  )
  const [low, high] = [ticks[0]!, ticks.at(-1)!]
  expect(high.value).toBeGreaterThan(low.value)
  return (place) => low.value + ((place - low.place) / (high.place - low.place)) * (high.value - low.value)
}

/** How far a drawn value may lie from the true one: what rounding of places to tenths hides. */
const slack = (svg: string, along: 'x' | 'y'): number => {
  const value = readAxis(svg, along)
  return Math.abs(value(0.12) - value(0))
}

/** Every drawn point of a path of a class: the values at each place along x, least first. */
function drawnPath(svg: string, name: string): readonly (readonly number[])[] {
  const [, d = ''] = new RegExp(`<path class="${name}" d="([^"]+)"`).exec(svg) ?? []
  const value = readAxis(svg, 'y')
  const found = new Map<number, number[]>()
  for (const pair of d.match(/[\d.-]+,[\d.-]+/g) ?? []) {
    const [x = 0, y = 0] = numbers(pair.replace(',', ' '))
    found.set(x, [...(found.get(x) ?? []), value(y)])
  }
  return [...found].sort(([a], [b]) => a - b).map(([, values]) => values.sort((a, b) => a - b))
}

/** Expects a path to stand for the values of columns of rows, in order. */
function expectDrawn(svg: string, name: string, rows: readonly Row[], columns: readonly string[]): void {
  const drawn = drawnPath(svg, name)
  expect(drawn, name).toHaveLength(rows.length)
  for (const [at, row] of rows.entries())
    for (const [i, column] of columns.entries())
      expect(Math.abs(drawn[at]![i]! - Number(row[column])), `${name} ${row.year} ${column}`).toBeLessThan(
        slack(svg, 'y'),
      )
}

describe('what the files of a figure over the years hold is what is drawn', () => {
  it('of staff, need and funded posts', async () => {
    const { body: svg } = await fileOf('balance', 'svg')
    const rows = await rowsOf('balance')
    const of = (measure: string) => rows.filter((row) => row.measure === measure)
    expect(rows).toHaveLength(3 * 6)
    expectDrawn(svg, 'hr-line hr-line--fan', of('fte_at_work'), ['p50'])
    expectDrawn(svg, 'hr-band hr-band--outer', of('fte_at_work'), ['p5', 'p95'])
    expectDrawn(svg, 'hr-line hr-line--hatched', of('need_fte'), ['p50'])
    expectDrawn(svg, 'hr-line hr-line--dotted', of('funded_fte'), ['p50'])
  })

  it('of coverage under both scenarios', async () => {
    const { body: svg } = await fileOf('coverage', 'svg')
    const rows = await rowsOf('coverage')
    const of = (scenario: string) => rows.filter((row) => row.scenario === scenario)
    expectDrawn(svg, 'hr-line hr-line--fan', of('built'), ['p50'])
    expectDrawn(svg, 'hr-line hr-line--dotted', of('compared'), ['p50'])
    expect(of('built').at(-1)!.p50).not.toBe(of('compared').at(-1)!.p50)
  })

  it('of the difference', async () => {
    const { body: svg } = await fileOf('difference', 'svg')
    const rows = await rowsOf('difference')
    expectDrawn(svg, 'hr-line hr-line--hatched', rows, ['p50'])
    expect(rows[0]).not.toHaveProperty('p5')
    expect(Number(rows[0]!.p50)).toBe(0)
    expect(Number(rows.at(-1)!.p10)).toBeGreaterThan(0)
  })
})

it('the bars of what each change does are those of its file, which add up', async () => {
  const { body: svg } = await fileOf('parts', 'svg')
  const rows = (await rowsOf('parts')).filter(({ measure }) => measure === 'gap_fte')
  expect(rows.map(({ code }) => code)).toEqual([
    'pay-award',
    'retention-programme',
    'interaction',
    'difference',
  ])
  const value = readAxis(svg, 'x')
  const bars = [...svg.matchAll(/<rect class="hr-band[^>]*>/g)].map(([bar]) => [
    attribute(bar, 'x'),
    attribute(bar, 'x') + attribute(bar, 'width'),
  ])
  const marks = [...svg.matchAll(/<rect class="hr-bar__middle"[^>]*>/g)].map(
    ([mark]) => attribute(mark, 'x') + 1.5,
  )
  for (const [at, row] of rows.entries()) {
    const drawn = [bars[at]![0]!, marks[at]!, bars[at]![1]!].map(value)
    // a bar is drawn a unit wide where its range is less
    for (const [i, column] of ['p10', 'mean', 'p90'].entries())
      expect(Math.abs(drawn[i]! - Number(row[column])), `${row.code} ${column}`).toBeLessThan(
        i === 2 ? value(1.1) - value(0) : slack(svg, 'x'),
      )
  }
  const [all, ...parts] = rows.map(({ mean }) => Number(mean)).reverse()
  expect(parts.reduce((sum, part) => sum + part)).toBeCloseTo(all!, 6)
})

it('every area on the map has the value of its file, both coverages and the gap are beside it', async () => {
  const { body: svg } = await fileOf('areas', 'svg', `${QUERY}&year=2030`)
  const rows = await rowsOf('areas', `${QUERY}&year=2030`)
  expect(rows).toHaveLength(3 * 42)
  const built = rows.filter(({ scenario, measure }) => scenario === 'built' && measure === 'coverage')
  const percent = (value: string | undefined) => `${Math.round(Number(value) * 100)}%`
  for (const { name, p10, p50, p90, year } of built) {
    expect(year).toBe('2030')
    const words = `${name}: ${percent(p50)} of staff needed, ${percent(p10)} to ${percent(p90)} in 8 of 10 runs`
    expect(svg).toContain(`<title>${words.replaceAll('&', '&amp;')}</title>`)
  }
  const { body: page } = await get(`/build/figure/areas?${QUERY}&year=2030`)
  expect(page.match(/data-point="/g)).toHaveLength(42)
  expect(page.indexOf('<table')).toBeLessThan(page.indexOf('svg class="hr-picture'))
})

describe.each(['balance', 'coverage', 'difference', 'parts', 'areas'])('the figure %s', (name) => {
  it('has a page with its table before its picture, in words, with its files and the way back', async () => {
    const { statusCode, body } = await get(`/build/figure/${name}?${QUERY}`)
    expect(statusCode).toBe(200)
    expect(body.indexOf('<table')).toBeGreaterThan(0)
    expect(body.indexOf('<table')).toBeLessThan(body.indexOf('<svg class="hr-picture'))
    expect(body).toContain('data-points')
    expect(body).not.toMatch(/NaN|undefined|Infinity/)
    const query = QUERY.replaceAll('&', '&amp;')
    for (const ending of ['csv', 'json', 'svg', 'png'])
      expect(body).toContain(`href="/build/figure/${name}.${ending}?${query}"`)
    expect(body).toContain(`href="/build?${query}"`)
    expect(body).toContain(`href="/runs/${projection.manifest.run}/build/figure/${name}?${query}"`)
  })

  it('says the same in every ending', async () => {
    const [csv, json, svg, png] = await Promise.all(
      ['csv', 'json', 'svg', 'png'].map((ending) => fileOf(name, ending)),
    )
    expect([csv, json, svg, png].map((answer) => answer?.statusCode)).toEqual([200, 200, 200, 200])
    const { title, description, columns, records } = json!.json()
    const lines = records.map((record: Row) => columns.map((column: string) => String(record[column])))
    expect((await rowsOf(name)).map((row) => columns.map((column: string) => row[column]))).toEqual(lines)
    expect(svg!.body).toContain(`>${title.replaceAll('&', '&amp;')}</title>`)
    expect(svg!.body).toContain(description.replaceAll('&', '&amp;'))
    expect(svg!.body).not.toMatch(/NaN|undefined|Infinity/)
    expect([...png!.rawPayload.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG')
    for (const [ending, answer] of Object.entries({ csv, json, svg, png }))
      expect(answer!.headers['content-disposition']).toContain(`headroom-scenario-${name}.${ending}`)
  })

  it('is one answer however its state is written', async () => {
    const other = 'draws=6&retention-programme=0.5&pay-award=0.010_for.nhs&seed=1'
    const [one, two] = await Promise.all([fileOf(name, 'csv'), fileOf(name, 'csv', other)])
    expect(two!.headers.etag).toBe(one!.headers.etag)
    const again = await server.inject({
      url: `/build/figure/${name}.csv?${QUERY}`,
      headers: { 'if-none-match': String(one!.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })

  it('refuses a state that can’t be, in words: a page for people, problem details for programs', async () => {
    const page = await get(`/build/figure/${name}?pay-award=9`)
    expect(page.statusCode).toBe(400)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toContain('Pay award can’t be set to 900% a year')
    const file = await fileOf(name, 'svg', 'draws=99999999')
    expect(file.statusCode).toBe(400)
    expect(file.headers['content-type']).toContain('application/problem+json')
    expect(file.json()).toMatchObject({ status: 400, code: 'scenario-value' })
  })
})

it('where nothing is changed there is nothing to draw, and the figure says so', async () => {
  const same = 'draws=4'
  const { statusCode, body } = await get(`/build/figure/parts?${same}`)
  expect(statusCode).toBe(200)
  expect(body).toContain('Both scenarios are the same')
  expect(await rowsOf('parts', same)).toEqual([])
  const { body: svg } = await fileOf('parts', 'svg', same)
  expect(svg).toContain('Both scenarios are the same')
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})

it('what the builder draws in one file has the same values as its figures', async () => {
  const { body } = await get(`/build/figure.csv?${QUERY}`)
  for (const name of ['balance', 'coverage', 'difference'])
    for (const { scenario, year, area, measure, unit, p50 } of await rowsOf(name))
      expect(body).toContain(`\n${[scenario, year, area, measure, unit, 'p50', p50].join()}\n`)
})

describe('England as the sum of its areas', () => {
  const FULL = `${QUERY}&areas=each`

  it('is what a figure over the years is of where its address says so, and all agree', async () => {
    for (const name of ['balance', 'coverage', 'difference']) {
      const [quick, full] = [await rowsOf(name), await rowsOf(name, FULL)]
      expect(full).toHaveLength(quick.length)
      expect(full.at(-1)!.p50).not.toBe(quick.at(-1)!.p50)
      expect(Number(full.at(-1)!.p50) / Number(quick.at(-1)!.p50)).toBeCloseTo(1, 0)
      const { note } = (await fileOf(name, 'json', FULL)).json()
      expect(note).toContain('6 runs of each of the 42 areas, added up')
      const { body } = await get(`/build/figure.csv?${FULL}`)
      for (const { scenario, year, area, measure, unit, p50 } of full)
        expect(body).toContain(`\n${[scenario, year, area, measure, unit, 'p50', p50].join()}\n`)
      const page = await get(`/build/figure/${name}?${FULL}`)
      expect(page.body).toContain(`href="/build/figure/${name}.svg?${FULL.replaceAll('&', '&amp;')}"`)
      expect(page.body).toContain(`href="/build?${QUERY.replaceAll('&', '&amp;')}"`)
    }
  })

  it('lies where the areas say: coverage and staff less need of England are those of its areas together', async () => {
    const areas = (await rowsOf('areas')).filter(({ measure }) => measure === 'gap_fte')
    const sum = areas.reduce((all, { mean }) => all + Number(mean), 0)
    const england = (await rowsOf('balance', FULL)).filter(({ year }) => year === '2031')
    const of = (measure: string) => Number(england.find((row) => row.measure === measure)!.mean)
    expect((of('fte_at_work') - of('need_fte')) / sum).toBeCloseTo(1, 6)
  })

  it('is asked for in one way', async () => {
    const { statusCode, body } = await get(`/build/figure/coverage?${QUERY}&areas=two`)
    expect(statusCode).toBe(400)
    expect(body).toContain('The option areas can’t be two')
    const [one, two] = [await fileOf('parts', 'csv'), await fileOf('parts', 'csv', FULL)]
    expect(two.headers.etag).toBe(one.headers.etag)
  })
})

describe('addresses of the builder’s figures', () => {
  it.each([
    '/build/figure/nothing',
    '/build/figure/balance.pdf',
    '/build/figure/nothing.csv',
    '/build/figure',
  ])('%s has nothing behind it', async (url) => {
    const answer = await get(url)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('There is nothing at this address.')
  })

  it('are in the builder, in its state', async () => {
    const { body } = await get(`/build?${QUERY}&parts=yes`)
    for (const name of ['balance', 'coverage', 'difference', 'parts', 'areas'])
      for (const ending of ['', '.csv', '.json', '.svg', '.png'])
        expect(body).toContain(`href="/build/figure/${name}${ending}?${QUERY.replaceAll('&', '&amp;')}"`)
  })

  it('lead there from their permanent link', async () => {
    const { headers } = await get(`/runs/${projection.manifest.run}/build/figure/balance.csv?${QUERY}`)
    expect(headers.location).toBe(`/build/figure/balance.csv?${QUERY}`)
  })
})

describe('every area, which costs most', () => {
  it('is worked out for so many runs and no more', async () => {
    const answer = await fileOf('areas', 'csv', 'draws=201')
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'option-invalid', detail: expect.stringContaining('201') })
    expect(answer.json().next).toContain('at most 200')
  })

  it('is refused while others wait, and other figures are not', async () => {
    const asked = await Promise.all([
      ...[11, 12, 13, 14].map((seed) => fileOf('areas', 'csv', `draws=2&seed=${seed}`)),
      fileOf('balance', 'csv', `draws=2&seed=15`),
    ])
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200, 503, 503, 200])
    expect(asked[3]!.json()).toMatchObject({ code: 'server-busy' })
  })
})

it('every year of each chart stands in a table before it', async () => {
  const { body } = await get(`/build?${QUERY}`)
  for (const [table, chart] of [
    ['build-years', 'build-balance-wide-title'],
    ['build-coverage-years', 'build-coverage-wide-title'],
    ['build-difference-years', 'build-difference-wide-title'],
  ] as const) {
    const [from, to] = [
      body.indexOf(`<table class="govuk-table hr-table" id="${table}"`),
      body.indexOf(`id="${chart}"`),
    ]
    expect(from).toBeGreaterThan(0)
    expect(from).toBeLessThan(to)
    const years = [...body.slice(from, body.indexOf('</table>', from)).matchAll(/data-year="(\d+)"/g)]
    expect(years.map(([, year]) => Number(year))).toEqual([0, 1, 2, 3, 4, 5].map((t) => FIRST + t))
    expect(body).toContain(`data-reader-of="${table}"`)
  }
})
