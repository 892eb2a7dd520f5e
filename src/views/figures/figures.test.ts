import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestProjection } from '../../../tests/support/projection.ts'
import { readReferenceFiles } from '../../../tests/support/read-reference-files.ts'
import { MEASURES, measureOf } from '../../domain/measure.ts'
import { parseCsv } from '../../tables/parse-csv.ts'
import type { Markup } from '../markup.ts'
import { createReader } from '../projection-reader.ts'
import { causeSteps, createCauses } from './causes.ts'
import { placeSteps } from './causes-picture.ts'
import { createDuties } from './duties.ts'
import { type Figure, PICTURE_LOOKS } from './figure.ts'
import { writeFigureCsv, writeFigureJson, writeFigureSvg } from './figure-files.ts'
import { createFlows } from './flows.ts'
import { createMap } from './map.ts'
import { createMoves, moveFlows } from './moves.ts'
import { createParts, partsOf } from './parts.ts'
import { createPyramid, toBands } from './pyramid.ts'
import { createRanking } from './ranking.ts'
import { createStaffing } from './staffing.ts'

const reference = readReferenceFiles()
const projection = createTestProjection(reference)
const reader = createReader(projection)
const everyone = reader.findSeries('all', 'all')!
const devon = reader.findArea('QJK')!
const routes = [
  { from: 'adult-nurses', to: 'health-visitors', hazard: 0.01 },
  { from: 'adult-nurses', to: 'midwives', hazard: 0.03 },
  { from: 'care-workers', to: 'healthcare-support-workers', hazard: 0.02 },
]
const groups = { occupations: reference.occupations, routes }
const pyramid = createPyramid({
  title: 'People',
  note: '',
  area: 'ENG',
  people: 'all',
  year: 2025,
  bands: toBands([3, 4, 5, 6], [1, 2, 3, 40], { first: 16, width: 2, open: true }),
})

const FIGURES: Readonly<Record<string, Figure>> = {
  ranking: createRanking(reader, { series: everyone, measure: measureOf('coverage'), year: 2045 }),
  parts: createParts(reader, reference, { area: devon, series: everyone, measure: measureOf('gap_fte') }),
  causes: createCauses(reader, { area: devon, series: everyone, year: 2035 }),
  moves: createMoves(reader, groups, { area: devon, series: everyone, year: 2035 }),
  map: createMap(reader, reference, { series: everyone, year: 2045 }),
  flows: createFlows(reader, { area: devon, series: everyone, year: 2035 }),
  duties: createDuties(reader, { area: devon }),
  staffing: createStaffing(reader, { area: devon, year: 2045 }),
  pyramid,
}

/** The rows of a CSV text by column. */
const rowsOf = (csv: string): readonly Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = parseCsv(csv, ',')
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}

const numbers = (svg: string, pattern: RegExp): number[] =>
  [...svg.matchAll(pattern)].map(([, value]) => Number(value))

/** The least squares line is exact: drawn places follow values on one straight scale, to rounding. */
function expectLinear(values: readonly number[], places: readonly number[]): void {
  expect(places).toHaveLength(values.length)
  const low = values.indexOf(Math.min(...values))
  const high = values.indexOf(Math.max(...values))
  const slope = (places[high]! - places[low]!) / (values[high]! - values[low]!)
  for (const [index, value] of values.entries())
    expect(Math.abs(places[low]! + slope * (value - values[low]!) - places[index]!)).toBeLessThan(0.3)
}

const drawn = (figure: Figure): string => figure.draw({ id: 'test', ...PICTURE_LOOKS.wide }).markup

describe.each(Object.entries(FIGURES))('%s', (_, figure) => {
  it('has a mark for every row of its table, which says what the mark is', () => {
    const rows = figure.table.rows.map(({ attributes }) => attributes?.markup ?? '')
    expect(rows.length).toBeGreaterThan(1)
    for (const [index, row] of rows.entries()) expect(row).toMatch(`data-point="${index}" data-say="`)
    for (const look of [PICTURE_LOOKS.wide, PICTURE_LOOKS.narrow]) {
      const marks = numbers(figure.draw({ id: 'test', ...look }).markup, /data-mark="(\d+)"/g)
      expect([...marks].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index))
    }
  })

  it('names and describes itself in its picture', () => {
    expect(drawn(figure)).toContain('role="img" aria-labelledby="test-title" aria-describedby="test-desc"')
    expect(figure.summary.length).toBeGreaterThan(20)
  })

  it('draws only numbers that are numbers', () => {
    expect(drawn(figure)).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('has the same records as CSV and as JSON, under the run they are of', () => {
    const rows = rowsOf(writeFigureCsv(figure, projection.manifest))
    const document = JSON.parse(writeFigureJson(figure, projection.manifest))
    expect(rows).toHaveLength(document.records.length)
    for (const [index, row] of rows.entries()) {
      expect(row.run).toBe(projection.manifest.run)
      for (const column of figure.columns)
        expect(row[column]).toBe(String(document.records[index][column] ?? ''))
    }
  })

  it('stands alone as a file with its title', () => {
    const svg = writeFigureSvg(figure)
    expect(svg).toMatch(/^<svg [^>]*xmlns=/)
    expect(svg).toContain('font-weight="700"')
  })
})

describe('what a figure draws is what its file holds', () => {
  it('a ranking: dots and bars lie where the middles and ranges are', () => {
    const figure = FIGURES.ranking!
    const svg = drawn(figure)
    const rows = rowsOf(writeFigureCsv(figure, projection.manifest))
    expectLinear(
      rows.map((row) => Number(row.p50)),
      numbers(svg, /class="hr-dot" cx="([\d.-]+)"/g),
    )
    expectLinear(
      rows.map((row) => Number(row.p10)),
      numbers(svg, /hr-band--middle" x="([\d.-]+)"/g),
    )
    expect(rows.map(({ p50 }) => Number(p50))).toEqual(
      rows.map(({ p50 }) => Number(p50)).sort((a, b) => a - b),
    )
    expect(new Set(rows.map(({ area }) => area)).size).toBe(42)
  })

  it('a change: bars are as long as the people are many', () => {
    const figure = FIGURES.causes!
    const rows = rowsOf(writeFigureCsv(figure, projection.manifest))
    expectLinear(
      rows.map((row) => Math.abs(Number(row.people))),
      numbers(drawn(figure), /hr-step--\w+" x="[\d.-]+" y="[\d.-]+" width="([\d.-]+)"/g),
    )
  })

  it('a map: every hexagon names its area and its value', () => {
    const figure = FIGURES.map!
    const svg = drawn(figure)
    for (const [index, row] of rowsOf(writeFigureCsv(figure, projection.manifest)).entries()) {
      const percent = `${Math.round(Number(row.p50) * 100)}%`
      const hexagon = svg.split(`data-mark="${index}"`)[1]!
      expect(hexagon.slice(0, hexagon.indexOf('</g>'))).toContain(`<title>${row.name}: ${percent} of staff`)
      expect(hexagon.slice(0, hexagon.indexOf('</g>'))).toContain(`>${percent}</text>`)
    }
  })

  it('the flows of a year: bars are as long as middles, whiskers reach over the ranges', () => {
    const figure = FIGURES.flows!
    const rows = rowsOf(writeFigureCsv(figure, projection.manifest))
    const svg = drawn(figure)
    expectLinear(
      rows.map((row) => Number(row.p50)),
      numbers(svg, /hr-step--\w+" x="[\d.-]+" y="[\d.-]+" width="([\d.-]+)"/g),
    )
    expectLinear(
      rows.map((row) => Number(row.p90)),
      numbers(svg, /hr-whisker" d="M[\d.]+ [\d.]+H([\d.]+)m/g),
    )
    const joiners = reader.spread('QJK', everyone, 'joiners_heads', 2035)!
    expect(rows[0]).toMatchObject({ measure: 'joiners_heads', p10: String(joiners.p10) })
  })

  it('a pyramid: bars are as long as the people are many', () => {
    const rows = rowsOf(writeFigureCsv(pyramid, projection.manifest))
    const svg = drawn(pyramid)
    for (const [column, look] of [
      ['women', 'more'],
      ['men', 'less'],
    ] as const)
      expectLinear(
        rows.map((row) => Number(row[column])),
        numbers(svg, new RegExp(`hr-step--${look}" x="[\\d.-]+" y="[\\d.-]+" width="([\\d.-]+)"`, 'g')),
      )
  })

  it('moves: bands are as wide as the people are many', () => {
    const figure = FIGURES.moves!
    const rows = rowsOf(writeFigureCsv(figure, projection.manifest))
    const ends = [...drawn(figure).matchAll(/class="hr-ribbon" d="M[\d.]+ ([\d.]+)C[^"]* ([\d.]+)Z"/g)]
    expectLinear(
      rows.map((row) => Number(row.people)),
      ends.map(([, top, foot]) => Number(foot) - Number(top)),
    )
  })
})

describe('a change of staff', () => {
  it('adds the flows of every year up to the one asked for', () => {
    const steps = causeSteps(reader, { area: devon, series: everyone, year: 2027 })
    const joiners = [2026, 2027].map((year) => reader.spread('QJK', everyone, 'joiners_heads', year)!.mean)
    expect(steps.find(({ code }) => code === 'joiners_heads')?.people).toBeCloseTo(
      joiners[0]! + joiners[1]!,
      6,
    )
    expect(steps.find(({ code }) => code === 'leavers_heads')?.people).toBeLessThan(0)
  })

  it('says of every bar whether its range is known: of flows in one year alone', () => {
    const several = createCauses(reader, { area: devon, series: everyone, year: 2035 })
    const one = createCauses(reader, { area: devon, series: everyone, year: 2026 })
    const cells = ({ table }: typeof one) => table.rows.map(({ cells: [cell] }) => (cell as Markup).markup)
    expect(cells(several).map((cell) => cell.includes('range not known'))).toEqual(
      several.records.map(({ measure }) => measure !== 'supply_heads'),
    )
    expect(cells(several)[0]).toContain('the same in every run')
    expect(several.records.map(({ p10 }) => p10 === null)).toEqual(
      several.records.map(({ measure }) => measure !== 'supply_heads'),
    )
    expect(drawn(several).replace(/<[^>]*>/g, ' ')).toContain('No range is known')
    const left = reader.spread('QJK', everyone, 'leavers_heads', 2026)!
    expect(one.records.find(({ measure }) => measure === 'leavers_heads')).toMatchObject({
      p10: -left.p90,
      p90: -left.p10,
    })
    expect([...cells(one), drawn(one)].join()).not.toContain('known')
    expect(drawn(one).match(/hr-whisker/g)).toHaveLength(one.records.length - 1)
  })

  it('starts each flow where the one before ended', () => {
    const step = fc.record({
      kind: fc.constantFrom('stock', 'flow'),
      people: fc.integer({ min: -999, max: 999 }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const placed = placeSteps(
          steps.map((each) => ({ ...each, code: '', name: '', range: null }) as never),
        )
        return placed.every(
          ({ kind, from, to, people }, index) =>
            to - from === people && from === (kind === 'stock' ? 0 : (placed[index - 1]?.to ?? 0)),
        )
      }),
    )
  })

  it('says that nothing has changed yet in the first year', () => {
    expect(createCauses(reader, { area: devon, series: everyone, year: 2025 }).empty).toMatch(/later year/)
  })
})

describe('moves', () => {
  it('send all who leave an occupation somewhere, by the hazards of its ways', () => {
    const flows = moveFlows(reader, groups, { area: devon, series: everyone, year: 2035 })
    const nurses = flows.filter(({ from }) => from === 'adult-nurses')
    const out = reader.spread('QJK', { level: 'occupation', code: 'adult-nurses' }, 'moves_out_heads', 2035)!
    for (const [of, whole] of [
      ['people', out.mean],
      ['p10', out.p10],
      ['p90', out.p90],
    ] as const)
      expect(nurses.reduce((sum, flow) => sum + flow[of], 0)).toBeCloseTo(whole, 9)
    expect(nurses[0]).toMatchObject({ to: 'midwives' })
    expect(nurses[0]!.people / nurses[1]!.people).toBeCloseTo(3, 9)
  })

  it('of one occupation are those from it and to it', () => {
    const series = reader.findSeries('occupation', 'midwives')!
    const flows = moveFlows(reader, groups, { area: devon, series, year: 2035 })
    expect(flows.map(({ from, to }) => `${from} ${to}`)).toEqual(['adult-nurses midwives'])
  })
})

describe('the parts of a series', () => {
  it('are every occupation once over the sectors, and once over the staff groups', () => {
    for (const [level, list] of [
      ['sector', reference.sectors],
      ['staff_group', reference.staffGroups],
    ] as const) {
      const codes = list.flatMap(({ code }) => partsOf(reference, { level, code }).map((part) => part.code))
      expect([...codes].sort()).toEqual(reference.occupations.map(({ code }) => code).sort())
    }
  })
})

describe('age bands', () => {
  it('hold everybody once, whatever their width and where they start', () => {
    const people = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 95 })
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        (all, first, width, open) => {
          const bands = toBands(all, all, { first, width, open })
          const sum = bands.reduce((total, { women }) => total + women, 0)
          return (
            sum === all.reduce((total, each) => total + each, 0) &&
            bands.every(({ women, men }) => women === men)
          )
        },
      ),
    )
  })

  it('are fives that start at multiples of five, the last open', () => {
    const bands = toBands(new Array(91).fill(1), new Array(91).fill(1), { first: 0, width: 5, open: true })
    expect(bands.map(({ label }) => label).filter((_, index) => index < 2 || index > 16)).toEqual([
      '0 to 4',
      '5 to 9',
      '85 to 89',
      '90 and over',
    ])
  })
})

describe('a ranking', () => {
  it('says where an area stands against England only for measures that can be compared', () => {
    for (const { code, additive, ofCare, atBase } of MEASURES) {
      if (ofCare || !atBase) continue
      const figure = createRanking(reader, { series: everyone, measure: measureOf(code), year: 2045 })
      if (figure.empty === null)
        expect(
          figure.table.columns.some(({ label }) => label === 'Against England'),
          code,
        ).toBe(!additive)
    }
  })

  it('is empty, with a reason, for a flow in the first year', () => {
    const figure = createRanking(reader, {
      series: everyone,
      measure: measureOf('joiners_heads'),
      year: 2025,
    })
    expect(figure.empty).toMatch(/No area has a value/)
  })
})
