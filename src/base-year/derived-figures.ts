import { STAFF_BANDS } from '../domain/assumption-book.ts'
import { OLDEST } from '../domain/cohort.ts'
import type { Statistics } from '../domain/statistics.ts'
import { singleYears } from '../stats/single-years.ts'

/** A figure of the assumption book that is worked out from a published series. */
export interface DerivedFigure {
  /** Table and key of the row, and the figure in words. */
  readonly table: string
  readonly key: string
  readonly figure: string
  readonly value: number
  /** Largest difference that is rounding. */
  readonly rounding: number
}

const MONTHS = 12
/** Whole years over which a trend of grades is taken. */
const TREND_YEARS = 3
/** Lower edges of the ages in which the GP earnings series counts, and the age of the youngest qualified GPs. */
const GP_BANDS = ['<40', '>=40<50', '>=50<60', '>=60'] as const
const GP_EDGES = [29, 40, 50, 60, OLDEST + 1] as const

/**
 * The book's figures that follow from series by arithmetic alone, worked out anew from the statistics at
 * hand. `headroom check` holds the book's rows against them, so that a new edition shows where a row is old.
 */
export function derivedFigures(statistics: Statistics): DerivedFigure[] {
  return [...consultantShares(statistics), ...networkPosts(statistics), ...gpProfile(statistics)]
}

/**
 * Consultants among the turnover file's doctors: consultants of the newest month of the grade series
 * carried on at their own growth over its last years, over the file's doctors; the others are the rest.
 */
function consultantShares({ grades, flows, flowsPeriod }: Statistics): DerivedFigure[] {
  const doctors = grades.filter(({ staffGroup }) => staffGroup === 'all-hchs-doctors')
  const newest = doctors
    .map(({ month }) => month)
    .sort()
    .at(-1)
  if (newest === undefined) return []
  const earliest = monthIndex(newest) - TREND_YEARS * MONTHS
  const first = doctors
    .map(({ month }) => month)
    .filter((month) => monthIndex(month) >= earliest)
    .sort()[0]!
  const consultants = (month: string): number =>
    doctors.find((row) => row.month === month && row.grade === 'consultant')?.headcount ?? 0
  const counted = flows
    .filter(({ staffGroup, unit }) => staffGroup === 'hchs-doctors' && unit === 'headcount')
    .reduce((sum, { closing }) => sum + closing, 0)
  const span = monthIndex(newest) - monthIndex(first)
  if (span === 0 || counted === 0) return []
  const ahead = monthIndex(flowsPeriod.split('/')[1] ?? newest) - monthIndex(newest)
  // A straight line in heads: the grade series has grown by near the same number every year.
  const now = consultants(newest) + ((consultants(newest) - consultants(first)) * ahead) / span
  const share = now / counted
  return [
    { ...SPLIT, key: 'consultants', value: share },
    { ...SPLIT, key: 'specialty-doctors', value: 1 - share },
  ]
}

const SPLIT = { table: 'occupation-splits', figure: 'share of the staff group', rounding: 0.0005 } as const

/** FTE of a post in primary care networks: the mean of the areas, weighted by networks. */
function networkPosts({ networkPosts: posts }: Statistics): DerivedFigure[] {
  const networks = posts.reduce((sum, row) => sum + row.networks, 0)
  if (networks === 0) return []
  const value = posts.reduce((sum, row) => sum + row.networks * row.meanFte, 0) / networks
  const row = { table: 'occupation-stocks', figure: 'FTE per head', rounding: 0.002, value }
  return [
    { ...row, key: 'pcn-clinical-roles' },
    { ...row, key: 'pcn-personalised-care' },
  ]
}

/** Sex and ages of GPs from the earnings series, its four age groups carried to the book's bands. */
function gpProfile({ gpAges }: Statistics): DerivedFigure[] {
  const people = (group: string): number => gpAges.find((row) => row.group === group)?.people ?? 0
  const women = people('female')
  const all = women + people('male')
  const bands = GP_BANDS.map(people)
  const total = bands.reduce((a, b) => a + b, 0)
  if (all === 0 || total === 0) return []
  const years = singleYears(bands, GP_EDGES)
  const row = { table: 'age-sex', key: 'general-practitioners', rounding: 0.0015 }
  return [
    { ...row, figure: 'share who are women', value: women / all },
    ...STAFF_BANDS.slice(0, -1).map((from, k) => {
      const to = STAFF_BANDS[k + 1]!
      const heads = years.reduce(
        (sum, count, i) => (GP_EDGES[0] + i >= from && GP_EDGES[0] + i < to ? sum + count : sum),
        0,
      )
      return { ...row, figure: `share aged ${from} to ${to - 1}`, value: heads / total }
    }),
  ]
}

const monthIndex = (month: string): number => Number(month.slice(0, 4)) * MONTHS + Number(month.slice(5, 7))
