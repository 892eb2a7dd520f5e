import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows, parseCsv } from './parse-csv.ts'

describe('splitting delimited text', () => {
  it.each([
    [
      'plain lines',
      'a,b\n1,2\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,',
      ',',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'CRLF and a byte order mark',
      '\ufeffa,b\r\n1,2\r\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2',
      '\t',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'quotes',
      '"a","b, ""c"""\n"",x\n',
      ',',
      [
        ['a', 'b, "c"'],
        ['', 'x'],
      ],
    ],
    ['a line end in a cell', 'a,"b\nc"\n', ',', [['a', 'b\nc']]],
    ['a blank line', 'a,b\n\n1,2\n', ',', [['a', 'b'], [], ['1', '2']]],
    ['nothing', '', ',', []],
  ])('%s', (_, text, delimiter, rows) => expect(parseCsv(text, delimiter)).toEqual(rows))

  it.each([
    ['a,b\n1\n', 'row 2 has 1 cells, the first has 2'],
    ['a,b\n1,2,3\n', 'row 2 has 3 cells, the first has 2'],
    ['a,"b\n1,2\n', 'row 1 has a quote that is never closed'],
    ['a,b\n1,"2"x\n', 'row 2 has text after a closing quote'],
    ['a,b\n1,2"\n', 'row 2 has a quote in the middle of a cell'],
  ])('refuses %j', (text, message) => expect(() => parseCsv(text, ',')).toThrowError(message))

  it('agrees with an established parser, on what is right and on what is wrong', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ',', '"', '\n', ' '), maxLength: 40 })
    const oracle = (source: string): string[][] | null => {
      try {
        return parse(source)
      } catch {
        return null
      }
    }
    fc.assert(
      // Blank lines are the one difference: there they are an error, or a row of one empty cell.
      fc.property(
        text.filter((source) => !/(^|\n)(\n|$)/.test(source.replace(/\n$/, ''))),
        (source) => {
          let rows: string[][] | null = null
          try {
            rows = parseCsv(source, ',')
          } catch {
            // Compared with the oracle's refusal below.
          }
          expect(rows).toEqual(oracle(source))
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('gives the same rows, or the same fault, wherever the text is cut', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '1', ',', '"', '"', '\n', '\r', '\ufeff'),
      maxLength: 40,
    })
    const read = (blocks: readonly string[]): unknown => {
      try {
        return [...csvRows(blocks, ',')]
      } catch (fault) {
        return String(fault)
      }
    }
    fc.assert(
      fc.property(text, fc.array(fc.nat(40)), (source, cuts) => {
        const places = [0, ...cuts.filter((cut) => cut < source.length), source.length].sort((a, b) => a - b)
        const blocks = places.map((place, index) => source.slice(places[index - 1] ?? 0, place))
        expect(read(blocks)).toEqual(read([source]))
      }),
      { numRuns: 3000 },
    )
  })

  it('refuses a row of any length, so that a quote never closed can’t swallow a file', () => {
    function* endless(): Generator<string> {
      yield 'a,b\n1,"'
      for (;;) yield 'x,y\n'.repeat(20_000)
    }
    expect(() => [...csvRows(endless(), ',')]).toThrowError('row 2 is longer than 4000000 characters')
  })
})
