import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { studySensitivity } from '../../src/pipeline/sensitivity/study-sensitivity.ts'
import { readStudy } from '../../src/storage/sensitivity-record.ts'
import { SENSITIVITY_COLUMNS } from '../../src/storage/write-sensitivity.ts'
import { dataFiles } from '../support/data-files.ts'
import { fakeStudy } from '../support/fake-study.ts'
import { runFake } from '../support/run-fake.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-sensitivity-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('headroom sensitivity', () => {
  it('ranks what is assumed, says what it is made from, and writes both files', async () => {
    const { status, out, err } = await runFake(['sensitivity', '--out', folder])
    expect([status, err]).toEqual([0, ''])
    expect(out).toContain('England, All health and care staff, 31 March 2046: Gap between staff and need')
    expect(out).toMatch(/^1 {2}Growth of health services .*… .* 70% \(69%–72%\).* −950,000 to −320,000$/m)
    expect(out).toMatch(/^2 {2}Leaving from all NHS occupations .* 20% \(19%–22%\)/m)
    expect(out).toMatch(/^3 {2}Sickness absence .* 0% \(0%–2%\) +0% \(0%–0%\)/m)
    expect(out).toContain('512 pairs of draws')
    expect(out).not.toContain('Net benefit')
    for (const line of out.split('\n')) expect(line.length).toBeLessThan(140)
    expect(out).toMatch(/sensitivity\.csv \(.*\n {2}sensitivity\.json \(/)
  })

  it('says what knowing more is worth to a choice', async () => {
    const args = ['--decide', 'no-change,ten-point-plan', '--value', '90000', '--out', folder]
    const { out } = await runFake(['sensitivity', ...args])
    expect(out).toContain('a full-time equivalent short is held to cost £90,000')
    expect(out).toMatch(/Title of ten-point-plan +£150bn +−580,000 +\+£1bn +50% of draws/)
    expect(out).toMatch(/worth £500m a year \(2,048 draws\)/)
    expect(out).toMatch(
      / {2}Growth of health services .*… +£400m\n {2}Leaving from all NHS occupations +£10m\n\n/,
    )
  })

  it('writes tidy rows by rank, with titles quoted where they need it', async () => {
    await runFake(['sensitivity', '--decide', 'no-change,ten-point-plan', '--out', folder])
    const [header, ...rows] = (await readFile(path.join(folder, 'sensitivity.csv'), 'utf8'))
      .trimEnd()
      .split('\n')
    expect(header).toBe(SENSITIVITY_COLUMNS.join(','))
    expect(rows[0]).toBe('no-change,ENG,2046,all,all,gap_fte,fte,all,,central,-600000')
    expect(rows[4]).toMatch(/^no-change,ENG,2046,all,all,gap_fte,rank,health-growth,"Growth .*",rank,1$/)
    expect(rows).toContain(
      'no-change,ENG,2046,all,all,gap_fte,share,leave-nhs,Leaving from all NHS occupations,total,0.2',
    )
    expect(rows).toContain(
      'no-change,ENG,2046,all,all,net_benefit,gbp,sickness-all,Sickness absence,value_of_information,0',
    )
  })

  it('passes on what is asked for', async () => {
    let seen: unknown
    const args = [
      '--area',
      'QKK',
      '--series',
      'nhs',
      '--measure',
      'coverage',
      '--year',
      '2036',
      '--base',
      '64',
    ]
    await runFake(['sensitivity', ...args, '--seed', '5', '--out', folder, '--json'], {
      sensitivity: async (_files, request) => {
        seen = request
        return fakeStudy(request)
      },
    })
    expect(seen).toEqual({
      scenario: 'no-change',
      area: 'QKK',
      series: 'nhs',
      measure: 'coverage',
      year: 2036,
      base: 64,
      seed: 5,
      years: 20,
      decide: [],
      value: null,
    })
  })

  it('prints one JSON document with --json', async () => {
    const { out } = await runFake(['sensitivity', '--out', folder, '--json'])
    expect(JSON.parse(out)).toMatchObject({ year: 2046, base: 512, outputs: [{ measure: 'gap_fte' }] })
  })

  it.each([
    ['too few pairs', ['--base', '63'], /--base can’t be 63\.\nIt must be a whole number from 64/],
    ['no choice', ['--decide', ''], /--decide can’t be empty/],
    ['a worth below nothing', ['--value', '-1'], /--value/],
  ])('refuses %s', async (_, args, message) => {
    const { status, err } = await runFake(['sensitivity', ...args, '--out', folder])
    expect(status).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('the record of a study', () => {
  it('reads back as it was written, what does not apply included', async () => {
    await runFake(['sensitivity', '--decide', 'no-change,ten-point-plan', '--out', folder])
    const study = await readStudy(folder)
    expect(study).toMatchObject({ scenario: 'no-change', decision: { perfect: 5e8 } })
    const text = await readFile(path.join(folder, 'sensitivity.json'), 'utf8')
    await writeFile(
      path.join(folder, 'sensitivity.json'),
      text.replace('"estimate": 0.2,', '"estimate": null,'),
    )
    expect((await readStudy(folder))!.outputs[0]!.groups[0]!.total.estimate).toBeNaN()
  })

  it('is nothing where there is none, and an error where it is damaged', async () => {
    expect(await readStudy(folder)).toBeNull()
    for (const text of ['{', '{"format":1}']) {
      await writeFile(path.join(folder, 'sensitivity.json'), text)
      await expect(readStudy(folder)).rejects.toMatchObject({ code: 'study-damaged' })
    }
  })
})

describe('a study of the project’s own model', () => {
  const files = dataFiles()
  const request = {
    scenario: 'no-change',
    area: null,
    series: 'all',
    measure: 'gap_fte',
    year: null,
    years: 5,
    seed: 1,
    base: 64,
    decide: [],
    value: null,
  }
  const engine = {
    simulate: () => Promise.reject(new Error('nothing to simulate')),
    parallel: 1,
  }
  it.each([
    ['occupation-unknown', { series: 'wizards' }],
    ['measure-unknown', { measure: 'joy' }],
    ['measure-not-of-series', { measure: 'unpaid_hours' }],
    ['measure-not-of-series', { series: 'unpaid-care' }],
    ['year-out-of-range', { year: 2026 }],
    ['year-out-of-range', { year: 2032 }],
    ['area-unknown', { area: 'XXX' }],
    ['scenario-unknown', { decide: ['no-change', 'nonsense'] }],
    ['decision-one', { decide: ['no-change', 'no-change'] }],
    ['measure-not-of-series', { series: 'unpaid-care', measure: 'unpaid_hours', decide: ['a', 'b'] }],
  ])('refuses what it can’t do before it simulates: %s', async (code, change) => {
    const refusal = studySensitivity(files, { ...request, ...change }, engine)
    await expect(refusal).rejects.toBeInstanceOf(HeadroomError)
    await expect(refusal).rejects.toMatchObject({ code })
  })
})
