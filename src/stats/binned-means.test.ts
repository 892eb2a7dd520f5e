import { expect, it } from 'vitest'
import { binnedMeans } from './binned-means.ts'

it('gives each draw the mean of the draws with a parameter like its own', () => {
  expect([...binnedMeans([10, 1, 30, 3], [5, 1, 6, 2], 2)]).toEqual([20, 2, 20, 2])
  expect([...binnedMeans([10, 1, 30, 3], [5, 1, 6, 2], 1)]).toEqual([11, 11, 11, 11])
  expect([...binnedMeans([10, 1, 30, 3], [5, 1, 6, 2], 4)]).toEqual([10, 1, 30, 3])
})

it('leaves the overall mean alone where bins differ in size', () => {
  const means = binnedMeans([1, 2, 3, 4, 10], [1, 2, 3, 4, 5], 2)
  expect([...means]).toEqual([1.5, 1.5, 17 / 3, 17 / 3, 17 / 3])
})

it('refuses more bins than draws, none, and parameters of other draws', () => {
  for (const bins of [0, 3, 1.5]) expect(() => binnedMeans([1, 2], [1, 2], bins)).toThrow(RangeError)
  expect(() => binnedMeans([1, 2], [1], 1)).toThrow(RangeError)
})
