import { HeadroomError } from '../../errors/headroom-error.ts'
import type { CouncilFinder } from '../council-names.ts'
import type { MissingReason } from '../missing.ts'
import type { PublishedFile } from '../published-file.ts'
import { readCells } from '../raw-csv.ts'
import { type Figure, financialYear, readFigure } from './figures.ts'
import { type Measure, readMeasures } from './measures.ts'

/** A measure of one council. */
export interface CouncilFigure extends Figure {
  readonly council: string
  readonly measure: string
}

/** An edition of the activity of councils as parsed. */
export interface ActivityReturn {
  readonly year: string
  readonly measures: readonly Measure[]
  readonly figures: readonly CouncilFigure[]
  /** The publisher’s figures of England by measure; estimates where councils are missing. */
  readonly england: ReadonlyMap<string, Figure>
  /** Councils that are in the file. */
  readonly councils: number
}

/** Measures without which the file is not what it says: weeks in care homes and hours of home care. */
const REQUIRED = ['C1', 'D1.1', 'D1.2', 'D1.3', 'F2.1', 'F2.2']
const NUMBERED = /^(\d{3})\s?-\s?(.+)$/
/** The notes of the publication: above 0 and at most 5. */
const MARKS: ReadonlyMap<string, MissingReason> = new Map([['-', 'suppressed']])

/**
 * Reads the activity of councils: merged headers over a row of codes, then councils by their number, the
 * total of England and notes.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseReturn(file: PublishedFile, councils: CouncilFinder): ActivityReturn {
  const rows = readCells(file)
  const year = financialYear(rows[0]?.[0] ?? '')
  if (year === null)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'the year in its title' })
  const { measures, codeRow } = readMeasures(file, rows, REQUIRED)
  const figures: CouncilFigure[] = []
  const seen = new Map<string, number>()
  let england: ReadonlyMap<string, Figure> | null = null
  rows.slice(codeRow + 1).forEach((cells, index) => {
    const number = codeRow + 2 + index
    const place = `${file.name}, row ${number}`
    const name = (cells[0] ?? '').trim()
    const council = councilOf(name, councils)
    const isEngland = /^total england$/i.test(name)
    if (council === null && !isEngland) {
      // Notes stand in the first column alone.
      if (cells.slice(1).every((cell) => cell.trim() === '')) return
      throw new HeadroomError('edition-cell', {
        place,
        column: 'council',
        expected: 'a council with its number, such as 406 - Birmingham',
        found: name.slice(0, 80) || 'nothing',
      })
    }
    const key = council ?? 'England'
    const first = seen.get(key)
    if (first !== undefined) throw new HeadroomError('edition-duplicate', { place, key, first })
    seen.set(key, number)
    const own = measures.map(({ code, column }) => ({
      measure: code,
      ...readFigure((cells[column] ?? '').trim(), { place, column: code }, MARKS),
    }))
    if (council === null) england = new Map(own.map(({ measure, ...figure }) => [measure, figure]))
    else for (const figure of own) figures.push({ council, ...figure })
  })
  if (england === null)
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: 'the row of the total of England',
    })
  return { year, measures, figures, england, councils: seen.size - 1 }
}

function councilOf(name: string, councils: CouncilFinder): string | null {
  const number = NUMBERED.exec(name)?.[1]
  return number === undefined ? null : councils.byNumber(number)
}
