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
const golden = (file: string): string => readFileSync(path.join(GOLDEN, file), 'utf8')

/** Code and message of the error that importing these texts ends in. */
function refusal(...texts: string[]): string {
  const files = texts.map((text, index) => createTextFile(`file${index}.csv`, String(index), text))
  try {
    importSeries(files, context)
  } catch (error) {
    if (error instanceof HeadroomError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'imported'
}

const april = golden('nhs-ae-activity/in/april.csv')
const trusts = golden('nhs-ae-activity/in/trusts.csv')
const reasons = golden('nhs-sickness-reason/in/later.csv')
const ETHNICITY = 'Time,Ethnicity,Ethnicity_type,Staff_Group,Role_Group,Grade,Value\n'

describe('what importers of the NHS series refuse', () => {
  it.each([
    [
      'activity cut short',
      [april.slice(0, april.indexOf('Total ,')), trusts],
      /^edition-incomplete: .*total/,
    ],
    ['activity without the look-up', [april], /^edition-companion: .*look-up of trusts/],
    [
      'a number of attendances below 0',
      [april.replace(',100,', ',-100,'), trusts],
      /^edition-cell: .*row 2.*Type 1/,
    ],
    ['a month that is none', [april.replace('APRIL', 'APRUARY'), trusts], /^edition-cell: .*APRUARY/],
    ['shares that don’t sum to 1', [trusts.replace('0.75', '0.7')], /^edition-total: .*RJ1/],
    ['an area that is none', [trusts.replace('E54000062', 'E54000999')], /^edition-areas: .*E54000999/],
    ['a reason without its code', [reasons.replace('S14 Asthma', 'Asthma')], /^edition-cell: .*REASON/],
    ['a reason twice', [reasons.replace('S14 Asthma', 'S11 Back Problems')], /^edition-duplicate: /],
    [
      'an ethnicity never seen',
      [`${ETHNICITY}2022-06-01,Martian,x,x,Midwives,Band 5,3\n`],
      /^edition-cell: .*Martian/,
    ],
    [
      'a staff group never seen',
      [`${ETHNICITY}2022-06-01,White,x,x,Wizards,Band 5,3\n`],
      /^edition-groups: .*Wizards/,
    ],
    ['half a person', [`${ETHNICITY}2022-06-01,White,x,x,Midwives,Band 5,3.5\n`], /^edition-cell: .*whole/],
    ['a damaged code', ['YEAR,ORG_CODE,STABILITY\n2017,50,80\n'], /^edition-cell: .*ORG_CODE/],
    ['an index above 100', ['YEAR,ORG_CODE,STABILITY\n2017,RJ1,180\n'], /^edition-cell: .*STABILITY/],
    ['no rows', ['YEAR,ORG_CODE,STABILITY\n'], /^edition-incomplete: /],
  ])('%s', (_, texts, expected) => {
    expect(refusal(...texts)).toMatch(expected)
  })

  it('nothing of the files they are made from', () => {
    expect(refusal(april, trusts)).toBe('imported')
    expect(refusal(reasons)).toBe('imported')
  })
})
