import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../../tests/support/data-files.ts'
import { findSource, readSources } from '../catalogue/read-sources.ts'
import { checkDefinitions } from './check-definitions.ts'
import { COLUMN_DEFINITIONS_FILE, DEFINITIONS_FILE, readDefinitions } from './read-definitions.ts'

const committed = dataFiles()

/** Filled posts of adult social care, which Skills for Care re-based with the edition of 2023/24. */
function filledPosts(vintage: boolean, rows: readonly string[]) {
  const columns = [
    ...(vintage ? [{ name: 'vintage', type: 'text', description: 'Edition' }] : []),
    { name: 'year', type: 'text', description: 'Financial year' },
    { name: 'filled', type: 'integer', unit: 'posts', description: 'Filled posts' },
  ]
  const edition = (name: string) => ({
    edition: name,
    period: name,
    file: `${name}.xlsx`,
    sha256: null,
    rows: 1,
    retrieved: null,
  })
  const source = {
    series: 'social-care-posts',
    title: 'Filled posts',
    publisher: 'Skills for Care',
    licence: 'L',
    attribution: 'A',
    address: null,
    editions: [edition('2022/23'), edition('2023/24')],
    tables: [{ file: 'posts.csv', title: 'Filled posts', columns, definition: 'Filled posts' }],
    notes: [],
  }
  return new Map([
    [
      DEFINITIONS_FILE,
      'code,name,timing,implied_by,meaning\nposts-before-2023,posts on the older basis,stock,,Older\nposts-re-based,posts re-based,stock,,Newer\n',
    ],
    [
      COLUMN_DEFINITIONS_FILE,
      'series,table,column,editions,definition\nsocial-care-posts,*,filled,to 2022/23,posts-before-2023\nsocial-care-posts,*,filled,from 2023/24,posts-re-based\n',
    ],
    ['statistics/social-care-posts/source.json', JSON.stringify(source)],
    [
      'statistics/social-care-posts/posts.csv',
      `${columns.map(({ name }) => name).join()}\n${rows.join('\n')}\n`,
    ],
  ])
}

const check = (files: Map<string, string>, series: string) =>
  checkDefinitions(files, findSource(files, series), readDefinitions(files))

describe('definitions of what is counted', () => {
  it('are stated for every column of people, posts and rates in the committed tables', () => {
    const definitions = readDefinitions(committed)
    expect(
      readSources(committed).flatMap((source) => checkDefinitions(committed, source, definitions)),
    ).toEqual([])
  })

  it('travel with the columns of a table', () => {
    const table = (series: string, file: string) =>
      findSource(committed, series).tables.find((candidate) => candidate.file === file)?.columns ?? []
    const definition = (series: string, file: string, name: string) =>
      table(series, file).find((column) => column.name === name)?.definition
    expect(definition('nhs-trust-panel', 'stability.csv', 'stability_percent')).toBe(
      'stability index of the NHS',
    )
    expect(definition('nhs-trust-panel', 'panel-fte.csv', 'panel_fte')).toBe(
      'full-time equivalent as a research panel counts it',
    )
    expect(definition('nhs-nationality', 'staff.csv', 'fte')).toBe('full-time equivalent')
    expect(definition('social-care-turnover', 'council-turnover.csv', 'turnover')).toBe(
      'turnover rate of Skills for Care',
    )
    expect(definition('nhs-turnover', 'staff-flows.csv', 'leavers')).toBe('by row: see its unit')
  })

  it('may not be mixed: posts of 2022/23 and re-based ones of 2023/24 in one column are an error', () => {
    const mixed = filledPosts(false, ['2022/23,1705000', '2023/24,1548000'])
    expect(check(mixed, 'social-care-posts')).toEqual([
      {
        rule: 'definitions-mixed',
        severity: 'error',
        message: expect.stringContaining('(posts-before-2023, posts-re-based) stand in one column'),
        place: 'data/statistics/social-care-posts/posts.csv, column filled',
      },
    ])
  })

  it('may stand side by side where a column says which edition a row is from', () => {
    const apart = filledPosts(true, ['2022/23,2022/23,1705000', '2023/24,2023/24,1548000'])
    expect(check(apart, 'social-care-posts')).toEqual([])
  })

  it('must be known where rows name their unit', () => {
    const files = new Map(committed)
    const file = 'statistics/nhs-turnover/staff-flows.csv'
    files.set(file, (files.get(file) ?? '').replace(',headcount,', ',wte,'))
    expect(check(files, 'nhs-turnover')).toMatchObject([
      { rule: 'definition-known', severity: 'error', message: expect.stringContaining('counted as wte') },
    ])
  })

  it('are missed where nobody has stated one', () => {
    const files = new Map(committed)
    const list = files.get(COLUMN_DEFINITIONS_FILE) ?? ''
    files.set(COLUMN_DEFINITIONS_FILE, list.replace(/^nhs-sickness,.*\n/m, ''))
    const rules = check(files, 'nhs-sickness').map(({ rule, severity }) => `${severity} ${rule}`)
    expect(new Set(rules)).toEqual(new Set(['warning definition-stated']))
  })
})
