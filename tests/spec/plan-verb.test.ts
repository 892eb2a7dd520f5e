import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanRequest } from '../../src/domain/plan.ts'
import { fakePlan } from '../support/fake-plan.ts'
import { runFake } from '../support/run-fake.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-plan-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What the program is asked for by a command line. */
async function asked(args: readonly string[]): Promise<PlanRequest | undefined> {
  let seen: PlanRequest | undefined
  await runFake(['plan', ...args, '--out', folder], {
    plan: async (_files, request) => {
      seen = request
      return fakePlan(request)
    },
  })
  return seen
}

describe('headroom plan', () => {
  it('prints the plan, its cost, what binds, what is missed and how it was confirmed', async () => {
    const { status, out, err } = await runFake(['plan', '--out', folder])
    expect([status, err]).toEqual([0, ''])
    for (const part of [
      'no less of need than today in 80 of 100 draws, from 2036 to 2041',
      'The limits don’t allow that for 1 of them',
      'Pay of the staff it adds  5,000',
      'midwifery  1,000  1,000  1,100  1,200',
      'paramedics     90%        70%   85%',
      '2.5  one more entrant beyond the growth allowed  paramedic-science  2027',
      '4,321  one more placement  midwifery  2028 to 2029',
      'No training programme reaches: Consultants.',
      'Confirmed: projected with feedback for 42 areas',
      'within 0.02 points',
    ])
      expect(out.replace(/\n/g, ' ')).toContain(part)
    expect(out).not.toContain('unchanged')
  })

  it('writes what it sets by year, the scenario and everything', async () => {
    await runFake(['plan', '--out', folder])
    const read = (file: string): Promise<string> => readFile(path.join(folder, file), 'utf8')
    const [header, ...rows] = (await read('plan.csv')).trimEnd().split('\n')
    expect(header).toBe('lever,code,year,unit,no_change,plan')
    expect(rows).toContain('places,midwifery,2028,entrants,1000,1100')
    expect(await read('scenario.yaml')).toMatch(/^headroom: scenario\/1/)
    const document = JSON.parse(await read('plan.json'))
    expect(document).toMatchObject({ until: 2041, confirmation: { areas: 42 }, iterations: 7 })
    expect(document.scenario).toBeUndefined()
  })

  it('prints one JSON document with --json', async () => {
    const { out } = await runFake(['plan', '--out', folder, '--json'])
    expect(JSON.parse(out)).toMatchObject({ cost: { total: 6e9 }, folder })
  })

  it('reads what is asked for', async () => {
    expect(await asked([])).toMatchObject({
      coverage: null,
      quantile: 80,
      years: 15,
      from: null,
      occupations: [],
      limits: {},
      countStaffPay: true,
    })
    const request = await asked([
      ...['--target', 'coverage=97.5', '--quantile', '60', '--from', '2038', '--leave-out-pay'],
      ...['--occupations', 'midwives, paramedics', '--limit', 'places-growth=0.2', '--limit', 'pay-growth=0'],
    ])
    expect(request).toMatchObject({
      coverage: 0.975,
      quantile: 60,
      from: 2038,
      occupations: ['midwives', 'paramedics'],
      limits: { 'places-growth': 0.2, 'pay-growth': 0 },
      countStaffPay: false,
    })
  })

  it.each([
    ['a target of something else', ['--target', 'supply=100'], 'coverage=today'],
    ['a target out of reason', ['--target', 'coverage=1000'], '1 to 150'],
    ['a quantile near all', ['--quantile', '100'], '50 to 95'],
    ['an unknown limit', ['--limit', 'places=2'], 'places-growth'],
    ['a limit without a number', ['--limit', 'places-growth=fast'], '0 to 1'],
    ['no codes', ['--occupations', ','], 'codes with commas'],
  ])('refuses %s with one message', async (_, args, words) => {
    const { status, err } = await runFake(['plan', ...args, '--out', folder])
    expect(status).toBe(2)
    expect(err).toContain(words)
    expect(err.trim().split('\n')).toHaveLength(2)
  })
})
