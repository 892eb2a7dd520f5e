import { describe, expect, it } from 'vitest'
import { seriesNoun } from './series-noun.ts'

describe('the people of a series', () => {
  it.each([
    ['all', 'All health and care staff', 'health and care staff'],
    ['sector', 'NHS hospital and community', 'NHS hospital and community staff'],
    ['sector', 'Adult social care', 'adult social care staff'],
    ['occupation', 'Midwives', 'midwives'],
    ['occupation', 'GP trainees', 'GP trainees'],
    ['occupation', 'Psychological professions', 'psychological professions staff'],
    ['occupation', 'Registered nurses in social care', 'registered nurses in social care'],
    ['occupation', 'Staff of unknown classification', 'staff of unknown classification'],
    [
      'staff_group',
      'Support to doctors, nurses and midwives',
      'staff who support doctors, nurses and midwives',
    ],
    ['staff_group', 'Support to ambulance staff', 'staff who support ambulance staff'],
    ['staff_group', 'Hotel, property and estates', 'hotel, property and estates staff'],
  ] as const)('%s “%s” are %s', (level, name, expected) => {
    expect(seriesNoun({ level, code: 'any', name })).toBe(expected)
  })
})
