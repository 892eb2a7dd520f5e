import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEASURES } from '../../src/domain/measure.ts'
import { afterRun } from '../../src/domain/run-address.ts'
import { FIGURE_KINDS, figureAddress } from '../../src/server/figures/figure-kinds.ts'
import { addressOf, type PageQuery, parsePageQuery } from '../../src/server/page-query.ts'
import { createBackground } from '../../src/views/method/background.ts'
import { createReader } from '../../src/views/projection-reader.ts'
import { AREA_ORDERS } from '../../src/views/tables/area-table.ts'
import { createTestProjection } from '../support/projection.ts'
import { readReferenceFiles } from '../support/read-reference-files.ts'

const reference = readReferenceFiles()
const reader = createReader(createTestProjection(reference, { years: 5 }))
const background = createBackground(reference)
const { areas, series, years } = reader.projection

const query = fc.record({
  area: fc.constantFrom(...areas),
  series: fc.constantFrom(...series),
  measure: fc.constantFrom('balance', ...MEASURES.map(({ code }) => code)),
  year: fc.constantFrom(...years),
  order: fc.constantFrom(...AREA_ORDERS),
  past: fc.boolean(),
})

const parse = (address: string): PageQuery =>
  parsePageQuery(Object.fromEntries(new URL(address, 'http://localhost').searchParams), {
    reader,
    background,
  })

describe('addresses', () => {
  it('hold all that a page is asked for: writing and reading gives the same again', () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(parse(addressOf('/explore', asked, reader))).toEqual(asked)
      }),
    )
  })

  it('are one for each page: reading and writing again changes nothing', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const address = addressOf('/explore', asked, reader)
        expect(addressOf('/explore', parse(address), reader)).toBe(address)
      }),
    )
  })

  it.each(FIGURE_KINDS.map((kind) => [kind.code, kind] as const))(
    'of the figure %s hold what it depends on',
    (_, kind) => {
      fc.assert(
        fc.property(query, (asked) => {
          const read = parse(figureAddress(kind, asked, { reader }, 'csv'))
          for (const part of kind.uses) expect(read[part]).toEqual(asked[part])
        }),
      )
    },
  )

  it('after a run never lead to another server', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const address = afterRun(`/runs/0123456789ab/${rest}`)
        expect(address).toMatch(/^\/(?![/\\])/)
      }),
    )
    expect(afterRun('/runs/0123456789ab/explore?area=QKK')).toBe('/explore?area=QKK')
    expect(afterRun('/runs/0123456789ab')).toBe('/')
    expect(afterRun('/runs/0123456789ab//example.org')).toBe('/example.org')
  })
})
