import { describe, expect, it } from 'vitest'
import type { Source } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { distributionCentre, distributionQuantile } from '../stats/distribution.ts'
import { pilotFund } from './pilot-fund.ts'
import { readLeverNumbers } from './read-parameters.ts'

const PARAMETERS =
  'lever,parameter,value,low,high,distribution,unit,basis,quality,source,signed_by,expires,note'
const TRANSFERS = 'code,name,from,to,rate,share,basis,quality,source,signed_by,expires,note'
const judged = 'assumed,red,judgement,Us,2030-01-01,Because.'
const shared = [
  `every-lever,time_freed,0,-0.5,0.5,normal,log,${judged}`,
  `every-lever,added,0,-0.5,0.5,normal,log,${judged}`,
]
const own = [
  `pilot-fund,half,200,100,400,point,GBP,${judged}`,
  `pilot-fund,time_freed,0.005,0,0.02,triangular,share,${judged}`,
  `pilot-fund,lag,4,3,6,point,years,${judged}`,
]
const source: Source = {
  id: 'judgement',
  publisher: 'Us',
  publication: 'Judgement',
  edition: '2026',
  location: '',
  licence: '',
  address: null,
}

function read(rows: readonly string[], transfers: readonly string[] = []) {
  const files: InputFiles = new Map([
    ['levers/parameters.csv', [PARAMETERS, ...shared, ...rows].join('\n')],
    ['levers/transfers.csv', [TRANSFERS, ...transfers].join('\n')],
  ])
  return readLeverNumbers(files, [pilotFund], new Map([[source.id, source]]), ['nurses', 'managers'])
}

const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof HeadroomError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'nothing'
}

describe('the numbers of the levers', () => {
  it('are read with their distributions: a triangle from low over value to high', () => {
    const { distribution } = read(own).parameter('pilot-fund', 'time_freed')
    expect([distributionCentre(distribution), distributionQuantile(distribution, 1e-12)]).toEqual([
      0.005,
      expect.closeTo(0, 6),
    ])
  })

  it('take low and high of a normal as the 10th and the 90th percentile', () => {
    const { distribution } = read(own).parameter('every-lever', 'added')
    expect(distributionQuantile(distribution, 0.1)).toBeCloseTo(-0.5, 6)
    expect(distributionQuantile(distribution, 0.9)).toBeCloseTo(0.5, 6)
  })

  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'a wrong unit',
      own[0]!.replace(',GBP,', ',years,'),
      /^table-cell: .*row 4, column unit: expected GBP, found years/,
    ],
    [
      'a missing source',
      own[0]!.replace(',judgement,', ',hearsay,'),
      /^table-reference: .*row 4, column source: hearsay/,
    ],
    [
      'a value beyond its limits',
      own[0]!.replace(',200,', ',900,'),
      /^table-cell: .*row 4, column value: expected a number from 100 to 400/,
    ],
    ['nobody’s signature', own[0]!.replace(',Us,2030', ',,2030'), /^assumption-unsigned: .*row 4/],
    [
      'an unknown lever',
      own[0]!.replace('pilot-fund', 'pilot-found'),
      /^table-reference: .*pilot-found\/half is not a code of the parameters of the levers/,
    ],
  ]
  it.each(cases)('refuse %s with one clear error', (_, row, says) => {
    expect(refusal(() => read([row, ...own.slice(1)]))).toMatch(says)
  })

  it('refuse a number that is missing, twice there, or off the middle of its range', () => {
    expect(refusal(() => read(own.slice(1)))).toMatch(/^table-incomplete: .*pilot-fund\/half/)
    expect(refusal(() => read([...own, own[0]!]))).toMatch(
      /^table-duplicate: .*row 7: the key pilot-fund\/half/,
    )
    const uneven = own[1]!.replace('triangular', 'uniform')
    expect(refusal(() => read([own[0]!, uneven, own[2]!]))).toMatch(/column value: expected the middle/)
  })

  it('refuse a move of work to an occupation that there is not', () => {
    const moves = [`a,Managers for wizards,wizards,managers,1,0.1,${judged}`]
    expect(refusal(() => read(own, moves))).toMatch(/^table-reference: .*column from: wizards/)
  })
})
