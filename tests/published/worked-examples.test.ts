import { describe, expect, it } from 'vitest'
import { WORKED_EXAMPLES } from '../../src/pipeline/examples/examples.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()

describe.each(WORKED_EXAMPLES)('$title, on the engine', (example) => {
  const figures = example.run(files)

  it.each(figures)('$name: $printed $unit as printed', ({ ours, printed, tolerance }) => {
    expect(Math.abs(ours - printed)).toBeLessThanOrEqual(tolerance)
  })

  it('says why where the difference is more than rounding', () => {
    for (const { name, printed, ours, note } of figures)
      if (Math.abs(ours - printed) > Math.max(0.5, Math.abs(printed) * 1e-3)) expect(note, name).not.toBe('')
  })
})
