import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runFake } from '../support/run-fake.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'headroom-backtest-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('headroom backtest', () => {
  it('prints what was held back, by family and years ahead, beside rivals', async () => {
    const { status, out } = await runFake(['backtest'])
    expect(status).toBe(0)
    expect(out).toContain('2 series projected from every older base')
    expect(out).toMatch(/Nurses +1 +2 +9\.1%/)
    expect(out).toMatch(/^Years ahead/m)
    expect(out).toMatch(/^1 +1 +1 +9\.1% .* 100% +100% +100%$/m)
    expect(out).toMatch(/^2 +1 +1 +.* 0% +0% +0%$/m)
    expect(out).not.toContain('Written to')
  })

  it('writes every projection and the summaries where asked to', async () => {
    const { status, out } = await runFake(['backtest', '--out', folder])
    expect(status).toBe(0)
    expect(out).toContain('Written to')
    expect((await readdir(folder)).sort()).toEqual([
      'backtest.csv',
      'past.csv',
      'series.csv',
      'shown.csv',
      'summary.csv',
    ])
    const [header, first] = (await readFile(path.join(folder, 'backtest.csv'), 'utf8')).split('\n')
    expect(header).toMatch(/^family,code,part,origin,horizon,last_known,actual,p5,p10,.*,damped_wis$/)
    expect(first).toMatch(/^nurses,a,held-back,2010,1,95,110,75,80,90,100,110,120,125,/)
    expect(first!.split(',')).toHaveLength(header!.split(',').length)
  })

  it('gives programs one document', async () => {
    const document = JSON.parse((await runFake(['backtest', '--json', '--draws', '50'])).out)
    expect(document).toMatchObject({
      draws: 50,
      forecasts: 3,
      contests: [{ family: 'nurses', beatsBest: 1 }],
    })
  })

  it('wants the name of a family', async () => {
    expect((await runFake(['backtest', '--series', ''])).status).toBe(2)
  })
})
