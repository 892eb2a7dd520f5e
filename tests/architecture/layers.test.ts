import { describe, expect, it } from 'vitest'
import { readSourceFiles, type SourceFile } from '../support/source-files.ts'

/** What every stage may lean on. */
const VOCABULARY = ['domain', 'units', 'stats', 'tables', 'errors']
/** Steps of the method; they meet only in hand-offs of `domain`. */
const STAGES = [
  'datasets',
  'base-year',
  'assumptions',
  'levers',
  'engine',
  'solver',
  'backtest',
  'results',
  'views',
]
const PURE = [...VOCABULARY, ...STAGES, 'pipeline']

/** Folders of `src/` and the folders each may import from, besides itself. A folder must be in this list. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  units: [],
  errors: [],
  domain: ['units'],
  tables: ['domain', 'errors'],
  stats: ['domain', 'units', 'errors'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, VOCABULARY])),
  pipeline: PURE,
  storage: PURE,
  threads: PURE,
  jobs: [...PURE, 'storage', 'threads'],
  web: PURE,
  server: [...PURE, 'storage', 'threads'],
  cli: [...PURE, 'storage', 'threads', 'jobs', 'server'],
}

/** Packages that pure folders may use: each runs in a browser and gives the same result everywhere. */
const PURE_PACKAGES = [
  '@stdlib/math-base-special-exp',
  '@stdlib/math-base-special-ln',
  'd3-array',
  'd3-format',
  'd3-scale',
  'd3-shape',
  'hucre',
  'yaml',
  'zod',
]

const files = readSourceFiles()

const breaches = (isAllowed: (file: SourceFile, imported: string) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports.filter((name) => !isAllowed(file, name)).map((name) => `${file.path} imports ${name}`),
  )

describe('the layout of src', () => {
  it('has only folders that the rules below know', () => {
    expect(
      [...new Set(files.map(({ folder }) => folder))].filter((folder) => !(folder in MAY_IMPORT)),
    ).toEqual([])
  })

  it('stages never import stages, and no folder imports one above it', () => {
    const isAllowed = ({ folder }: SourceFile, imported: string): boolean => {
      if (!imported.startsWith('src/')) return true
      const from = imported.split('/')[1] ?? ''
      return from === folder || (MAY_IMPORT[folder] ?? []).includes(from)
    }
    expect(breaches(isAllowed)).toEqual([])
  })

  it('pure folders reach nothing outside: no Node module, no package but the listed', () => {
    const isAllowed = ({ folder }: SourceFile, imported: string): boolean =>
      !PURE.includes(folder) || imported.startsWith('src/') || PURE_PACKAGES.includes(imported)
    expect(breaches(isAllowed)).toEqual([])
  })

  it('has no import rings', () => {
    expect(findRing(new Map(files.map(({ path, imports }) => [path, imports])))).toBeNull()
  })

  it('notices a ring', () => {
    const ring = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ])
    expect(findRing(ring)).toEqual(['b', 'd', 'b'])
  })

  it('keeps files small: none over 500 lines, half of them under 120', () => {
    const lengths = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    expect(lengths.filter(({ lines }) => lines > 500)).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(120)
  })

  it('strings the stages together in at most 60 lines', () => {
    const page = files.find(({ path }) => path === 'src/pipeline/run-scenario.ts')
    expect(page?.text.split('\n').length).toBeLessThanOrEqual(61)
  })
})

/** The files of one import ring in order, the first again at the end; null where there is none. */
function findRing(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const search = (file: string, trail: readonly string[]): string[] | null => {
    const at = trail.indexOf(file)
    if (at >= 0) return [...trail.slice(at), file]
    if (done.has(file)) return null
    for (const next of graph.get(file) ?? []) {
      const ring = search(next, [...trail, file])
      if (ring !== null) return ring
    }
    done.add(file)
    return null
  }
  for (const file of graph.keys()) {
    const ring = search(file, [])
    if (ring !== null) return ring
  }
  return null
}
