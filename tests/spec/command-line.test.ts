import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Program } from '../../src/cli/program.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { runFake } from '../support/run-fake.ts'

const FILES = ['projection.bin', 'projection.csv', 'report.html', 'run.json']
let folder: string
let out: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-cli-'))
  out = path.join(folder, 'out')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('headroom project', () => {
  it('prints the headline by sector, what it wrote and how sure it is', async () => {
    const { status, out: text, err } = await runFake(['project', '--out', out])
    expect([status, err]).toEqual([0, ''])
    for (const year of ['2026', '2031', '2036', '2046']) expect(text).toContain(year)
    for (const part of [
      'NHS hospital and community',
      'Adult social care',
      'Covered',
      'How sure:',
      'report.html',
    ])
      expect(text).toContain(part)
    expect(text).toMatch(/^By March 2046, England /m)
    const narrow = text.split('\n').filter((line) => !line.startsWith('Written'))
    expect(narrow.filter((line) => line.length > 80)).toEqual([])
    expect((await readdir(out)).sort()).toEqual(FILES)
  })

  it('prints one JSON document and nothing else with --json', async () => {
    const { status, out: text, err } = await runFake(['project', '--out', out, '--json', '--years', '3'])
    const document = JSON.parse(text)
    expect([status, err]).toEqual([0, ''])
    expect(document.manifest).toMatchObject({
      seed: 1,
      draws: 1000,
      design: 'sobol',
      years: 3,
      area: null,
    })
    expect(document.headline.at(-1)).toMatchObject({ year: 2029, level: 'all' })
    expect(document.files.map(({ file }: { file: string }) => file).sort()).toEqual(FILES)
  })

  it('passes on every option', async () => {
    const args = ['--area', 'QKK', '--draws', '5', '--seed', '4294967295', '--years', '25', '--threads', '1']
    const { out: text } = await runFake(['project', ...args, '--design', 'random', '--out', out, '--json'])
    expect(JSON.parse(text).manifest).toMatchObject({
      area: 'QKK',
      draws: 5,
      seed: 4294967295,
      design: 'random',
      years: 25,
    })
  })

  it('writes every statistic when asked', async () => {
    await runFake(['project', '--out', out])
    const standard = await readFile(path.join(out, 'projection.csv'), 'utf8')
    await runFake(['project', '--out', out, '--all-statistics'])
    const all = await readFile(path.join(out, 'projection.csv'), 'utf8')
    expect(all.length).toBeGreaterThan(1.5 * standard.length)
  })

  it('says that it can’t write before it works, not after', async () => {
    await writeFile(out, 'a file')
    const project = () => expect.unreachable()
    const { status, err } = await runFake(['project', '--out', path.join(out, 'deep')], { project })
    expect([status, err]).toEqual([1, expect.stringContaining('a file is in the way')])
  })

  it('stops on Ctrl-C with one line, status 130 and nothing written', async () => {
    const stop = new AbortController()
    const {
      status,
      out: text,
      err,
    } = await runFake(
      ['project', '--out', out],
      {
        project: async (_files, _request, _threads, _onProgress, signal) => {
          stop.abort()
          signal.throwIfAborted()
          throw new Error('not reached')
        },
      },
      stop.signal,
    )
    expect([status, text]).toEqual([130, ''])
    expect(err).toMatch(/^Stopped before the end\. Nothing was written; .*\n$/)
    expect(await readdir(folder)).toEqual([])
  })

  it('serves the page and says where', async () => {
    const stop = new AbortController()
    const running = runFake(
      ['project', '--out', out, '--serve', '--port', '8123'],
      {
        serve: async ({ host, port }) => {
          setTimeout(() => stop.abort(), 10)
          return { address: `http://${host}:${port}`, close: async () => undefined }
        },
      },
      stop.signal,
    )
    expect((await running).out).toMatch(
      /The page is at http:\/\/127\.0\.0\.1:8123 \(Ctrl-C stops it\)\nStopped serving\.\n$/,
    )
  })
})

describe('headroom serve', () => {
  it('takes any free port where the usual one is in use, unless one was named', async () => {
    await runFake(['project', '--out', out])
    const stop = new AbortController()
    const serve = async ({ host, port }: { host: string; port: number }) => {
      if (port !== 0) throw new HeadroomError('port-taken', { host, port })
      setTimeout(() => stop.abort(), 10)
      return { address: `http://${host}:54321`, close: async () => undefined }
    }
    expect((await runFake(['serve', '--out', out, '--port', '80'], { serve })).status).toBe(2)
    expect((await runFake(['serve', '--out', out], { serve }, stop.signal)).out).toContain(':54321')
  })

  it('lets readers save into the run’s folder, into another, or nowhere', async () => {
    await runFake(['project', '--out', out])
    const asked = async (...args: string[]): Promise<string | undefined> => {
      const stop = new AbortController()
      let folder: string | undefined
      const serve: Program['serve'] = async ({ savedFolder }) => {
        folder = savedFolder
        setTimeout(() => stop.abort(), 10)
        return { address: 'http://127.0.0.1:8080', close: async () => undefined }
      }
      await runFake([...args, '--out', out], { serve }, stop.signal)
      return folder
    }
    expect(await asked('serve')).toBe(path.join(out, 'saved'))
    expect(await asked('serve', '--saved', '/elsewhere')).toBe('/elsewhere')
    expect(await asked('project', '--serve', '--saved', '/elsewhere')).toBe('/elsewhere')
    expect(await asked('serve', '--read-only')).toBeUndefined()
    expect((await runFake(['serve', '--out', out, '--read-only', '--saved', 'x'])).status).toBe(2)
  })

  it('says where there is no projection', async () => {
    const { status, err } = await runFake(['serve', '--out', out])
    expect(status).toBe(2)
    expect(err).toBe(`There is no projection in ${out}.\nMake one with “headroom project --out ${out}”.\n`)
  })
})

describe('headroom explain', () => {
  it('names value, publisher, edition and method of a base figure without a run', async () => {
    const { status, out: text } = await runFake([
      'explain',
      '2026',
      'QKK',
      'midwives',
      'supply_fte',
      '--out',
      out,
    ])
    expect(status).toBe(0)
    for (const part of ['1,235 FTE', 'NHS England', 'October 2025', 'Summed over organisations.'])
      expect(text).toContain(part)
  })

  it('notes that the data have changed since the run', async () => {
    await runFake(['project', '--out', out])
    const loadInputFiles = async () => new Map([['reference/new.csv', 'code\n']])
    const args = ['explain', '2036', 'QKK', 'midwives', 'supply_fte', '--out', out]
    expect((await runFake(args)).err).toBe('')
    expect((await runFake(args, { loadInputFiles })).err).toMatch(
      /^Note: data\/\S+ and \d+ more changed since run/,
    )
  })

  it('shows the range of a projected figure from the run', async () => {
    await runFake(['project', '--out', out])
    const { out: text } = await runFake(['explain', '2036', 'QKK', 'midwives', 'supply_fte', '--out', out])
    expect(text).toContain('8 in 10 draws: 1,100 FTE to 1,300 FTE')
  })
})

describe('headroom check', () => {
  const error = { rule: 'margins', severity: 'error', message: 'Off by 3%.', place: 'QKK' } as const

  it('ends with 0 where nothing is wrong and with 1 where something is', async () => {
    expect(await runFake(['check'])).toMatchObject({ status: 0, err: '' })
    expect(await runFake(['check'], { check: () => [error] })).toMatchObject({ status: 1 })
    expect(await runFake(['check', '--json'], { check: () => [error] })).toMatchObject({ status: 1 })
  })

  it('ends with 1 for an assumption past its day, though that is a warning, and with 0 for other warnings', async () => {
    const warning = { ...error, severity: 'warning' } as const
    const expired = { ...warning, rule: 'assumption-current' }
    expect(await runFake(['check'], { check: () => [warning] })).toMatchObject({ status: 0 })
    expect(await runFake(['check'], { check: () => [expired] })).toMatchObject({ status: 1 })
  })

  it('lists the gravest first and counts them', async () => {
    const note = { ...error, severity: 'note', message: 'Met.' } as const
    const { out: text } = await runFake(['check'], { check: () => [note, error] })
    expect(text).toBe(
      'Error: Off by 3%.\n  QKK (margins)\nNote: Met.\n  QKK (margins)\n\nChecked: 1 error, 0 warnings, 1 note.\n',
    )
  })
})

describe('headroom import, datasets and areas', () => {
  it('says what an import read and wrote', async () => {
    const { status, out: text } = await runFake(['import', 'a.csv', 'b.csv'])
    expect(status).toBe(0)
    expect(text).toBe(
      'nhs-turnover: Turnover\n  a.csv: the monthly turnover file\n' +
        '    edition to 2025-10 (2025-09/2025-10), 9,450 rows\n  b.csv: a look-up\n' +
        '  wrote statistics/nhs-turnover/staff-flows.csv, 1,200 rows imported\n\n' +
        'Found: 0 errors, 0 warnings, 0 notes.\n',
    )
  })

  it('lists the areas with their codes', async () => {
    const { out: text } = await runFake(['areas'])
    expect(text).toMatch(/^Code {2}Kind {5}Name {15}Region {2}Place\nENG {3}country {2}England\n/)
    expect(JSON.parse((await runFake(['areas', '--json'])).out).areas).toHaveLength(3)
    const setting = {
      area: 'QKK',
      coastShare: 0.5,
      peoplePerKm2: 80,
      ruralShare: 0.9,
      imdScore: null,
      mostDeprivedShare: null,
      flags: ['coastal', 'rural'],
    } as const
    const seaside = await runFake(['areas'], { readAreaSettings: () => [setting] })
    expect(seaside.out).toMatch(/^QKK .* Y56 {5}coastal, rural$/m)
  })

  it('lists the statistics', async () => {
    const source = {
      series: 'nhs-turnover',
      title: 'Turnover',
      publisher: 'NHS England',
      licence: 'OGL 3.0',
      attribution: 'NHS England',
      address: null,
      editions: [
        { edition: 'October 2025', period: '2025-10', file: 'a.csv', sha256: 'a', rows: 1, retrieved: null },
      ],
      tables: [
        {
          file: 'staff-flows.csv',
          title: 'Staff, joiners and leavers',
          columns: [{ name: 'area', type: 'text', description: 'Area' }],
          definition: 'Staff.',
        },
      ],
      notes: [],
    }
    const loadInputFiles = async () =>
      new Map([
        ['statistics/nhs-turnover/source.json', JSON.stringify(source)],
        ['statistics/nhs-turnover/staff-flows.csv', 'area\nQKK\n'],
      ])
    const { out: text } = await runFake(['datasets'], { loadInputFiles })
    for (const part of ['nhs-turnover: Turnover', 'edition October 2025', 'OGL 3.0'])
      expect(text).toContain(part)
    const broken = async () => new Map([['statistics/nhs-turnover/source.json', '{"series":1}']])
    expect(await runFake(['datasets'], { loadInputFiles: broken })).toMatchObject({ status: 1, out: '' })
  })
})

describe('a command line used wrongly', () => {
  it.each([
    ['an unknown verb', ['projekt'], /^Unknown command 'projekt'.*\n“headroom --help” says/],
    ['an unknown option', ['project', '--drows', '5'], /^Unknown option '--drows'.*--draws/],
    ['an argument too many', ['check', 'now'], /^Too many arguments/],
    ['a missing argument', ['explain', '2026', 'ENG'], /^Missing required argument 'occupation'/],
    ['an option without its value', ['project', '--draws'], /^Option '--draws <n>' argument missing/],
    [
      'no draws',
      ['project', '--draws', '0'],
      /^The option --draws can’t be 0\.\nIt must be a whole number from 1/,
    ],
    ['too many draws', ['project', '--draws', '20001'], /from 1 to 20000/],
    ['half a draw', ['project', '--draws', '1.5'], /--draws can’t be 1\.5/],
    [
      'an unknown design',
      ['project', '--design', 'halton'],
      /--design can’t be halton\.\nIt must be one of random, sobol, latin-hypercube/,
    ],
    ['a negative seed', ['project', '--seed=-1'], /from 0 to 4294967295/],
    ['a year too many', ['project', '--years', '26'], /from 1 to 25/],
    ['no threads', ['project', '--threads', '0'], /from 1 to 64; 0, .* needs --database/],
    ['a part beyond the last', ['project', '--part', '8/7'], /--part can’t be 8\/7/],
    ['a worker without a database', ['work'], /^Required option '--database <url>' not specified/],
    ['a port beyond the last', ['serve', '--port', '65536'], /from 0 to 65535/],
    ['an empty folder name', ['project', '--out', ''], /--out can’t be empty/],
    ['a year that is no number', ['explain', 'soon', 'ENG', 'all', 'coverage'], /YEAR can’t be soon/],
    ['an unknown area', ['project', '--area', 'QQQ'], /no area with the code QQQ/],
  ])('%s: exit status 2 and one clear message', async (_, args, message) => {
    const { status, out: text, err } = await runFake(args)
    expect([status, text]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(2)
  })

  it('prints how to use it where no verb is given', async () => {
    const { status, err } = await runFake([])
    expect(status).toBe(2)
    expect(err).toContain('Usage: headroom')
  })

  it('gives the error as the JSON document where one was asked for', async () => {
    const { status, out: text } = await runFake(['project', '--draws', 'x', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(text).error).toMatchObject({ code: 'option-invalid', details: { option: '--draws' } })
  })

  it('tells a fault of its own from a mistake of the user', async () => {
    const check = () => {
      throw new RangeError('a ratio needs a divisor that is not 0')
    }
    const { status, err } = await runFake(['check'], { check })
    expect(status).toBe(70)
    expect(err).toContain('Headroom has a fault')
  })
})

describe('help', () => {
  const verbs = ['project', 'work', 'explain', 'check', 'serve', 'import', 'datasets', 'areas']
  it.each(verbs)('of headroom %s has an example that uses options it knows', async (verb) => {
    const { status, out: text } = await runFake([verb, '--help'])
    expect(status).toBe(0)
    const example = text.match(/Example:\n {2}headroom (.+)/)?.[1]
    expect(example?.startsWith(verb)).toBe(true)
    for (const flag of example?.match(/--[\w-]+/g) ?? []) expect(text).toContain(`${flag} `)
  })

  it('lists the verbs', async () => {
    const { status, out: text } = await runFake(['--help'])
    expect(status).toBe(0)
    for (const verb of verbs) expect(text).toMatch(new RegExp(`^  ${verb}`, 'm'))
  })

  it('prints the version', async () => {
    expect(await runFake(['--version'])).toEqual({ status: 0, out: '0.1.0\n', err: '' })
  })
})
