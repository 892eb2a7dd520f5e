import { describe, expect, it } from 'vitest'
import type { InputFiles } from '../../domain/input-files.ts'
import { diffEditions } from './diff-editions.ts'

const column = (name: string, type: string, unit?: string) => ({
  name,
  type,
  description: name,
  ...(unit === undefined ? {} : { unit }),
})

function folder(
  tables: readonly { file: string; columns: readonly object[]; definition: string; text: string }[],
) {
  const source = {
    series: 's',
    title: 'S',
    publisher: 'P',
    licence: 'L',
    attribution: 'A',
    address: null,
    editions: [],
    tables: tables.map(({ text: _, ...table }) => ({ ...table, title: table.file })),
    notes: [],
  }
  return new Map([
    ['statistics/s/source.json', JSON.stringify(source)],
    ...tables.map(({ file, text }): [string, string] => [`statistics/s/${file}`, text]),
  ]) satisfies InputFiles
}

const releases = folder([
  {
    file: 'inactivity.csv',
    columns: [
      column('vintage', 'text'),
      column('quarter', 'text'),
      column('reason', 'text'),
      column('people', 'integer', 'people'),
    ],
    definition: 'People',
    text: [
      'vintage,quarter,reason,people',
      '2020-01,2019-04/2019-06,long-term-sick,2000',
      '2020-01,2019-07/2019-09,long-term-sick,2050',
      '2020-01,2019-09/2019-11,long-term-sick,2060',
      '2020-07,2019-04/2019-06,long-term-sick,2000',
      '2020-07,2019-07/2019-09,long-term-sick,2040',
      '2020-07,2019-10/2019-12,long-term-sick,2070',
      '',
    ].join('\n'),
  },
])

describe('comparing two editions that one folder keeps side by side', () => {
  it('names what was revised for the same period, came new and was dropped, and nothing else', () => {
    expect(diffEditions(releases, 's', '2020-01', '2020-07')).toMatchObject({
      same: false,
      tables: [
        {
          file: 'inactivity.csv',
          key: ['quarter', 'reason'],
          added: ['2019-10/2019-12, long-term-sick'],
          removed: ['2019-09/2019-11, long-term-sick'],
          changed: [
            {
              key: '2019-07/2019-09, long-term-sick',
              cells: [{ column: 'people', before: '2050', after: '2040' }],
            },
          ],
          periods: { added: ['2019-10/2019-12'], removed: ['2019-09/2019-11'] },
          definitions: [],
        },
      ],
    })
  })

  it('finds nothing between an edition and itself', () => {
    expect(diffEditions(releases, 's', '2020-01', '2020-01')).toMatchObject({ same: true, tables: [] })
  })

  it('compares tables of one name, and says where their definitions differ', () => {
    const posts = folder([
      {
        file: 'filled-posts-2022-23.csv',
        columns: [column('year', 'text'), column('posts', 'integer', 'posts')],
        definition: 'Filled posts, estimated on the basis up to 2022/23',
        text: 'year,posts\n2023/24,1705000\n',
      },
      {
        file: 'filled-posts-2023-24.csv',
        columns: [column('year', 'text'), column('posts', 'integer', 'filled posts')],
        definition: 'Filled posts, re-based',
        text: 'year,posts\n2023/24,1548000\n',
      },
    ])
    const { tables } = diffEditions(posts, 's', '2022-23', '2023-24')
    expect(tables).toMatchObject([
      {
        file: 'filled-posts-EDITION.csv',
        columns: [{ column: 'posts', net: -157000 }],
        definitions: [
          'definition of the table: “Filled posts, estimated on the basis up to 2022/23” became “Filled posts, re-based”',
          'unit of posts: “posts” became “filled posts”',
        ],
      },
    ])
  })

  it.each([
    ['an edition that isn’t there', '2020-01', '2031-01', /one of the editions .*2020-01, 2020-07/],
    ['no edition at all', 'x', 'y', /one of the editions/],
  ])('refuses %s', (_, earlier, later, next) => {
    expect(() => diffEditions(releases, 's', earlier, later)).toThrowError(
      expect.objectContaining({ code: 'option-invalid', next: expect.stringMatching(next) }),
    )
  })
})
