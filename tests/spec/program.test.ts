import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { BIN, runHeadroom, startHeadroom, startProcess } from '../support/headroom.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-program-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const place = (...parts: string[]): string => path.join(folder, ...parts)
/** A quick run of London, whose five areas keep two threads busy. */
const london = (...options: string[]): string[] => ['project', '--area', 'Y56', '--draws', '6', ...options]

describe('the built program', () => {
  it('gives the same bytes for the same seed on one thread and on two, others for another seed', async () => {
    const runs = {
      one: ['--threads', '1'],
      two: ['--threads', '2'],
      other: ['--threads', '2', '--seed', '2'],
    }
    for (const [name, options] of Object.entries(runs)) {
      const { status, err } = await runHeadroom(london('--out', place(name), ...options))
      expect([status, err]).toEqual([0, ''])
    }
    for (const file of ['projection.csv', 'projection.bin', 'run.json', 'report.html']) {
      const [one, two, other] = await Promise.all(
        Object.keys(runs).map((name) => readFile(place(name, file))),
      )
      expect(one?.equals(two as Buffer), file).toBe(true)
      expect(one?.equals(other as Buffer), file).toBe(false)
    }
  })

  it('stops on Ctrl-C with one line and status 130, and leaves nothing', async () => {
    const stopAfter = async (milliseconds: number) => {
      const { child, end } = startHeadroom(['project', '--out', place('stopped', 'out')])
      await wait(milliseconds)
      child.kill('SIGINT')
      return end
    }
    // a busy machine may not have come as far as the program’s own code
    let ending = await stopAfter(1500)
    if (ending.status === null) ending = await stopAfter(10_000)
    const { status, out: text, err } = ending
    expect([status, text]).toEqual([130, ''])
    expect(err).toMatch(/^Stopped before the end\..*\n$/)
    expect(await readdir(folder)).not.toContain('stopped')
  })

  it('says that a file can’t be written, and leaves an earlier run as it was', async () => {
    const out = place('full')
    await runHeadroom(london('--out', out))
    const before = await readFile(path.join(out, 'run.json'))
    // a limit on the size of files stands for a disk that fills up half-way
    const command = `ulimit -f 2000; exec "${process.execPath}" "${BIN}" project --area Y56 --draws 3 --out "${out}"`
    const { status, out: text, err } = await startProcess('bash', ['-c', command]).end
    expect([status, text]).toEqual([1, ''])
    expect(err).toMatch(/^Can’t write .*full\/projection\.csv: .*\n.*nothing was left half-written\.\n$/)
    expect((await readdir(out)).sort()).toEqual([
      'projection.bin',
      'projection.csv',
      'report.html',
      'run.json',
    ])
    expect(await readFile(path.join(out, 'run.json'))).toEqual(before)
  })

  it('names file, row and column of a broken cell, and writes nothing', async () => {
    const data = place('data')
    await cp(path.join(packageFolder(), 'data'), data, { recursive: true })
    const file = path.join(data, 'assumptions', 'vacancies.csv')
    const lines = (await readFile(file, 'utf8')).split('\n')
    lines[3] = (lines[3] ?? '').replace(/,[\d.]+,/, ',many,')
    await writeFile(file, lines.join('\n'))
    const { status, out, err } = await runHeadroom(london('--data', data, '--out', place('broken')))
    expect([status, out]).toEqual([1, ''])
    expect(err).toMatch(
      /assumptions\/vacancies\.csv, row 4, column vacancy_rate: expected a number.*found many/,
    )
    expect(await readdir(folder)).not.toContain('broken')
    await appendFile(path.join(data, 'reference', 'areas.csv'), Buffer.from([0xe9]))
    expect(await runHeadroom(['areas', '--data', data])).toMatchObject({
      status: 1,
      err: expect.stringContaining('areas.csv can’t be read: it isn’t UTF-8 text'),
    })
  })

  it('is quiet when its reader goes away', async () => {
    const command = `"${process.execPath}" "${BIN}" areas --json | true; echo "\${PIPESTATUS[0]}"`
    expect(await startProcess('bash', ['-c', command]).end).toEqual({ status: 0, out: '0\n', err: '' })
  })

  it('works from any folder and finds its own data', async () => {
    const { status, out } = await runHeadroom(['areas'], folder)
    expect(status).toBe(0)
    expect(out).toContain('QKK')
  })

  it('finds nothing wrong in the data that come with it', async () => {
    const { status, out } = await runHeadroom(['check', '--json'])
    const { findings } = JSON.parse(out) as { findings: { severity: string }[] }
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(status).toBe(0)
  })

  it('explains a base figure by publisher, edition and method, without a run', async () => {
    const args = ['explain', '2026', 'QKK', 'midwives', 'supply_fte', '--out', place('none')]
    const { status, out } = await runHeadroom(args)
    expect(status).toBe(0)
    for (const part of ['NHS England', 'October 2025', 'raking']) expect(out).toContain(part)
  })

  it('explains a projected figure from its run', async () => {
    const { status, out } = await runHeadroom([
      'explain',
      '2036',
      'QKK',
      'midwives',
      'coverage',
      '--out',
      place('one'),
    ])
    expect(status).toBe(0)
    expect(out).toMatch(/^8 in 10 draws: [\d.]+% to [\d.]+%$/m)
  })

  it('serves the page of a run until Ctrl-C', async () => {
    const { child, end } = startHeadroom(['serve', '--out', place('one'), '--port', '0'])
    const address = await new Promise<string>((resolve) => {
      child.stdout?.on('data', (text: string) => resolve(text.match(/http:\S+/)?.[0] ?? 'none'))
    })
    const response = await fetch(address)
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('London')])
    child.kill('SIGINT')
    expect(await end).toMatchObject({ status: 130, err: '' })
  })
})
