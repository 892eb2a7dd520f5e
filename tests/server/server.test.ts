import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createNetServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build-assets.js'
import { createServer } from '../../src/server/create-server.ts'
import { startServer } from '../../src/server/start-server.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const reference = readReferenceFiles()
const projection = createTestProjection(reference, { years: 10 })
let server: FastifyInstance
let runFolder: string

beforeAll(async () => {
  await buildAssets(path.join(import.meta.dirname, '..', '..', 'dist', 'assets'))
  runFolder = await mkdtemp(path.join(os.tmpdir(), 'headroom-server-'))
  await writeFile(path.join(runFolder, 'run.json'), '{"run":"x"}')
  await writeFile(path.join(runFolder, 'secret.txt'), 'not for reading')
  server = await createServer({ projection, reference, runFolder })
})
afterAll(async () => {
  await server.close()
  await rm(runFolder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers })

describe('pages', () => {
  it.each([
    '/',
    '/areas',
    '/method',
    '/data',
    '/?area=QKK&level=occupation&code=midwives&measure=coverage&year=2030',
  ])('%s is a page with a strict policy', async (url) => {
    const { statusCode, headers } = await get(url)
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('have no script, style or handler inside', async () => {
    for (const url of ['/', '/areas', '/method', '/data', '/nowhere']) {
      const { body } = await get(url)
      expect(body).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+="/i)
    }
  })

  it('are sent once: the same page again costs 304', async () => {
    const first = await get('/?area=QKK')
    const again = await get('/?area=QKK', { 'if-none-match': String(first.headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    const other = await get('/?area=QMJ', { 'if-none-match': String(first.headers.etag) })
    expect(other.statusCode).toBe(200)
  })

  it('travel packed where the reader can unpack them, the same text either way', async () => {
    const plain = await get('/?area=QKK')
    const packed = await get('/?area=QKK', { 'accept-encoding': 'gzip, br' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4)
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    expect([plain.headers.vary, packed.headers.vary]).toEqual(['accept-encoding', 'accept-encoding'])
    const tags = { 'if-none-match': String(packed.headers.etag), 'accept-encoding': 'gzip' }
    expect((await get('/?area=QKK', tags)).statusCode).toBe(304)
  })

  it('answer to HEAD', async () => {
    const { statusCode, body } = await server.inject({ method: 'HEAD', url: '/' })
    expect([statusCode, body]).toEqual([200, ''])
  })

  it('take their style and script from here, kept for good', async () => {
    const { body } = await get('/')
    const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '')
    expect(assets).toHaveLength(3)
    for (const url of assets) {
      const { statusCode, headers } = await get(url)
      expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    }
  })
})

describe('wrong addresses', () => {
  it.each([
    ['/?area=XX', 'There is no area with the code XX.'],
    ['/?area=', null],
    [
      '/?series=occupation.surgeons',
      'There is no occupation, staff group or sector with the code occupation.surgeons.',
    ],
    ['/?measure=happiness', 'There is no measure with the code happiness.'],
    ['/?year=2099', 'The year 2099 is outside 2025 to 2035.'],
    ['/?year=soon', 'The year soon is outside 2025 to 2035.'],
    ['/areas?order=size', 'The option order can’t be size.'],
    ['/?area=QKK&area=QMJ', 'The option area can’t be QKK,QMJ.'],
    ['/?area=%3Cscript%3E', 'There is no area with the code &lt;script&gt;.'],
  ])('%s says what is wrong', async (url, message) => {
    const { statusCode, body, headers } = await get(url)
    expect(statusCode).toBe(message ? 400 : 200)
    if (message) {
      expect(body).toContain(message)
      expect(headers.etag).toBeUndefined()
    }
  })

  it('tell an area that a run leaves out from one that there isn’t', async () => {
    const one = await createServer({
      projection: createTestProjection(reference, { area: 'QKK' }),
      reference,
    })
    expect((await one.inject('/')).body).toContain('South East London')
    expect((await one.inject('/areas')).body).toContain('one area only')
    expect((await one.inject('/?area=QMJ')).body).toContain('was made for QKK alone and says nothing of QMJ')
    expect((await one.inject('/?area=QXX')).body).toContain('There is no area with the code QXX')
    await one.close()
  })

  it('are problem details for programs, with the code of the catalogue', async () => {
    const { statusCode, headers, json } = await get('/api/projection?measure=happiness')
    expect(statusCode).toBe(400)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(json()).toMatchObject({
      status: 400,
      code: 'measure-unknown',
      next: expect.stringContaining('coverage'),
    })
  })

  it('lead to a page of their own', async () => {
    for (const url of ['/nowhere', '/projection.csv', '/secret.txt', '/../package.json', '/%']) {
      const { statusCode, body } = await get(url)
      expect([400, 404], url).toContain(statusCode)
      expect(body, url).toContain('Go to the projection')
    }
  })

  it('failures of the program say nothing of its inside, but are told to whoever runs it', async () => {
    const told: string[] = []
    const broken = await createServer({
      projection: { ...projection, measures: ['unheard-of'] },
      reference,
      log: (text) => told.push(text),
    })
    const { statusCode, body } = await broken.inject('/explore')
    await broken.close()
    expect(statusCode).toBe(500)
    expect(body).toContain('Something went wrong')
    expect(body).not.toContain('unheard-of')
    expect(told.join()).toContain('unheard-of')
  })
})

describe('files and programs', () => {
  it('downloads have names and types', async () => {
    const { headers, body } = await get('/figure.csv?area=QKK&series=sector.nhs&measure=gap_fte')
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toBe('attachment; filename="headroom-QKK-sector-nhs-gap-fte.csv"')
    expect(body.split('\n')).toHaveLength(1 + 11 * 9 + 1)
  })

  it('a program gets the values of a figure', async () => {
    const document = (
      await get('/api/projection?area=Y56&level=sector&code=social-care&measure=coverage')
    ).json()
    expect(document).toMatchObject({
      area: { code: 'Y56', name: 'London' },
      series: { level: 'sector', code: 'social-care' },
      measures: [{ code: 'coverage' }],
    })
    expect(document.measures[0].values.p50).toHaveLength(11)
  })

  it('the run’s own files are there, and no others', async () => {
    expect((await get('/run.json')).json()).toEqual({ run: 'x' })
    expect((await get('/data')).body).toContain('href="/run.json"')
    expect((await get('/data')).body).not.toContain('href="/projection.csv"')
  })

  it('health is said', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok', run: '0123456789ab' })
  })
})

describe('starting', () => {
  it('says where it listens, and stops', async () => {
    const running = await startServer({ projection, reference, host: '127.0.0.1', port: 0 })
    expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await fetch(running.address)).status).toBe(200)
    await running.close()
    await expect(fetch(running.address)).rejects.toThrow()
  })

  it('says when the port is taken', async () => {
    const other = createNetServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
    })
    const starting = startServer({ projection, reference, host: '127.0.0.1', port })
    await expect(starting).rejects.toMatchObject({ code: 'port-taken', exit: 2 })
    await new Promise((resolve) => other.close(resolve))
  })
})
