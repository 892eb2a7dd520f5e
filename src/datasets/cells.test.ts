import { describe, expect, it } from 'vitest'
import { AGE_BANDS, toBands } from './age-bands.ts'
import { createAreaFinder, plainName } from './area-names.ts'
import { missingReason } from './missing.ts'
import { parseNumber } from './parse-number.ts'

describe('a number in a published cell', () => {
  it.each([
    ['12', 12],
    ['-0.026666667', -0.026666667],
    ['1,234,567.8', 1_234_567.8],
    ['1e3', 1000],
    ['.5', 0.5],
    ['1,23', null],
    ['12,34,567', null],
    ['7.7 (7.6)', null],
    ['1e999', null],
    ['0x10', null],
    ['', null],
    ['NaN', null],
  ])('%s', (text, value) => expect(parseNumber(text)).toBe(value))
})

describe('a mark for no value', () => {
  it.each([
    ['*', 'suppressed'],
    ['[c]', 'suppressed'],
    [' [x] ', 'not available'],
    ['NA', 'not available'],
    ['..', 'not available'],
    ['[z]', 'not applicable'],
    ['', 'blank'],
    ['0', null],
    ['low', 'suppressed'],
    ['high', null],
  ])('%s', (text, reason) => expect(missingReason(text)).toBe(reason))
})

describe('an area named by a publisher', () => {
  const years = { validFrom: '2022-07-01', validTo: null }
  const areas = createAreaFinder([
    { ...years, code: 'QRL', onsCode: 'E54000042', name: 'Hampshire and Isle of Wight' },
    { ...years, code: 'QNX', onsCode: 'E54000064', name: 'Sussex' },
  ])

  it('is found without the words publishers add', () => {
    expect(plainName('NHS Hampshire & the Isle Of Wight Integrated Care Board ')).toBe(
      'hampshire and isle of wight',
    )
    expect(areas.byName('NHS Hampshire and Isle Of Wight ICB')).toBe('QRL')
    expect(areas.byName('Surrey')).toBeNull()
  })

  it('is found by code, and by name where its ONS code has changed', () => {
    expect(areas.byCode(' QNX ')).toBe('QNX')
    expect(areas.byCode('E54000064')).toBeNull()
    expect(areas.byOns('E54000053', 'NHS Sussex Integrated Care Board')).toBe('QNX')
    expect(areas.byOns('E54000064', 'Sussex Health and Care')).toBe('QNX')
    expect(areas.byOns('E54000099', 'Nowhere')).toBeNull()
  })

  it('is looked for only in months in which it counts, but in all of before the first', () => {
    const merged = createAreaFinder([
      { code: 'QAA', onsCode: 'E1', name: 'Old', validFrom: '2022-07-01', validTo: '2026-03-31' },
      { code: 'QBB', onsCode: 'E2', name: 'Stays', validFrom: '2022-07-01', validTo: null },
      { code: 'QZY', onsCode: 'E3', name: 'New', validFrom: '2026-04-01', validTo: null },
    ])
    expect(merged.codesIn('2021-01')).toEqual(['QAA', 'QBB'])
    expect(merged.codesIn('2026-03')).toEqual(['QAA', 'QBB'])
    expect(merged.codesIn('2026-04')).toEqual(['QBB', 'QZY'])
  })
})

describe('age bands', () => {
  it('are 0-4 to 85-89 and 90+', () => {
    expect([AGE_BANDS.length, AGE_BANDS[0], AGE_BANDS[17], AGE_BANDS[18]]).toEqual([
      19,
      '0-4',
      '85-89',
      '90+',
    ])
  })

  it('keep everyone, those over 90 in the last', () => {
    const bands = toBands(new Array<number>(106).fill(1))
    expect(bands.slice(0, 18)).toEqual(new Array(18).fill(5))
    expect(bands[18]).toBe(16)
  })
})
