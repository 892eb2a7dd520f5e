import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { packageFolder } from '../../storage/package-folder.ts'
import { importSeries } from '../import-series.ts'
import { createTextFile } from '../published-file.ts'
import { CODE_LISTS, createImportContext } from '../read-code-lists.ts'

const GOLDEN = path.join(packageFolder(), 'tests/golden/import')
const golden = (file: string): string => readFileSync(path.join(GOLDEN, file), 'utf8')
const context = createImportContext(
  new Map(
    CODE_LISTS.filter((file) => existsSync(path.join(GOLDEN, file))).map((file) => [file, golden(file)]),
  ),
)

/** Code and message of the error that importing these texts ends in. */
function refusal(...texts: string[]): string {
  try {
    importSeries(
      texts.map((text, index) => createTextFile(`file${index}`, String(index), text)),
      context,
    )
  } catch (error) {
    if (error instanceof HeadroomError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'imported'
}

const hexes = golden('geography/in/boards.hexjson')
const outlines = golden('geography/in/outlines.geojson')
const boards = golden('geography/in/icb-ltla.csv')
const changes = golden('geography/in/ltla22-ltla23.csv')
const councils = golden('geography/in/ltla23-utla23.csv')
const places = golden('geography/in/sub-locations.csv')
const nomis = golden('population-estimates-local/in/nomis.csv')

describe('what the importers of geography and local populations refuse', () => {
  it.each([
    ['a map of another layout', [hexes.replace('odd-r', 'even-r')], /^edition-cell: .*layout.*odd-r/],
    ['a map that lacks an area', [hexes.replace(/\t\t"QKK".*\n/, '')], /^edition-incomplete: .*QKK/],
    [
      'two areas in one place',
      [hexes.replace('"r":2,"q":0', '"r":2,"q":1')],
      /^edition-duplicate: .*column 1, row 2/,
    ],
    [
      'a place between two hexagons',
      [hexes.replace('"q":3', '"q":3.5')],
      /^edition-cell: .*hexes\.QKK, column q/,
    ],
    ['an area that is none', [hexes.replace('"QKK"', '"QZZ"')], /^edition-cell: .*QZZ/],
    ['a map cut short', [hexes.slice(0, -20)], /^edition-damaged: .*JSON/],
    [
      'outlines of a board that is none',
      [outlines.replace('E54000030', 'E54000999').replace('South East London', 'Atlantis')],
      /^edition-cell: .*Atlantis .*\(E54000999\)/,
    ],
    [
      'an outline twice',
      [outlines.replace('E54000062', 'E54000055').replace('Black Country', 'Birmingham and Solihull')],
      /^edition-duplicate: .*QHL/,
    ],
    ['an open ring', [outlines.replace('[1, 0]]', '[1, 0.01]]')], /^edition-cell: .*end where they begin/],
    ['a point beyond the pole', [outlines.replace('[1, 0.1]', '[1, 91]')], /^edition-cell: .*latitude/],
    [
      'a district that leads nowhere',
      [boards, changes.replace(/"E07000902".*\n/, ''), councils],
      /^edition-incomplete: .*E07000902/,
    ],
    [
      'a board whose codes disagree',
      [places.replace('"QHL"', '"QUA"')],
      /^edition-cell: .*row 3.*same by NHS code/,
    ],
    ['a date that is none', ['old_code,new_code,date\nRAA,RBB,2011-13-01\n'], /^edition-cell: .*2011-13-01/],
    [
      'a council without an age',
      [nomis.replace(/.*"Female","Age 50".*\n/, '')],
      /^edition-incomplete: .*E07000902 in 2024/,
    ],
    ['an age beyond the last', [nomis.replace('"Age 50"', '"Age 91"')], /^edition-cell: .*Aged 90\+.*Age 91/],
  ])('%s', (_, texts, expected) => {
    expect(refusal(...texts)).toMatch(expected)
  })

  it('and takes the files as they are', () => {
    for (const texts of [[hexes], [outlines], [boards, changes, councils], [places], [nomis]])
      expect(refusal(...texts)).toBe('imported')
  })
})
