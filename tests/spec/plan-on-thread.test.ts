import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from '../../build-assets.js'
import { freshKernel } from '../../build-kernel.js'
import type { PlanRequest } from '../../src/domain/plan.ts'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import { planWorkforce } from '../../src/pipeline/plan-workforce.ts'
import { startServer } from '../../src/server/start-server.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { createPlanOnThread, type PlanElsewhere } from '../../src/threads/plan-on-thread.ts'
import { createSolveWithHighs } from '../../src/threads/solve-with-highs.ts'
import { dataFiles } from '../support/data-files.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const files = dataFiles()
const REQUEST: PlanRequest = {
  coverage: null,
  quantile: 50,
  years: 6,
  from: null,
  occupations: ['midwives'],
  draws: 20,
  seed: 1,
  limits: {},
  countStaffPay: true,
}
const never = new AbortController().signal
let kernel: Uint8Array<ArrayBuffer>
let plan: PlanElsewhere
let folder: string

beforeAll(async () => {
  // Inside the repository, where the worker finds the packages it needs.
  const cache = path.join(packageFolder(), 'node_modules', '.cache')
  await mkdir(cache, { recursive: true })
  folder = await mkdtemp(path.join(cache, 'headroom-plan-'))
  const outfile = path.join(folder, 'plan-worker.mjs')
  await esbuild.build({
    entryPoints: ['src/threads/plan-worker.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
  kernel = await freshKernel()
  plan = createPlanOnThread({ kernel, worker: pathToFileURL(outfile) })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('planning on a thread of its own', () => {
  it('finds the plan that is found here, to the bit, and says how it comes on', async () => {
    const simulate = createSimulate(kernel)
    const engines = { quick: simulate, full: simulate, solve: createSolveWithHighs() }
    const here = await planWorkforce(files, REQUEST, engines)
    const steps: number[] = []
    const there = await plan(files, REQUEST, (done, total) => steps.push(done / total), never)
    expect(there).toEqual(here)
    expect(steps.length).toBeGreaterThan(1)
    expect(steps.at(-1)).toBe(1)
  })

  it('throws what is wrong with the request as it would be here', async () => {
    const wrong = plan(files, { ...REQUEST, occupations: ['wizards'] }, () => undefined, never)
    await expect(wrong).rejects.toMatchObject({
      code: 'occupation-unknown',
      message: 'There is no occupation, staff group or sector with the code wizards.',
    })
  })

  it('throws faults of the program, and those of a thread that can’t start', async () => {
    const damaged = createPlanOnThread({
      kernel: new Uint8Array(8),
      worker: pathToFileURL(path.join(folder, 'plan-worker.mjs')),
    })
    await expect(damaged(files, REQUEST, () => undefined, never)).rejects.toThrow(/WebAssembly/)
    const absent = createPlanOnThread({ kernel, worker: pathToFileURL(path.join(folder, 'nowhere.mjs')) })
    await expect(absent(files, REQUEST, () => undefined, never)).rejects.toThrow(/nowhere/)
  })

  it('ends at once when told to', async () => {
    const stop = new AbortController()
    const under = plan(files, REQUEST, () => stop.abort(new Error('enough')), stop.signal)
    await expect(under).rejects.toThrow('enough')
    await expect(plan(files, REQUEST, () => undefined, stop.signal)).rejects.toThrow('enough')
  })
})

describe('a server that plans', () => {
  it('answers other pages meanwhile, and then gives the plan with its range', async () => {
    await buildAssets(path.join(packageFolder(), 'dist', 'assets'))
    const reference = readReferenceFiles()
    const savedFolder = await mkdtemp(path.join(os.tmpdir(), 'headroom-take-'))
    const server = await startServer({
      projection: createTestProjection(reference, { years: 10 }),
      reference,
      files,
      savedFolder,
      plan,
      host: '127.0.0.1',
      port: 0,
    })
    const { address } = server
    const asked = await fetch(`${address}/take`, {
      method: 'POST',
      headers: { origin: address },
      body: new URLSearchParams({ staff: 'midwives', years: '6', quantile: '50', draws: '20' }),
      redirect: 'manual',
    })
    expect(asked.status).toBe(303)
    const place = `${address}${asked.headers.get('location')}`
    const state = async (): Promise<string> => (await (await fetch(`${place}/state`)).json()).state
    let answeredMeanwhile = 0
    while ((await state()) === 'working') {
      const page = await fetch(`${address}/explore?area=QJK`)
      expect([page.status, (await page.text()).includes('Devon')]).toEqual([200, true])
      if ((await state()) === 'working') answeredMeanwhile++
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(await state()).toBe('done')
    expect(answeredMeanwhile).toBeGreaterThan(0)
    const body = await (await fetch(place)).text()
    for (const part of [
      'What it would take',
      'By March 2032',
      'Compared with “',
      'Confirmed: projected with feedback for 42 areas',
    ])
      expect(body).toContain(part)
    expect(body).toContain('Open this plan in the builder')
    await server.close()
    await rm(savedFolder, { recursive: true })
  })
})
