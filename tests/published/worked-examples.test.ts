import { describe, expect, it } from 'vitest'
import { WORKED_EXAMPLES } from '../../src/pipeline/examples/examples.ts'
import { distance } from '../../src/pipeline/examples/worked-example.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()

describe.each(WORKED_EXAMPLES)('$title, on the engine', (example) => {
  const figures = example.run(files)

  it.each(figures.filter(({ missed }) => !missed))('$name: $printed $unit as printed', (figure) => {
    expect(Math.abs(distance(figure))).toBeLessThanOrEqual(figure.tolerance)
  })

  it.each(figures.filter(({ missed }) => missed))('$name: not $printed $unit, $missed.why', (figure) => {
    expect(distance(figure) / figure.missed!.by).toBeCloseTo(1, 2)
    expect(Math.abs(distance(figure))).toBeGreaterThan(figure.tolerance)
  })
})
