import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { refuseTwice } from '../social-care-outcomes/council-outcome.ts'
import type { CountyDistrict } from './county-districts.ts'
import { VACANCY_COLUMNS } from './kind.ts'

/** Rates of adult social care of one council in 2019/20. */
export interface CouncilVacancy {
  readonly council: string
  /** Vacancies as a share of posts. */
  readonly vacancy: number
  /** Leavers as a share of staff; not the published rate, see the notes of the series. */
  readonly turnover: number
  /** Mean days of sickness a worker and year. */
  readonly sicknessDays: number
  /** Districts whose parts were added up; 1 for a council that has none. */
  readonly districts: number
}

/** The file as parsed. */
export interface Vacancies {
  readonly councils: readonly CouncilVacancy[]
  /** Rows without a district or without figures. */
  readonly blank: number
  /** Rows that were read. */
  readonly rows: number
}

const UPPER = /^E(06|08|09)\d{6}$/

/**
 * Reads the rates by council. In counties the file spreads the council's figure over its districts in parts
 * that add up to it, so they are added up; other councils have one row.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseVacancies(file: PublishedFile, districts: readonly CountyDistrict[]): Vacancies {
  const county = new Map(districts.map(({ code, council }) => [code, council]))
  const seen = new Map<string, number>()
  const sums = new Map<string, CouncilVacancy>()
  let blank = 0
  let read = 0
  const { rows } = readRawCsv(file, VACANCY_COLUMNS)
  for (const row of rows) {
    read += 1
    const code = row.text('LAD19CD')
    const figures = VACANCY_COLUMNS.slice(1).map((column) =>
      row.numericOrMissing(column, { min: 0, max: column === 'Mean sickness days' ? 366 : 1 }),
    )
    const [turnover, sicknessDays, vacancy] = figures
    if (code === 'NA' || turnover == null || sicknessDays == null || vacancy == null) {
      blank += 1
      continue
    }
    const council =
      (UPPER.test(code) ? code : county.get(code)) ??
      row.refuse('LAD19CD', 'the ONS code of a district or council of 2019')
    refuseTwice(seen, row, code)
    const before = sums.get(council) ?? { council, vacancy: 0, turnover: 0, sicknessDays: 0, districts: 0 }
    sums.set(council, {
      council,
      vacancy: before.vacancy + vacancy,
      turnover: before.turnover + turnover,
      sicknessDays: before.sicknessDays + sicknessDays,
      districts: before.districts + 1,
    })
  }
  // A county of which a district is missing would come out too low.
  for (const { code, council } of districts)
    if (sums.has(council) && !seen.has(code))
      throw new HeadroomError('edition-incomplete', { file: file.name, missing: `the district ${code}` })
  if (sums.size === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'figures of any council' })
  const councils = [...sums.values()].sort((a, b) => (a.council < b.council ? -1 : 1))
  return { councils, blank, rows: read }
}
