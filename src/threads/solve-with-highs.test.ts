import { describe, expect, it } from 'vitest'
import type { LinearColumn, LinearProgramme, LinearRow } from '../domain/linear-programme.ts'
import { createSolveWithHighs } from './solve-with-highs.ts'

const solve = createSolveWithHighs()
const DIGITS = 8

const column = (cost: number, lower = 0, upper = Number.POSITIVE_INFINITY): LinearColumn => ({
  cost,
  lower,
  upper,
})
const row = (coefficients: readonly number[], sense: LinearRow['sense'], limit: number): LinearRow => ({
  sense,
  limit,
  columns: coefficients.map((_, c) => c),
  coefficients,
})

async function expectSolved(
  programme: LinearProgramme,
  objective: number,
  values: readonly number[],
  prices: readonly number[],
): Promise<void> {
  const found = await solve(programme)
  expect(found.status).toBe('optimal')
  expect(found.objective).toBeCloseTo(objective, DIGITS)
  for (const [c, value] of values.entries()) expect(found.values[c]).toBeCloseTo(value, DIGITS)
  for (const [r, price] of prices.entries()) expect(found.prices[r]).toBeCloseTo(price, DIGITS)
}

describe('linear programmes with known answers', () => {
  it('Wyndor Glass: doors 2, windows 6, profit 36, plant hours worth 0, 3/2 and 1 (Hillier and Lieberman)', () =>
    expectSolved(
      {
        columns: [column(-3), column(-5)],
        rows: [row([1, 0], '<=', 4), row([0, 2], '<=', 12), row([3, 2], '<=', 18)],
      },
      -36,
      [2, 6],
      [0, -1.5, -1],
    ))

  it('the diet of two foods that meets two needs in fractions', () =>
    // min 0.6x + 0.35y; 5x + 7y >= 8, 4x + 2y >= 15: only the second binds, y = 0.
    expectSolved(
      { columns: [column(0.6), column(0.35)], rows: [row([5, 7], '>=', 8), row([4, 2], '>=', 15)] },
      2.25,
      [3.75, 0],
      [0, 0.15],
    ))

  it('a transport problem: three markets, two plants (Dantzig: 153.675)', () =>
    expectSolved(
      {
        columns: [0.225, 0.153, 0.162, 0.225, 0.162, 0.126].map((cost) => column(cost)),
        rows: [
          row([1, 1, 1, 0, 0, 0], '<=', 350),
          row([0, 0, 0, 1, 1, 1], '<=', 600),
          row([1, 0, 0, 1, 0, 0], '>=', 325),
          row([0, 1, 0, 0, 1, 0], '>=', 300),
          row([0, 0, 1, 0, 0, 1], '>=', 275),
        ],
      },
      153.675,
      [],
      [0, 0, 0.225, 0.153, 0.126],
    ))

  it('numbers of many digits, equalities and free columns', () =>
    // x + y = 1/3, x - y = 1/7: x = 5/21, y = 2/21.
    expectSolved(
      {
        columns: [
          column(1, Number.NEGATIVE_INFINITY),
          column(Math.PI, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
        ],
        rows: [row([1, 1], '=', 1 / 3), row([1, -1], '=', 1 / 7)],
      },
      5 / 21 + (Math.PI * 2) / 21,
      [5 / 21, 2 / 21],
      [(1 + Math.PI) / 2, (1 - Math.PI) / 2],
    ))

  it('prices of bounds: a unit more of a full column saves its reduced cost', async () => {
    const found = await solve({
      columns: [column(2, 0, 3), column(5, -1)],
      rows: [row([1, 1], '>=', 10)],
    })
    expect(found.objective).toBeCloseTo(41, DIGITS)
    expect(found.reducedCosts[0]).toBeCloseTo(-3, DIGITS)
  })

  it('says that nothing fits, or that there is no end to it', async () => {
    const never = await solve({ columns: [column(1, 0, 1)], rows: [row([1], '>=', 2)] })
    expect(never.status).toBe('infeasible')
    const endless = await solve({ columns: [column(-1)], rows: [row([1], '>=', 2)] })
    expect(endless.status).toBe('unbounded')
  })

  it('keeps columns that no row and no cost mentions, and long rows', async () => {
    const many = Array.from({ length: 300 }, () => column(1, 0.1))
    const found = await solve({
      columns: [...many, column(0, 2, 3)],
      rows: [
        row(
          many.map((_, c) => c + 0.123456789012345),
          '>=',
          1e5,
        ),
      ],
    })
    expect(found.status).toBe('optimal')
    const sum = many.reduce((total, _, c) => total + (c + 0.123456789012345) * found.values[c]!, 0)
    expect(sum).toBeCloseTo(1e5, 6)
    expect(found.values[300]).toBe(2)
  })
})
