import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build-assets.js'
import type { Plan, PlanRequest } from '../../src/domain/plan.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { createServer } from '../../src/server/create-server.ts'
import { dataFiles } from '../support/data-files.ts'
import { fakePlan } from '../support/fake-plan.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const reference = readReferenceFiles()
const projection = createTestProjection(reference, { years: 10 })
const files = dataFiles()

/** A plan that the test ends itself. */
interface Under {
  readonly request: PlanRequest
  readonly end: (plan: Plan) => void
  readonly fail: (error: unknown) => void
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal
}
let under: Under[] = []
const SCENARIO = [
  'headroom: scenario/1',
  'title: A plan',
  'description: Of a test.',
  'levers:',
  '  training-places:',
  '    - { for: midwifery, path: { 2027: 0.1, 2028: 0.2 } }',
  '',
].join('\n')
const made = (request: PlanRequest): Plan => ({ ...fakePlan(request), scenario: SCENARIO })

let server: FastifyInstance
let folder: string
let told: string[] = []

async function start(limits: object = {}): Promise<FastifyInstance> {
  return createServer({
    projection,
    reference,
    files,
    savedFolder: folder,
    limits: { asks: 1000, waiting: 2, ...limits },
    log: (text) => told.push(text),
    plan: (_files, request, onProgress, signal) =>
      new Promise((end, fail) => {
        signal.addEventListener('abort', () => fail(signal.reason))
        under.push({ request, end, fail, onProgress, signal })
      }),
  })
}

beforeAll(async () => {
  await buildAssets(path.join(import.meta.dirname, '..', '..', 'dist', 'assets'))
  folder = await mkdtemp(path.join(os.tmpdir(), 'headroom-take-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  under = []
  told = []
  server = await start()
})
afterEach(async () => {
  await server.close()
  await rm(path.join(folder, 'plans'), { recursive: true, force: true })
})

const OWN = { host: 'localhost', origin: 'http://localhost' }
const ask = (fields: string | Record<string, string> = {}, headers: Record<string, string> = OWN) =>
  server.inject({
    method: 'POST',
    url: '/take',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
const get = (url: string) => server.inject({ url })
const stateOf = async (address: string) => (await get(`${address}/state`)).json()
const plans = () => readdir(path.join(folder, 'plans')).catch(() => [])
async function settled(address: string, kind: string) {
  await expect.poll(async () => (await stateOf(address)).state, { timeout: 110_000 }).toBe(kind)
}

/** Asks, lets the plan be found, and gives its address. */
async function answered(fields: Record<string, string> = {}): Promise<string> {
  const address = String((await ask(fields)).headers.location)
  under.at(-1)!.end(made(under.at(-1)!.request))
  await settled(address, 'done')
  return address
}

describe('asking what it would take', () => {
  it('is a form, filled in from its address', async () => {
    const { statusCode, body } = await get(
      '/take?target=95&quantile=90&staff=midwives,paramedics&pay-growth=0.02',
    )
    expect(statusCode).toBe(200)
    expect(body).toMatch(/name="target.percent"[^>]*value="95"/)
    expect(body).toMatch(/name="quantile"[^>]*value="90"/)
    expect(body).toMatch(/value="paramedics" checked/)
    expect(body).toMatch(/name="pay-growth.percent"[^>]*value="2"/)
    expect(body).toMatch(/name="places-growth.percent"[^>]*value="10"/)
  })

  it('asks for the usual where nothing is set, however the form says it', async () => {
    const first = (await ask()).headers.location
    const form = {
      target: 'today',
      'target.percent': '',
      quantile: '80',
      years: '15',
      from: '',
      draws: '100',
      'places-growth.percent': '10',
      'international-share-year': '2035',
    }
    expect((await ask(form)).headers.location).toBe(first)
    expect(under).toHaveLength(1)
    expect(under[0]?.request).toEqual({
      coverage: null,
      quantile: 80,
      years: 15,
      from: null,
      occupations: [],
      draws: 100,
      seed: 1,
      limits: {},
      countStaffPay: true,
    })
  })

  it('asks for what is set', async () => {
    const fields = new URLSearchParams(
      'target=percent&target.percent=97.5&quantile=60&years=12&from=2035&pay=left-out&draws=40&pay-growth.percent=0',
    )
    for (const code of ['midwives', 'paramedics', 'primary-care', 'practice-nurses'])
      fields.append('staff', code)
    await ask(fields.toString() as string)
    expect(under[0]?.request).toMatchObject({
      coverage: 0.975,
      quantile: 60,
      years: 12,
      from: 2035,
      draws: 40,
      limits: { 'pay-growth': 0 },
      countStaffPay: false,
    })
    expect(under[0]?.request.occupations).toEqual(['primary-care', 'midwives', 'paramedics'])
  })

  it.each([
    ['target=percent', '“How much of what people need should staff cover?” can’t be empty.', '#take-target'],
    ['target=today&target.percent=95', 'can’t be as today and 95', '#take-target'],
    ['target=0.5', 'staff cover?” can’t be 0.5.', '#take-target'],
    ['quantile=96', 'It must be a whole number from 50 to 95.', '#take-quantile'],
    ['years=5', 'It must be a whole number from 6 to 20.', '#take-years'],
    ['years=10&from=2040', 'It must be a whole number from 2028 to 2036.', '#take-from'],
    ['draws=1000', 'It must be a whole number from 20 to 200.', '#take-draws'],
    ['pay-growth.percent=200', 'It must be a number from 0 to 100.', '#limit-pay-growth'],
    ['places-step=-1', 'It must be a number from 0 to 10000.', '#limit-places-step'],
    ['quantile=80&quantile=90', 'can’t be given 2 times', '#take-quantile'],
    ['staff=wizards', 'There is no occupation, staff group or sector with the code wizards.', ''],
    ['staff=unpaid-care', 'with the code unpaid-care.', ''],
  ])('says what is wrong: %s', async (query, words, anchor) => {
    const sent = await ask(query)
    const typed = await get(`/take?${query}`)
    for (const { statusCode, body } of [sent, typed]) {
      expect([statusCode, body.includes(words)]).toEqual([400, true])
      expect(body).toContain('There is a problem')
      if (anchor) {
        expect(body).toContain(`href="${anchor}"`)
        expect(body).toContain(`id="${anchor.slice(1)}"`)
      }
    }
    expect(under).toEqual([])
  })

  it('takes forms of its own pages only, and only so many', async () => {
    expect((await ask({}, { host: 'localhost', origin: 'http://evil.example' })).statusCode).toBe(403)
    await server.close()
    server = await start({ asks: 1 })
    expect((await ask()).statusCode).toBe(303)
    expect((await ask()).statusCode).toBe(429)
  })

  it('is not there on a server that can’t plan', async () => {
    const bare = await createServer({ projection, reference, files, savedFolder: folder })
    expect((await bare.inject('/take')).statusCode).toBe(404)
    expect((await bare.inject('/')).body).not.toContain('/take')
    await bare.close()
  })
})

describe('while it is worked out', () => {
  it('the page says how far it is, and other pages answer', async () => {
    const address = String((await ask()).headers.location)
    expect(address).toMatch(/^\/take\/[0-9a-f]{12}$/)
    under[0]?.onProgress(3, 12)
    expect(await stateOf(address)).toEqual({
      state: 'working',
      share: 0.25,
      said: 'The server is working it out. It usually takes less than a minute.',
    })
    const { body, headers } = await get(address)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toMatch(/<progress[^>]*value="25"/)
    expect(body).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>')
    expect((await get('/')).statusCode).toBe(200)
    under[0]?.onProgress(1, 12)
    expect((await stateOf(address)).share).toBe(0.25)
    for (const file of ['plan.csv', 'plan.json', 'scenario.yaml'])
      expect((await get(`${address}/${file}`)).statusCode).toBe(404)
  })

  it('one runs at a time, a few wait, more are refused with what they asked', async () => {
    const [a, b, c] = await Promise.all(['6', '7', '8'].map((years) => ask({ years })))
    expect(under).toHaveLength(1)
    expect((await stateOf(String(c?.headers.location))).said).toBe(
      '2 other plans are worked out before yours.',
    )
    const busy = await ask({ years: '9' })
    expect(busy.statusCode).toBe(503)
    expect(busy.body).toContain('and 2 more wait for their turn')
    expect(busy.body).toMatch(/name="years"[^>]*value="9"/)
    expect((await ask({ years: '8' })).headers.location).toBe(c?.headers.location)
    under[0]?.end(made(under[0].request))
    await settled(String(a?.headers.location), 'done')
    expect(under.map(({ request }) => request.years)).toEqual([6, 7])
    expect((await stateOf(String(b?.headers.location))).state).toBe('working')
  })

  it('stops when nobody looks, and when the server closes', async () => {
    await server.close()
    server = await start({ patience: -1 })
    const first = String((await ask({ years: '6' })).headers.location)
    await ask({ years: '7' })
    expect(under[0]?.signal.aborted).toBe(true)
    await settled(first, 'stopped')
    const { body } = await get(first)
    expect(body).toContain('nobody had looked at this page')
    expect(body).toContain('<input type="hidden" name="years" value="6">')
    expect(body).toContain('href="/take?years=6"')
    const last = under.at(-1)
    await server.close()
    expect(last?.signal.aborted).toBe(true)
    server = await start()
  })

  it('says so where it fails: a mistake in the data, or one of the program', async () => {
    const first = String((await ask({ years: '6' })).headers.location)
    under[0]?.fail(new HeadroomError('occupation-unknown', { code: 'x' }))
    await settled(first, 'failed')
    expect((await get(first)).body).toContain(
      'There is no occupation, staff group or sector with the code x.',
    )
    const second = String((await ask({ years: '7' })).headers.location)
    under[1]?.fail(new Error('secret inside'))
    await settled(second, 'failed')
    const { statusCode, body } = await get(second)
    expect([statusCode, body.includes('secret'), told.join().includes('secret inside')]).toEqual([
      500,
      false,
      true,
    ])
    expect((await ask({ years: '7' })).headers.location).toBe(second)
    expect(under).toHaveLength(3)
  })
})

describe('the answer', () => {
  it('says in plain words what it would take, what binds, what is missed and what is assumed', async () => {
    const { body, statusCode } = await get(await answered())
    expect(statusCode).toBe(200)
    for (const part of [
      'The limits don’t allow all of it: 1 of 2 occupations can’t cover as much of need as today in 80 of 100 runs, from March 2036 to March 2041.',
      'Furthest short: paramedics, by about 1,230 full-time staff in 2041.',
      'Training: 1 programme takes in 1,200 people',
      'Keeping staff: no retention programme beyond today’s.',
      'Cost: about £6bn more than going on as now, from 2026 to 2041 together, the pay of the staff it adds included; a pound counts 3.5% less for every year ahead.',
      'By March 2036',
      'one more placement',
      'one more entrant beyond the growth allowed',
      'No training programme can bring these nearer to the target: Consultants.',
      'Confirmed: projected with feedback for 42 areas and 100 runs',
      'most of them are judgements',
      'hr-mark--red',
      '/plan.csv',
    ])
      expect(body).toContain(part)
    expect(body.indexOf('id="plan-missed"')).toBeGreaterThan(0)
  })

  it('is kept: the same question is not worked out again, after a restart neither', async () => {
    const address = await answered({ years: '9' })
    expect((await ask({ years: '9' })).headers.location).toBe(address)
    await server.close()
    server = await start()
    expect((await ask({ years: '9' })).headers.location).toBe(address)
    expect((await get(address)).body).toContain('What it would take')
    expect(under).toHaveLength(1)
    expect(await plans()).toHaveLength(1)
  })

  it('is also files', async () => {
    const address = await answered()
    const csv = await get(`${address}/plan.csv`)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body).toContain('places,midwifery,2028,entrants,1000,1100')
    const document = (await get(`${address}/plan.json`)).json()
    expect(document).toMatchObject({
      headroomVersion: projection.manifest.headroomVersion,
      until: 2041,
      question: '',
    })
    expect((await get(`${address}/scenario.yaml`)).body).toBe(SCENARIO)
  })

  it('draws coverage, and every value of the picture is in its files', async () => {
    const address = await answered()
    const page = await get(address)
    expect(page.body.indexOf('id="coverage-table"')).toBeLessThan(
      page.body.indexOf('id="coverage-wide-title"'),
    )
    const csv = await get(`${address}/coverage.csv`)
    expect(csv.body.trimEnd().split('\n')).toEqual([
      'run,scenario,year,area,occupation,name,quantile,target,as_now,plan,misses',
      `${address.split('/').at(-1)},plan,2041,ENG,paramedics,Paramedics,80,0.9,0.7,0.8502,yes`,
      `${address.split('/').at(-1)},plan,2041,ENG,midwives,Midwives,80,0.9,0.7,0.9,no`,
    ])
    expect((await get(`${address}/coverage.json`)).json().records).toHaveLength(2)
    const picture = await get(`${address}/coverage.svg`)
    for (const part of [
      'Paramedics: 85% with the plan, 70% as now, target 90%',
      'with the plan',
      'March 2041',
    ])
      expect(picture.body).toContain(part)
    expect((await get(`${address}/coverage.png`)).rawPayload.subarray(1, 4).toString()).toBe('PNG')
  })

  it('opens in the builder, where an address can hold it', async () => {
    const { body } = await get(await answered())
    const href = /href="(\/build\?[^"]+)">Open this plan/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(decodeURIComponent(href)).toBe('/build?training-places=0.2_for.midwifery_2027.0.1_2028.0.2')
    const builder = await get(href)
    expect(builder.statusCode).toBe(200)
    expect(builder.body).toContain('set year by year')
  })

  it('says why not, where none can', async () => {
    const path = Array.from({ length: 15 }, (_, i) => `${2027 + i}: 0.${1000 + i}`).join(', ')
    const all = ['adult-nursing', 'midwifery', 'paramedic-science'].flatMap((code) =>
      Array.from({ length: 13 }, () => `    - { for: ${code}, path: { ${path} } }`),
    )
    const scenario = [...SCENARIO.split('\n').slice(0, 5), ...all, ''].join('\n')
    const address = String((await ask()).headers.location)
    under[0]?.end({ ...made(under[0].request), scenario })
    await settled(address, 'done')
    const { body } = await get(address)
    expect(body).not.toContain('Open this plan in the builder')
    expect(body).toContain('more than an address of the builder can hold')
  })

  it('is of other data or another version: the page says so', async () => {
    const address = await answered()
    const [file = ''] = await plans()
    const place = path.join(folder, 'plans', file)
    const kept = JSON.parse(await readFile(place, 'utf8'))
    await writeFile(place, JSON.stringify({ ...kept, version: '0.0.1' }))
    expect((await get(address)).statusCode).toBe(500)
    expect((await get(address)).body).toContain('its content is not that of its name')
  })

  it('is refused where no room is left, and unknown where nobody asked', async () => {
    await answered()
    await server.close()
    server = await start({ plans: 1 })
    const { statusCode, body } = await ask({ years: '7' })
    expect([statusCode, body.includes('at most 1 answers about plans')]).toEqual([507, true])
    expect((await get('/take/0123456789ab')).statusCode).toBe(404)
    expect((await get('/take/0123456789ab')).body).toContain('Nothing is kept on this server under')
  })
})
