import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build-assets.js'
import { readScenario } from '../../src/pipeline/read-scenario.ts'
import { createServer } from '../../src/server/create-server.ts'
import { scenarioId } from '../../src/storage/saved-scenarios.ts'
import { dataFiles } from '../support/data-files.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const reference = readReferenceFiles()
const projection = createTestProjection(reference, { years: 10 })
const files = dataFiles()
const QUERY = 'retention-programme=0.5&vs=ten-point-plan&draws=4'
let server: FastifyInstance
let folder: string

beforeAll(async () => {
  await buildAssets(path.join(import.meta.dirname, '..', '..', 'dist', 'assets'))
  folder = await mkdtemp(path.join(os.tmpdir(), 'headroom-saved-'))
  const limits = { title: 40, query: 500, scenarios: 3, saves: 1000 }
  server = await createServer({ projection, reference, files, savedFolder: folder, limits })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})
afterEach(() => rm(path.join(folder, 'scenarios'), { recursive: true, force: true }))

const OWN = { host: 'localhost', origin: 'http://localhost' }
const save = (title: string, query = QUERY, headers: Record<string, string> = OWN) =>
  server.inject({
    method: 'POST',
    url: '/scenarios',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ title, query }).toString(),
  })
const saved = () => readdir(path.join(folder, 'scenarios')).catch(() => [])
const get = (url: string) => server.inject({ url })

describe('saving a scenario', () => {
  it('gives an address that stays, with what it changes, what it comes to and ways on', async () => {
    const { statusCode, headers } = await save('Half of <staff>')
    expect(statusCode).toBe(303)
    expect(headers.location).toMatch(/^\/scenarios\/[0-9a-f]{12}$/)
    const page = await get(String(headers.location))
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Half of &lt;staff&gt;')
    expect(page.body).not.toContain('<staff>')
    expect(page.body).toMatch(/<li>Retention programme: 50%[^<]*\. [^<]*from March 2027<\/li>/)
    expect(page.body).toContain('It is compared with “')
    expect(page.body).toMatch(/class="hr-headline__sentence">By March 2036/)
    expect(page.body).toContain(`href="/build?${QUERY.replaceAll('&', '&amp;')}"`)
    expect(page.body).not.toContain('now shows another run')
    expect(await saved()).toHaveLength(1)
  })

  it('gives the same address for the same title and scenario, however it was set, and overwrites nothing', async () => {
    const first = String((await save('Mine')).headers.location)
    const [file = ''] = await saved()
    const before = await readFile(path.join(folder, 'scenarios', file), 'utf8')
    const asForm = 'retention-programme.percent=50&preset=&vs=ten-point-plan&draws=4&year=2036&feedback=on'
    expect((await save('  Mine ', asForm)).headers.location).toBe(first)
    expect(await readFile(path.join(folder, 'scenarios', file), 'utf8')).toBe(before)
    expect((await save('Yours')).headers.location).not.toBe(first)
    expect((await save('Mine', 'retention-programme=0.4&draws=4')).headers.location).not.toBe(first)
    expect(await saved()).toHaveLength(3)
  })

  it('keeps the title in the scenario file, which reads as any other', async () => {
    const { headers } = await save('A “title”: with # signs')
    const file = await get(`${headers.location}/scenario.yaml`)
    expect(file.headers['content-type']).toBe('application/yaml; charset=utf-8')
    const scenario = readScenario(new Map([...files, ['scenarios/mine.yaml', file.body]]), 'mine')
    expect(scenario.title).toBe('A “title”: with # signs')
    expect(scenario.levers.get('retention-programme')).toMatchObject([{ setting: 0.5 }])
  })

  it('lists what was saved, and says so where nothing was', async () => {
    expect((await get('/scenarios')).body).toContain('Nothing has been saved here yet')
    const { headers } = await save('Mine')
    const { body } = await get('/scenarios')
    expect(body).toContain(`href="${headers.location}">Mine</a>`)
    expect(body).toMatch(/<td[^>]*>\d{1,2} [A-Z][a-z]+ 20\d\d<\/td>/)
    expect(body).toMatch(/the gap (is likely to|could) be/)
  })

  it('says what is wrong with a title, and keeps what was typed', async () => {
    for (const [title, words] of [
      ['', 'it is empty'],
      ['x'.repeat(41), 'it has 41 characters'],
      ['a\u0007b', 'another sign that can’t be seen'],
    ] as const) {
      const { statusCode, body } = await save(title)
      expect([statusCode, body.includes(words)]).toEqual([400, true])
      expect(body).toContain('There is a problem')
      expect(body).toContain('href="#save-title"')
      expect(body).toContain('value="retention-programme=0.5&amp;vs=ten-point-plan&amp;draws=4"')
    }
    expect(await saved()).toEqual([])
  })

  it('refuses what the builder can’t do, with the message of the builder', async () => {
    const { statusCode, body } = await save('Mine', 'pay-award=9')
    expect([statusCode, body.includes('Pay award can’t be set to 900% a year')]).toEqual([400, true])
    const long = Array.from({ length: 30 }, (_, i) => `0.0${i + 1}_for.nhs_from.2030`).join('*')
    expect((await save('Mine', `pay-award=${long}`)).body).toContain('at most 500 can be saved')
    expect(await saved()).toEqual([])
  })

  it('keeps only so many', async () => {
    for (const title of ['a', 'b', 'c']) expect((await save(title)).statusCode).toBe(303)
    const { statusCode, body } = await save('d')
    expect([statusCode, body.includes('at most 3 saved scenarios')]).toEqual([507, true])
    expect((await save('a')).statusCode).toBe(303)
  })
})

describe('what may be sent', () => {
  it('forms of other sites, and of programs that don’t say where from, are refused', async () => {
    for (const headers of [
      { host: 'localhost', origin: 'http://evil.example' },
      { host: 'localhost' },
      { ...OWN, 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      const { statusCode, body } = await save('Mine', QUERY, headers)
      expect([statusCode, body.includes('didn’t come from a page of this server')]).toEqual([403, true])
    }
    expect(await saved()).toEqual([])
  })

  it('pages tell this server where a form comes from, and no other', async () => {
    expect((await get('/build')).headers['referrer-policy']).toBe('same-origin')
  })

  it('a form that is too large, or something else than a form, is refused', async () => {
    const large = await save('Mine', 'x'.repeat(70_000))
    expect([large.statusCode, large.body.includes('too much to send')]).toEqual([413, true])
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const { statusCode, body } = await save('Mine', QUERY, { ...OWN, 'content-type': type })
      expect([statusCode, body.includes('takes forms of its own pages')]).toEqual([415, true])
    }
    expect(await saved()).toEqual([])
  })

  it('one address may send only so many', async () => {
    const own = await mkdtemp(path.join(os.tmpdir(), 'headroom-saved-'))
    const strict = await createServer({
      projection,
      reference,
      files,
      savedFolder: own,
      limits: { saves: 1 },
    })
    const send = () =>
      strict.inject({
        method: 'POST',
        url: '/scenarios',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...OWN },
        payload: 'title=',
      })
    expect((await send()).statusCode).toBe(400)
    const { statusCode, body } = await send()
    expect([statusCode, body.includes('Wait 10 minutes')]).toEqual([429, true])
    await strict.close()
    await rm(own, { recursive: true })
  })

  it('a server without a folder for it saves nothing and offers nothing', async () => {
    const bare = await createServer({ projection, reference, files })
    expect((await bare.inject('/scenarios')).statusCode).toBe(404)
    expect((await bare.inject('/build?draws=1')).body).not.toContain('action="/scenarios"')
    await bare.close()
  })
})

describe('what was saved', () => {
  it('is not there: a page says so', async () => {
    for (const id of ['0123456789ab', 'nonsense', '..%2f..%2frun']) {
      const { statusCode, body } = await get(`/scenarios/${id}`)
      expect([statusCode, body.includes('Nothing is kept on this server under')]).toEqual([404, true])
    }
  })

  it('is damaged: one message, and the rest still list', async () => {
    const good = await save('Good')
    const bad = await save('Bad')
    const file = `${String(bad.headers.location).split('/').at(-1)}.json`
    await writeFile(path.join(folder, 'scenarios', file), '{')
    const { statusCode, body } = await get('/scenarios')
    expect(statusCode).toBe(200)
    expect(body).toContain(`What was kept as ${file} can’t be read`)
    expect(body).toContain(`href="${good.headers.location}"`)
    expect(body).not.toContain(folder)
    const page = await get(String(bad.headers.location))
    expect([page.statusCode, page.body.includes('is damaged')]).toEqual([500, true])
  })

  it('can be of another run, which the page says, or of a version that this one can’t read', async () => {
    const { headers } = await save('Old')
    const [file = ''] = await saved()
    const place = path.join(folder, 'scenarios', file)
    const content = JSON.parse(await readFile(place, 'utf8'))
    await writeFile(place, JSON.stringify({ ...content, run: 'ffffffffffff' }))
    const other = await createServer({ projection, reference, files, savedFolder: folder })
    expect((await other.inject(String(headers.location))).body).toContain('now shows another run')
    await other.close()
    const strange = { ...content, query: 'lever-of-tomorrow=1' }
    const id = scenarioId(strange)
    await writeFile(path.join(folder, 'scenarios', `${id}.json`), JSON.stringify({ ...strange, id }))
    const page = await get(`/scenarios/${id}`)
    expect([page.statusCode, page.body.includes('can’t work the scenario out')]).toEqual([200, true])
    expect(page.body).toContain('there is no lever named lever-of-tomorrow')
  })
})
