import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { importSeries } from '../../src/datasets/import-series.ts'
import { createTextFile } from '../../src/datasets/published-file.ts'
import { CODE_LISTS, createImportContext } from '../../src/datasets/read-code-lists.ts'
import type { Harmonised } from '../../src/datasets/series.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { parseCsv } from '../../src/tables/parse-csv.ts'

const GOLDEN = path.join(packageFolder(), 'tests', 'golden', 'import')
const golden = (file: string): string => readFileSync(path.join(GOLDEN, file), 'utf8')
const LISTS = new Map(
  CODE_LISTS.filter((file) => existsSync(path.join(GOLDEN, file))).map((file) => [file, golden(file)]),
)

/** What importing these texts yields for the one series they are of; an error is thrown. */
function imported(texts: readonly string[], areas = golden('reference/areas.csv')): Harmonised {
  const context = createImportContext(new Map([...LISTS, ['reference/areas.csv', areas]]))
  const files = texts.map((text, index) => createTextFile(`file${index}.csv`, String(index), text))
  const [series] = importSeries(files, context)
  if (!series) throw new Error('no series')
  return series
}

/** Message and advice of the error that importing ends in. */
function refusal(texts: readonly string[]): string {
  try {
    imported(texts)
  } catch (error) {
    if (error instanceof HeadroomError) return `${error.code}: ${error.message} ${error.next}`
    throw error
  }
  return 'imported'
}

const editions = ({ editions }: Harmonised): readonly string[] => editions.map(({ edition }) => edition)
const rules = ({ findings }: Harmonised): readonly string[] =>
  findings.map(({ rule, message }) => `${rule}: ${message}`)

const quote = (cell: string): string => (cell.includes(',') ? `"${cell}"` : cell)

/** The rows of a text, each given to a function with its number. */
const reshape = (text: string, to: (cells: string[], row: number) => string[]): string =>
  parseCsv(text.trim(), ',')
    .map((cells, row) => to(cells, row).map(quote).join(','))
    .join('\n')

describe('the turnover file of the next month', () => {
  const october = golden('nhs-turnover/in/Turnover benchmarking, Oct-25.csv')
  const november = october.replaceAll('202509 to 202510', '202510 to 202511')

  it('imports, with its columns in another order', () => {
    const [table] = imported([november]).tables
    const reordered = imported([reshape(november, (cells) => cells.reverse())])
    expect(editions(reordered)).toEqual(['to 2025-11'])
    expect(reordered.tables[0]?.rows).toEqual(table?.rows)
    expect(table?.rows[0]?.[0]).toBe('2025-10/2025-11')
  })

  it('imports with organisations that are new or have merged under another code', () => {
    const before = imported([november]).tables[0]?.rows
    expect(imported([november.replaceAll(',RJ1,', ',R0X,')]).tables[0]?.rows).toEqual(before)
  })

  it('imports with a column that is new, and says so', () => {
    const wider = reshape(november, (cells, row) => [...cells, row === 0 ? 'CONTRACT_TYPE' : 'All'])
    expect(imported([wider]).tables).toEqual(imported([november]).tables)
    expect(rules(imported([wider]))[0]).toBe(
      'columns-new: The publisher has added a column that Headroom doesn’t read: CONTRACT_TYPE.',
    )
  })

  it('is refused where a new column splits its rows, with the column', () => {
    const wider = reshape(november, (cells, row) => [...cells, row === 0 ? 'SEX' : 'F'])
    const [, ...rows] = wider.split('\n')
    const split = [wider, ...rows.map((row) => row.replace(/F$/, 'M'))].join('\n')
    expect(refusal([split])).toMatch(
      /^edition-split: .+ already on row 2, and the file has new columns, SEX\./,
    )
  })

  it('is refused with new staff groups, all of them named once', () => {
    const groups = november.replaceAll('Midwives', 'Wizards').replaceAll(',Managers,', ',Heads of magic,')
    expect(refusal([groups])).toMatch(
      /^edition-groups: file0\.csv: column STAFF_GROUP_1_NAME has staff groups that are not on record: “(Wizards|Heads of magic)”, “(Wizards|Heads of magic)” \(first on row \d+\)\. .*staff-groups\.csv/,
    )
  })

  it('is refused with new boards, all of them named once with what to do', () => {
    const boards = november
      .replaceAll(',QKK,South East London,', ',QXA,Greater South London,')
      .replaceAll(',QHL,', ',QXB,')
    const message = refusal([boards])
    expect(message).toContain('edition-areas: file0.csv: column ICS_CODE')
    expect(message.match(/QXA \(Greater South London\)/g)).toHaveLength(1)
    expect(message.match(/QXB \(/g)).toHaveLength(1)
    expect(message).toContain('data/reference/areas.csv')
    expect(message).toContain('area-codes.csv')
  })

  it('imports once its boards are on record and those they replace have ended', () => {
    const areas = [
      'code,ons_code,name,valid_from,valid_to',
      'QHL,E54000055,Birmingham and Solihull,2022-07-01,2025-09-30',
      'QUA,E54000062,Black Country,2022-07-01,2025-09-30',
      'QXA,E54000999,Birmingham and Black Country,2025-10-01,',
      'QKK,E54000030,South East London,2022-07-01,',
    ].join('\n')
    const merged = reshape(november, (cells) =>
      cells.map((cell) => (cell === 'QHL' || cell === 'QUA' ? 'QXA' : cell)),
    )
    const rows = imported([merged], areas).tables[0]?.rows ?? []
    expect(new Set(rows.map(([, area]) => area))).toEqual(new Set(['QKK', 'QXA']))
    // Of September the old boards are still due.
    expect(() => imported([merged.replaceAll('202510 to 202511', '202508 to 202509')], areas)).toThrow(/QHL/)
  })
})

describe('the sickness file of April 2025', () => {
  const april = golden('nhs-sickness/in/apr.csv').replaceAll('30/04/2024', '30/04/2025')

  it('imports', () => expect(editions(imported([april]))).toEqual(['2025-04']))

  it('imports with ISO dates and columns in another order', () => {
    const text = reshape(april.replaceAll('30/04/2025', '2025-04-30'), (cells) => cells.reverse())
    expect(imported([text]).tables).toEqual(imported([april]).tables)
  })

  it('is refused with an added board, named with its code', () => {
    const added = `${april.trim()}\n30/04/2025,Y,Region,QXA,A New Board,RXX,Trust,Acute,50,1000,5.00\n`
    expect(refusal([added])).toContain(
      'integrated care boards that are not on record: QXA (A New Board) (first on row 7)',
    )
  })
})

describe('the A&E file of January 2025', () => {
  const trusts = golden('nhs-ae-activity/in/trusts.csv')
  const january = golden('nhs-ae-activity/in/april.csv').replaceAll('APRIL-2024', 'JANUARY-2025')

  it('imports', () => expect(editions(imported([january, trusts]))).toContain('2025-01'))

  it('imports with stray columns and its total spelt otherwise', () => {
    const stray = reshape(january, (cells, row) => [
      ...cells.map((cell) => cell.replace(/^Total $/, 'TOTAL')),
      '',
      row === 0 ? 'a' : '',
    ])
    const result = imported([stray, trusts])
    expect(result.tables).toEqual(imported([january, trusts]).tables)
    expect(rules(result).join()).toMatch(
      /ae-columns: 2 columns are not of the publication \(1 without a heading, headed a\)/,
    )
  })

  it('imports with a trust that the look-up doesn’t know, and says how much it is', () => {
    const result = imported([january.replace(',RJ1,', ',R0X,'), trusts])
    expect(rules(result).join()).toMatch(/ae-unmatched: 2 of 3 organisations, with 163 of 213 attendances/)
  })
})

describe('the file of staff by ethnicity with further quarters', () => {
  const HEADER = 'Time,Ethnicity,Ethnicity_type,Staff_Group,Role_Group,Grade,Value'
  const row = (date: string, ethnicity: string, heads: number): string =>
    `${date},${ethnicity},x,x,Midwives,All Grades,${heads}`
  const quarter = (date: string): readonly string[] => [
    row(date, 'White', 3),
    row(date, 'All', 3),
    row(date, '"All - Including Unknown, Not Stated and Discontinued Codes"', 3),
  ]

  it('imports', () => {
    const text = [HEADER, ...quarter('2022-06-01'), ...quarter('2022-09-01'), ...quarter('2022-12-01')].join(
      '\n',
    )
    expect(imported([text]).editions[0]).toMatchObject({ edition: 'to 2022-12', period: '2022-06/2022-12' })
  })

  it('is refused with new staff groups, all of them named', () => {
    const text = [HEADER, ...quarter('2022-09-01')].join('\n')
    const added = `${text}\n${text.split('\n').slice(1).join('\n').replaceAll('Midwives', 'Wizards')}`
    expect(refusal([added])).toMatch(/^edition-groups: .+column Role_Group.+“Wizards” \(first on row 5\)/)
  })
})

describe('the file of sickness by reason a month later', () => {
  it('imports beside the one before', () => {
    const later = golden('nhs-sickness-reason/in/later.csv')
    const next = later.replaceAll('31/03/2025', '30/04/2025').replaceAll('31/01/2025', '28/02/2025')
    const all = editions(imported([next]))
    expect(all).toHaveLength(1)
    expect(all[0]?.endsWith('2025-04')).toBe(true)
    expect(editions(imported([later, next]))).toHaveLength(2)
  })

  it('imports with a reason that is new, and says which months lack it', () => {
    const later = golden('nhs-sickness-reason/in/later.csv').trim()
    const [last = ''] = later.split('\n').slice(-1)
    const added = `${later}\n${last.replace(/S\d\d [^,]+/, 'S97 New reason')}`
    expect(imported([added]).tables[0]?.rows.some((row) => row.includes('S97'))).toBe(true)
  })
})
