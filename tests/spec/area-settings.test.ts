import { describe, expect, it } from 'vitest'
import { readAreaSettings } from '../../src/datasets/read-area-settings.ts'
import { readReference } from '../../src/pipeline/read-reference.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()
const reference = readReference(files)
const settings = new Map(readAreaSettings(files, reference).map((setting) => [setting.area, setting]))
const flagged = (flag: string): readonly string[] =>
  [...settings.values()]
    .filter(({ flags }) => flags.some((own) => own === flag))
    .map(({ area }) => area)
    .sort()

describe('what kind of places the areas are', () => {
  it('coastal are those that a map shows by the sea, and no others', () => {
    expect(flagged('coastal')).toEqual(
      [
        'QT6', // Cornwall
        'QJK', // Devon
        'QSL', // Somerset
        'QUY', // Bristol and the Severn’s mouth
        'QVV', // Dorset
        'QRL', // Hampshire and the Isle of Wight
        'QNX', // Sussex
        'QKS', // Kent
        'QH8', // Mid and South Essex
        'QJG', // Suffolk and North East Essex
        'QMM', // Norfolk
        'QJM', // Lincolnshire
        'QOQ', // Humber and North Yorkshire
        'QHM', // North East and North Cumbria
        'QE1', // Lancashire and South Cumbria
        'QYG', // Cheshire and Merseyside
      ].sort(),
    )
  })

  it('the most coastal are the peninsulas', () => {
    const order = [...settings.values()].sort((a, b) => (b.coastShare ?? 0) - (a.coastShare ?? 0))
    expect(order.slice(0, 2).map(({ area }) => area)).toEqual(['QT6', 'QKS'])
  })

  it.each([
    ['Cornwall', 'QT6', true],
    ['Lincolnshire', 'QJM', true],
    ['Norfolk and Waveney', 'QMM', true],
    ['Birmingham and Solihull', 'QHL', false],
    ['South East London', 'QKK', false],
    ['Greater Manchester', 'QOP', false],
  ])('%s: rural or not', (_, area, isRural) => {
    expect(settings.get(area)?.flags.includes('rural')).toBe(isRural)
  })

  it('London is the densest, and no area is emptier than Lincolnshire', () => {
    const order = [...settings.values()].sort((a, b) => (b.peoplePerKm2 ?? 0) - (a.peoplePerKm2 ?? 0))
    const london = reference.areas.filter(({ region }) => region === 'Y56').map(({ code }) => code)
    expect(
      order
        .slice(0, 5)
        .map(({ area }) => area)
        .sort(),
    ).toEqual([...london].sort())
    expect(order.at(-1)?.area).toBe('QJM')
  })

  it('deprivation is highest in Birmingham and the Black Country, lowest in Surrey', () => {
    const order = [...settings.values()].sort((a, b) => (b.imdScore ?? 0) - (a.imdScore ?? 0))
    expect(order.slice(0, 2).map(({ area }) => area)).toEqual(['QHL', 'QUA'])
    expect(order.at(-1)?.area).toBe('QXU')
  })

  it('without the tables nothing is flagged', () => {
    const bare = new Map([...files].filter(([name]) => !name.includes('/area-')))
    bare.set('reference/area-flag-rules.csv', files.get('reference/area-flag-rules.csv') ?? '')
    for (const setting of readAreaSettings(bare, reference))
      expect(setting).toEqual({
        area: setting.area,
        coastShare: null,
        peoplePerKm2: null,
        ruralShare: null,
        imdScore: null,
        mostDeprivedShare: null,
        flags: [],
      })
  })
})
