import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMPARISON_COLUMNS } from '../../src/storage/write-comparison.ts'
import { fakeComparison } from '../support/fake-comparison.ts'
import { runFake } from '../support/run-fake.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-compare-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const MINE = 'headroom: scenario/1\ntitle: Mine\ndescription: Of mine.\n'

describe('headroom compare', () => {
  it('prints both scenarios, the difference with its range and what each lever does', async () => {
    const { status, out, err } = await runFake(['compare', 'no-change', 'ten-point-plan', '--out', folder])
    expect([status, err]).toEqual([0, ''])
    for (const part of [
      'England',
      'More pay compared with No change',
      'Difference',
      'Pay award',
      'Together beyond',
    ])
      expect(out).toContain(part)
    expect(out).toContain('8 in 10 of 200 draws')
  })

  it('writes every value to compare.csv, parts by name', async () => {
    await runFake(['compare', 'a', 'b', '--years', '1', '--out', folder])
    const [header, ...rows] = (await readFile(path.join(folder, 'compare.csv'), 'utf8')).trimEnd().split('\n')
    expect(header).toBe(COMPARISON_COLUMNS.join(','))
    expect(rows).toContain('a,b,2027,ENG,all,all,supply_fte,fte,lever,pay-award,mean,9')
    expect(rows).toContain('a,b,2027,ENG,all,all,supply_fte,fte,interaction,,p90,1')
  })

  it('prints one JSON document with --json', async () => {
    const { out } = await runFake(['compare', 'a', 'b', '--out', folder, '--json'])
    const document = JSON.parse(out)
    expect(document).toMatchObject({ a: { name: 'a' }, b: { name: 'b' }, year: 2046, draws: 200 })
    expect(document.series[0].measures.supply_fte[3]).toMatchObject({ lever: 'pay-award', mean: 9 })
  })

  it('takes a file of one’s own, and passes on what it says', async () => {
    const file = path.join(folder, 'mine.yaml')
    await writeFile(file, MINE)
    let seen: string | undefined
    const { status } = await runFake(['compare', 'no-change', file, '--out', folder], {
      compare: async (files, request) => {
        seen = files.get(`given/${request.b}`)
        return fakeComparison(request)
      },
    })
    expect([status, seen]).toEqual([0, MINE])
  })
})

describe('headroom project --scenario', () => {
  it('records the file of one’s own with the inputs of the run', async () => {
    const file = path.join(folder, 'mine.yaml')
    await writeFile(file, MINE)
    const { out } = await runFake([
      'project',
      '--scenario',
      file,
      '--out',
      path.join(folder, 'out'),
      '--json',
    ])
    const { manifest } = JSON.parse(out)
    expect(manifest.scenario).toBe('mine.yaml')
    expect(Object.keys(manifest.inputs)).toContain('given/mine.yaml')
  })

  it('says that a file isn’t there', async () => {
    const { status, err } = await runFake(['project', '--scenario', 'not-there.yaml', '--out', folder])
    expect([status, err]).toEqual([
      1,
      expect.stringContaining('not-there.yaml can’t be read: it isn’t there'),
    ])
  })
})

describe('headroom scenarios and levers', () => {
  it('list, and show one', async () => {
    expect((await runFake(['scenarios'])).out).toContain('ten-point-plan')
    const { out } = await runFake(['scenarios', 'circuit-breaker'])
    expect(out).toContain('retention-programme: 1 share from 2027, over 2 years')
    expect(out).toContain('Based on plan-01-circuit-breaker.')
    expect((await runFake(['levers'])).out).toContain('return-to-health')
    expect((await runFake(['levers', 'return-to-health'])).out).toContain('2250 GBP a person (1500 to 3000)')
  })

  it('show the same as JSON', async () => {
    const { levers } = JSON.parse((await runFake(['levers', 'managers', '--json'])).out)
    expect(levers).toHaveLength(1)
    const { scenario } = JSON.parse((await runFake(['scenarios', 'no-feedback', '--json'])).out)
    expect(scenario).toMatchObject({ name: 'no-feedback', feedback: false })
  })

  it('suggest the nearest name', async () => {
    const { status, err } = await runFake(['levers', 'return-to-helth'])
    expect([status, err]).toEqual([2, expect.stringContaining('Did you mean return-to-health?')])
    const other = await runFake(['scenarios', 'ten-points-plan'])
    expect([other.status, other.err]).toEqual([2, expect.stringContaining('Did you mean ten-point-plan?')])
  })
})
