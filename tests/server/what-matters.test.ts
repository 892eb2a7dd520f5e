import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build-assets.js'
import { createServer } from '../../src/server/create-server.ts'
import { hashInputs } from '../../src/storage/hash.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { readStudy, SENSITIVITY_RECORD } from '../../src/storage/sensitivity-record.ts'
import { writeSensitivity } from '../../src/storage/write-sensitivity.ts'
import { dataFiles } from '../support/data-files.ts'
import { fakeStudy, STUDY_REQUEST } from '../support/fake-study.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const reference = readReferenceFiles()
const projection = createTestProjection(reference, { years: 10 })
const request = { ...STUDY_REQUEST, base: 128 }
let server: FastifyInstance
let folder: string

beforeAll(async () => {
  await buildAssets(path.join(import.meta.dirname, '..', '..', 'dist', 'assets'))
  folder = await mkdtemp(path.join(os.tmpdir(), 'headroom-what-matters-'))
  server = await createServer({ projection, reference, runFolder: folder })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const page = async (address = '/what-matters') => server.inject({ url: address })

describe('the study that comes with Headroom', () => {
  const studies = path.join(packageFolder(), 'studies')

  it('is of the data as they are (“npm run docs” makes it anew)', async () => {
    const study = (await readStudy(studies))!
    expect(study.inputs).toEqual(hashInputs(dataFiles()))
    expect([study.scenario, study.area.code]).toEqual(['no-change', 'ENG'])
  })

  it('is shown where the run has none of its own', async () => {
    const own = await createServer({ projection, reference, runFolder: folder, studies })
    const { body } = await own.inject({ url: '/what-matters' })
    await own.close()
    expect(body).toContain('id="influence"')
    // The projection of this test was made from other data.
    expect(body).toContain('made of another scenario')
  })
})

describe('what matters', () => {
  it('says how to make a study where there is none', async () => {
    const { statusCode, body } = await page()
    expect(statusCode).toBe(200)
    expect(body).toContain(`<code>headroom sensitivity --out ${folder}</code>`)
    expect(body).toContain('<a class="govuk-service-navigation__link" href="/what-matters"')
  })

  it('shows the study once there is one: a sentence, the table, then the tornado', async () => {
    await writeSensitivity(folder, fakeStudy(request, projection.manifest.inputs))
    const { statusCode, body, headers } = await page()
    expect(statusCode).toBe(200)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(body).toContain(
      'About 70% of what makes “Gap between staff and need” of England in 2046 uncertain',
    )
    const [table, tornado] = [body.indexOf('id="influence"'), body.indexOf('id="tornado-wide-title"')]
    expect(table).toBeGreaterThan(0)
    expect(tornado).toBeGreaterThan(table)
    const rows = [...body.matchAll(/<th scope="row" class="govuk-table__header">([^<]+)</g)].map(
      ([, text]) => text,
    )
    expect(rows.slice(0, 3)).toEqual([
      expect.stringMatching(/^Growth of health services/),
      'Leaving from all NHS occupations',
      'Sickness absence',
    ])
    expect(body).toContain('70% <span class="hr-spread">(69% to 72%)</span>')
    expect(body).toContain('held to cost £100,000 a year')
    expect(body).not.toContain('made of another scenario')
  })

  it('says so where the study was made from other data', async () => {
    await writeSensitivity(
      folder,
      fakeStudy({ ...request, decide: [] }, { 'reference/areas.csv': 'f'.repeat(64) }),
    )
    const { body } = await page()
    expect(body).toContain('made of another scenario, area or data')
    expect(body).not.toContain('What knowing more would be worth')
  })

  it('says what is wrong with a study that can’t be read', async () => {
    await writeFile(path.join(folder, SENSITIVITY_RECORD), 'nonsense')
    const { statusCode, body } = await page()
    expect(statusCode).toBe(200)
    expect(body).toContain('is not a study that this version can read')
  })

  it('takes any output it is asked for, and the first where there is no such', async () => {
    await writeSensitivity(folder, fakeStudy(request, projection.manifest.inputs))
    for (const output of ['all.all.gap_fte', 'nonsense', '&output=2'])
      expect((await page(`/what-matters?output=${output}`)).body).toContain('About 70%')
  })

  it('has the tornado at an address of its own, as a page and as files', async () => {
    const study = fakeStudy(request, projection.manifest.inputs)
    await writeSensitivity(folder, study)
    const query = '?output=all.all.gap_fte'
    const own = (await page(`/figure/tornado${query}`)).body
    expect(own).toContain(`href="/figure/tornado.csv${query}"`)
    expect(own).toContain(`/runs/${projection.manifest.run}/figure/tornado${query}`)
    const [header, ...rows] = (await page(`/figure/tornado.csv${query}`)).body.trimEnd().split('\n')
    expect(header).toBe(
      'year,area,level,code,measure,unit,rank,group,assumed,centre,p10,p90,total_share,total_low,total_high',
    )
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain(',1,health-growth,"Growth of health services')
    expect(rows[0]).toContain(',-600000,-950000,-320000,0.7,0.69,0.72')
    expect((await page(`/figure/tornado.svg${query}`)).body.match(/data-mark="\d"/g)).toHaveLength(3)
    expect((await page(`/figure/tornado.json${query}`)).json().records).toHaveLength(3)
  })

  it('leads from the figure to the page where there is no study', async () => {
    const bare = await createServer({ projection, reference })
    const { statusCode, headers } = await bare.inject({ url: '/figure/tornado' })
    expect([statusCode, headers.location]).toEqual([302, '/what-matters'])
    expect((await bare.inject({ url: '/figure/tornado.csv' })).statusCode).toBe(404)
    await bare.close()
  })
})
