import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { HeadroomError } from '../errors/headroom-error.ts'
import { packageFolder } from '../storage/package-folder.ts'
import { importSeries } from './import-series.ts'
import { createTextFile } from './published-file.ts'
import { CODE_LISTS, createImportContext } from './read-code-lists.ts'

const GOLDEN = path.join(packageFolder(), 'tests/golden/import')
const lists = CODE_LISTS.filter((file) => existsSync(path.join(GOLDEN, file))).map(
  (file) => [file, readFileSync(path.join(GOLDEN, file), 'utf8')] as const,
)
const context = createImportContext(new Map(lists))
const golden = (file: string): string => readFileSync(path.join(GOLDEN, file), 'latin1')
const LOOKUPS = ['icb-ltla', 'ltla22-ltla23', 'ltla23-utla23'].map((name) =>
  golden(`social-care-activity/in/${name}.csv`),
)

/** Code and message of the error that importing a file with the look-ups ends in. */
function refusal(text: string, name: string): string {
  const files = [text, ...LOOKUPS].map((content, index) =>
    createTextFile(index === 0 ? name : `lookup${index}.csv`, String(index), content),
  )
  try {
    importSeries(files, context)
  } catch (error) {
    if (error instanceof HeadroomError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'imported'
}

const file = (name: string) => ({ name: path.basename(name), text: golden(name) })
const ACTIVITY = file('social-care-activity/in/annex-2013-14.csv')
const COSTS = file('social-care-activity/in/pss-exp-14-15-unit-cost.csv')
const RETURN = file('social-care-activity/in/asc-fr-activity.csv')
const TOTALS = file('social-care-activity/in/asc-fr-totals.csv')
const HARMONISED = file('social-care-activity/in/harmonised.csv')
const DIRECTORY = file('care-directory/in/directory.csv')
const MEASURES = file('social-care-measures/in/oflog.csv')

/** The columns of a table in another order. */
const shuffled = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.split(',').reverse().join(','))
    .join('\n')

describe('what importers of social care refuse', () => {
  it.each([
    [
      'activity cut short',
      ACTIVITY,
      (text: string) => text.slice(0, text.indexOf('TOTAL England')),
      /^edition-incomplete: .*total of England/,
    ],
    [
      'activity whose codes are out of order',
      ACTIVITY,
      (text: string) => text.replace('C1,C4', 'C4,C1'),
      /^edition-columns: .*order/,
    ],
    [
      'activity without its codes',
      ACTIVITY,
      (text: string) => text.replace(',A1.1,', ',reviews,'),
      /^edition-columns: .*the codes/,
    ],
    [
      'activity without a measure that it is known by',
      ACTIVITY,
      (text: string) => text.replace('F2.2', 'F2.3'),
      /^edition-columns: .*F2\.2/,
    ],
    [
      'a council that is none',
      ACTIVITY,
      (text: string) => text.replace('406 - Birmingham', '999 - Atlantis'),
      /^edition-cell: .*row 7.*Atlantis/,
    ],
    [
      'a council twice',
      ACTIVITY,
      (text: string) => text.replace('408 - Dudley', '406 - Birmingham'),
      /^edition-duplicate: .*E08000025/,
    ],
    [
      'a mark never seen',
      ACTIVITY,
      (text: string) => text.replace('"11,845"', '??'),
      /^edition-cell: .*row 7.*A1\.1.*\?\?/,
    ],
    [
      'activity of no year',
      ACTIVITY,
      (text: string) => text.replace('2013-14', 'this year'),
      /^edition-incomplete: .*year/,
    ],
    [
      'a council missing',
      ACTIVITY,
      (text: string) => text.replace(/800 - Old county.*\r\n/, ''),
      /^edition-incomplete: .*QKK/,
    ],
    [
      'unit costs under a name without their year',
      { ...COSTS, name: 'costs.csv' },
      (text: string) => text,
      /^edition-incomplete: .*14-15/,
    ],
    [
      'an age never seen',
      COSTS,
      (text: string) => text.replace('Age 65 and over', 'Age 70 and over'),
      /^edition-cell: .*Age category/,
    ],
    [
      'a unit cost twice',
      COSTS,
      (text: string) => text.replace('Own provision', 'All'),
      /^edition-duplicate: /,
    ],
    [
      'figures beside a note',
      COSTS,
      (text: string) => text.replace('Age 18 and over', ''),
      /^edition-cell: .*Age category/,
    ],
    [
      'a council of the return that is none',
      RETURN,
      (text: string) => text.replace('E08000025', 'E99000001'),
      /^edition-cell: .*GEOGRAPHY_CODE/,
    ],
    [
      'an item of the return twice',
      RETURN,
      (text: string) => text.replace('406,E08000025', '408,E08000027'),
      /^edition-duplicate: /,
    ],
    [
      'a word for an amount',
      TOTALS,
      (text: string) => text.replace('1000,100.0', 'lots,100.0'),
      /^edition-cell: .*TOTALEXPENDITURE.*lots/,
    ],
    [
      'a provider never seen',
      HARMONISED,
      (text: string) => text.replace('"External"', '"Robots"'),
      /^edition-cell: .*ActivityProvision/,
    ],
    [
      'a setting never seen',
      HARMONISED,
      (text: string) => text.replace('"Day care"', '"Moon base"'),
      /^edition-cell: .*SupportSetting/,
    ],
    [
      'the day first',
      DIRECTORY,
      (text: string) => text.replaceAll('05/29/2026', '29/05/2026'),
      /^edition-cell: .*Publication Date.*29\/05\/2026/,
    ],
    [
      'a rating never seen',
      DIRECTORY,
      (text: string) => text.replace('Inadequate', 'Awful'),
      /^edition-cell: .*Latest Rating.*Awful/,
    ],
    [
      'a location in two councils',
      DIRECTORY,
      (text: string) => text.replace('Town,Birmingham', 'Town,New east'),
      /^edition-cell: .*Location Local Authority/,
    ],
    [
      'a rating twice',
      DIRECTORY,
      (text: string) => text.replace('Overall,Safe', 'Overall,Overall'),
      /^edition-duplicate: /,
    ],
    [
      'a median that differs from row to row',
      MEASURES,
      (text: string) => text.replace(',20,25,', ',20,26,'),
      /^edition-cell: .*MEDIAN/,
    ],
    [
      'a ranking never seen',
      MEASURES,
      (text: string) => text.replace(',None', ',sideways'),
      /^edition-cell: .*rank_order/,
    ],
    [
      'a measure without its code',
      MEASURES,
      (text: string) => text.replace('Code,Value', 'Kode,Value'),
      /^edition-columns: .*Code/,
    ],
  ] as const)('%s', (_, { name, text }, damage, expected) => {
    const damaged = damage(text)
    expect(name === 'costs.csv' || damaged !== text).toBe(true)
    expect(refusal(damaged, name)).toMatch(expected)
  })

  it.each([RETURN, TOTALS])('nothing of $name with its columns in another order', ({ name, text }) => {
    expect(refusal(shuffled(text), name)).toBe('imported')
  })

  it.each([ACTIVITY, COSTS, RETURN, TOTALS, HARMONISED, DIRECTORY, MEASURES])(
    'nothing of $name as it is',
    ({ name, text }) => {
      expect(refusal(text, name)).toBe('imported')
    },
  )
})
