import { availableParallelism } from 'node:os'
import { Option } from 'commander'
import { DEFAULT_DESIGN, DESIGNS } from '../domain/ensemble.ts'
import { HeadroomError } from '../errors/headroom-error.ts'

/** Most draws, years and threads that may be asked for. */
export const LIMITS = { draws: 20_000, years: 25, threads: 64, seed: 2 ** 32 - 1, port: 65_535 } as const

/**
 * Reader of a whole-number option: digits only, within limits.
 * @throws HeadroomError `option-invalid` (from the reader)
 */
export function wholeNumber(option: string, min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (value >= min && value <= max) return value
    const expected = `a whole number from ${min} to ${max}`
    throw new HeadroomError('option-invalid', { option, value: text === '' ? 'empty' : text, expected })
  }
}

/**
 * Reader of an option that names a part of a whole, such as 2/7.
 * @throws HeadroomError `option-invalid` (from the reader)
 */
export function partOf(option: string): (text: string) => { readonly part: number; readonly of: number } {
  return (text) => {
    const [part = 0, of = 0] = /^\d+\/\d+$/.test(text) ? text.split('/').map(Number) : []
    if (part >= 1 && part <= of) return { part, of }
    throw new HeadroomError('option-invalid', {
      option,
      value: text === '' ? 'empty' : text,
      expected: 'a part and the number of parts, such as 2/7',
    })
  }
}

/** Reader of an option that names a file, folder, host or code: anything but nothing. */
export function someText(option: string): (text: string) => string {
  return (text) => {
    if (text.trim() !== '') return text
    throw new HeadroomError('option-invalid', { option, value: 'empty', expected: 'a name' })
  }
}

/** Reader of an option that is one of some words. @throws HeadroomError `option-invalid` (from the reader) */
export function oneOf<T extends string>(option: string, words: readonly T[]): (text: string) => T {
  return (text) => {
    const word = words.find((candidate) => candidate === text)
    if (word !== undefined) return word
    const expected = `one of ${words.join(', ')}`
    throw new HeadroomError('option-invalid', { option, value: text === '' ? 'empty' : text, expected })
  }
}

const numeric = (flag: string, what: string, text: string, min: number, max: number): Option =>
  new Option(`${flag} <${what}>`, text).argParser(wholeNumber(flag, min, max))
const named = (flag: string, what: string, text: string): Option =>
  new Option(`${flag} <${what}>`, text).argParser(someText(flag))

/** The options that verbs share, each made anew because a command keeps what it is given. */
export const option = {
  data: () => named('--data', 'dir', 'folder of input data (default: the one that comes with Headroom)'),
  against: () =>
    named('--against', 'dir', 'data folder to compare with (default: the one that comes with Headroom)'),
  edition: () =>
    new Option('--edition <name>', 'an edition to compare; given twice, the earlier first').argParser<
      string[]
    >((text, before = []) => [...before, someText('--edition')(text)]),
  out: (text: string) => named('--out', 'dir', text).default('out'),
  saved: () =>
    named(
      '--saved',
      'dir',
      'folder for the scenarios and plans that readers of the page save (default: “saved” inside the folder of --out)',
    ),
  readOnly: () =>
    new Option('--read-only', 'let readers of the page save nothing and ask for no plan').conflicts('saved'),
  json: () => new Option('--json', 'print one JSON document instead of text'),
  scenario: () =>
    named(
      '--scenario',
      'name',
      'what is assumed about policy: a name of “headroom scenarios”, or a .yaml file',
    ).default('no-change'),
  area: () => named('--area', 'code', 'project one area, such as QKK, instead of all England'),
  draws: (usual = 1000) =>
    numeric('--draws', 'n', 'draws of the uncertain assumptions', 1, LIMITS.draws).default(usual),
  seed: () =>
    numeric(
      '--seed',
      'n',
      'where the draws start; the same seed gives the same numbers',
      0,
      LIMITS.seed,
    ).default(1),
  design: () =>
    new Option('--design <name>', `how draws are laid out: ${DESIGNS.join(', ')}`)
      .argParser(oneOf('--design', DESIGNS))
      .default(DEFAULT_DESIGN),
  years: () => numeric('--years', 'n', 'years to project', 1, LIMITS.years).default(20),
  threads: (least = 1) =>
    numeric(
      '--threads',
      'n',
      'processor threads to use; the numbers don’t depend on it',
      least,
      LIMITS.threads,
    ).default(Math.min(LIMITS.threads, availableParallelism()), 'all there are'),
  part: () =>
    new Option('--part <k/n>', 'only work out and keep every n-th region, from the k-th on').argParser(
      partOf('--part'),
    ),
  database: (text: string) => named('--database', 'url', text),
  port: () =>
    numeric(
      '--port',
      'n',
      'port to serve on; 0 for any free one (default: 8080, or any free one)',
      0,
      LIMITS.port,
    ),
  host: () => named('--host', 'name', 'address to serve on').default('127.0.0.1'),
} as const
