import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../tests/support/data-files.ts'
import { plainCouncil, readCouncilFinder, SEVERAL } from './council-names.ts'

describe('names of councils', () => {
  const councils = readCouncilFinder(dataFiles())

  it.each([
    ['215-Kingston%20upon%20Hull%20UA', 'E06000010'],
    ['Kingston.upon.Hull', 'E06000010'],
    ['Kingston upon Hull, City of', 'E06000010'],
    ['318-St. Helens', 'E08000013'],
    ['Stockton-on-Tees UA', 'E06000004'],
    ['Bath.and.North.East.Somerset', 'E06000022'],
    ['908-Bath and Somerset UA', 'E06000022'],
    ['Bedford Borough ', 'E06000055'],
    ['Bedfordshire', 'E10000001'],
    ['Bournemouth, Christchurch and Poole', 'E06000058'],
    ['TOTAL%20England', 'E92000001'],
    ['North.East', SEVERAL],
  ])('%s is %s', (name, code) => {
    expect(councils.byName(name)).toBe(code)
  })

  it('finds no council where there is none', () => {
    expect(councils.byName('NA')).toBeNull()
    expect(councils.byName('Rutland and Stamford')).toBeNull()
    expect(councils.byNumber('999')).toBeNull()
  })

  it('keeps apart what differs in more than spelling', () => {
    expect(plainCouncil('Derby UA')).not.toBe(plainCouncil('Derbyshire'))
    expect(plainCouncil('Lancaster UA')).toBe('lancaster')
  })

  it('knows the councils by the number of their returns', () => {
    expect(councils.byNumber('102')).toBe('E10000006')
    expect(councils.byNumber('906')).toBe('E06000053')
  })
})
