import { describe, expect, it } from 'vitest'
import { createTestProjection } from '../../../tests/support/projection.ts'
import { readReferenceFiles } from '../../../tests/support/read-reference-files.ts'
import { createReader, EVERYONE } from '../projection-reader.ts'
import { COVERAGE_CLASSES, classOf } from './coverage-classes.ts'
import { createHexMap, describeHexMap } from './hex-map.ts'
import { hexKey, hexSvg } from './hex-svg.ts'
import { shortNameLines } from './short-name.ts'

const reference = readReferenceFiles()
const reader = createReader(createTestProjection(reference))
const map = createHexMap(reader, reference, EVERYONE, 2045)

/** The six neighbours of a place on an odd-r grid. */
const neighbours = (column: number, row: number) => {
  const shift = row % 2
  return [
    [column - 1, row],
    [column + 1, row],
    [column - 1 + shift, row - 1],
    [column + shift, row - 1],
    [column - 1 + shift, row + 1],
    [column + shift, row + 1],
  ].map(String)
}

describe('the layout of areas', () => {
  const places = new Map(reference.areas.map(({ code, hex }) => [String([hex.column, hex.row]), code]))

  it('has 42 areas, each in a place of its own', () => {
    expect(reference.areas).toHaveLength(42)
    expect(places.size).toBe(42)
  })

  it('is one piece, and so is every region', () => {
    const groups = [
      reference.areas,
      ...reference.regions.map(({ code }) => reference.areas.filter((a) => a.region === code)),
    ]
    for (const group of groups) {
      const within = new Map(group.map(({ hex }) => [String([hex.column, hex.row]), hex]))
      const open = [...within.keys()].slice(0, 1)
      const found = new Set(open)
      for (let key = open.pop(); key; key = open.pop()) {
        const hex = within.get(key)
        for (const next of hex ? neighbours(hex.column, hex.row) : [])
          if (within.has(next) && !found.has(next)) {
            found.add(next)
            open.push(next)
          }
      }
      expect(found.size, group[0]?.region).toBe(group.length)
    }
  })

  it.each([
    ['QT6', 'QJK'],
    ['QHM', 'QOQ'],
    ['QOP', 'QYG'],
    ['QKK', 'QKS'],
    ['QMM', 'QJG'],
    ['QHL', 'QUA'],
    ['QWE', 'QXU'],
  ])('keeps %s beside %s', (one, other) => {
    const hex = reference.areas.find(({ code }) => code === one)?.hex
    const near = hex ? neighbours(hex.column, hex.row).map((place) => places.get(place)) : []
    expect(near).toContain(other)
  })
})

describe('classes of coverage', () => {
  it.each([
    [0.31, 'Under 80%'],
    [0.794, 'Under 80%'],
    [0.796, '80% to 84%'],
    [0.89, '85% to 89%'],
    [0.994, '95% to 99%'],
    [0.996, '100% or more'],
    [1.4, '100% or more'],
  ])('%d is in “%s”', (value, label) => {
    expect(classOf(value).label).toBe(label)
  })

  it('follow one another without a gap', () => {
    for (const [index, { to }] of COVERAGE_CLASSES.slice(0, -1).entries())
      expect(COVERAGE_CLASSES[index + 1]?.from).toBe(to)
  })
})

describe('the map', () => {
  it('is 42 links that name area, value and range', () => {
    const svg = hexSvg(map, { id: 'map', width: 760, names: true, href: (code) => `/?area=${code}` }).markup
    expect(
      svg.match(
        /<a class="hr-hex" href="\/\?area=Q..".*? aria-label="[^"]+: \d+% of staff needed, \d+% to \d+% in 8 of 10 runs"/g,
      ),
    ).toHaveLength(42)
    expect(svg).not.toMatch(/NaN|undefined/)
  })

  it('is a picture where it leads nowhere', () => {
    const svg = hexSvg(map, { id: 'map', width: 330, names: false }).markup
    expect(svg).toContain('role="img"')
    expect(svg).not.toContain('<a ')
  })

  it('says in words what its colours say', () => {
    expect(describeHexMap(map)).toMatch(
      /^Share of staff needed .* in 2045, middle of the range\. .*\d+ areas?/,
    )
    expect(hexKey(map).markup.match(/<li>/g)).toHaveLength(6)
  })

  it('keeps areas that the run doesn’t hold, without a value', () => {
    const one = createReader(createTestProjection(reference, { area: 'QKK' }))
    const { tiles } = createHexMap(one, reference, EVERYONE, 2045)
    expect(tiles).toHaveLength(42)
    expect(tiles.filter(({ coverage }) => coverage)).toHaveLength(1)
  })
})

describe('short names', () => {
  it.each([
    ['Devon', ['Devon']],
    ['Lincolnshire', ['Lincolnshire']],
    ['Gloucestershire', ['Glos']],
    ['South East London', ['SE London']],
    ['North East and North Cumbria', ['NE & N', 'Cumbria']],
    ['Bedfordshire, Luton and Milton Keynes', ['Beds, Luton &', 'Milton Keynes']],
  ])('%s is %j', (name, lines) => {
    expect(shortNameLines(name)).toEqual(lines)
  })

  it('need three lines at most', () => {
    for (const { name } of reference.areas) expect(shortNameLines(name).length, name).toBeLessThanOrEqual(3)
  })
})
