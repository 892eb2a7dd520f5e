import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { BaseYear, MarginResidual } from '../domain/base-year.ts'
import { AGES, SEXES } from '../domain/cohort.ts'
import type { Finding } from '../domain/finding.ts'
import type { Reference } from '../domain/reference.ts'
import type { Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { fitAgeSex, participationProfiles } from './age-sex.ts'
import { type CareRelatives, careRelatives } from './care-areas.ts'
import { fitOccupationStocks } from './occupation-stocks.ts'
import { fitTurnover } from './turnover.ts'

/**
 * The 31 March that the stocks stand for: the one nearest to the month of the turnover file's closing
 * staff in post, which are carried to that date unchanged.
 * @param period `YYYY-MM/YYYY-MM`, opening and closing month
 */
export function baseYearOf(period: string): number {
  const [year = 0, month = 0] = (period.split('/')[1] ?? '').split('-').map(Number)
  return month > 9 ? year + 1 : year
}

/**
 * Builds the table N[occupation, sex, age, area] that meets every published margin, with the rates at
 * which people join and leave; see `docs/explanation/base-year.md`.
 * @throws HeadroomError where a table lacks a row or two margins contradict each other
 */
export function buildBaseYear(reference: Reference, statistics: Statistics, book: AssumptionBook): BaseYear {
  const { occupations, areas } = reference
  const stocks = fitOccupationStocks(reference, statistics, book)
  const { heads, margins } = fitAgeSex(reference, statistics, book, stocks.heads)
  const participation = participationProfiles(reference, book)
  const participationArea = fitParticipation(
    heads,
    participation,
    stocks.fte,
    occupations.length,
    areas.length,
  )
  const care = careRelatives(
    statistics,
    areas.map(({ code }) => code),
  )
  const turnover = fitTurnover(reference, statistics, book, stocks.heads, care)
  const vacancyRate = new Float64Array(occupations.length * areas.length)
  for (const [o, { code }] of occupations.entries()) {
    const row = book.vacancies.get(code)
    if (!row)
      throw new HeadroomError('table-incomplete', { file: 'data/assumptions/vacancies.csv', missing: code })
    vacancyRate.fill(row.rate, o * areas.length, (o + 1) * areas.length)
  }
  spreadVacancies(reference, care, stocks.fte, vacancyRate)
  return {
    year: baseYearOf(statistics.flowsPeriod),
    heads,
    participation,
    participationArea,
    ...turnover,
    vacancyRate,
    sicknessRate: Float64Array.from(areas, ({ code }) => statistics.sickness.get(code)!),
    abroadShare: Float64Array.from(areas, ({ region }) => statistics.abroad.get(region)!),
    margins: [
      ...stocks.margins,
      ...margins,
      ...groupResiduals(reference, statistics, stocks.heads, stocks.fte),
    ],
    findings: doubleCounting(statistics),
  }
}

/**
 * Social care’s vacancy rates differ by area as its published vacancies do: vacant over filled posts of each
 * occupation are multiplied by the area's relative vacancies, and all its vacant posts stay what they were.
 * @param vacancyRate changed in place [o][r]
 */
function spreadVacancies(
  { occupations, areas }: Reference,
  { vacancy }: CareRelatives,
  fte: Float64Array,
  vacancyRate: Float64Array,
): void {
  for (const [o, { sector }] of occupations.entries()) {
    if (sector !== 'social-care') continue
    let weighted = 0
    let total = 0
    for (let r = 0; r < areas.length; r++) {
      weighted += fte[o * areas.length + r]! * vacancy[r]!
      total += fte[o * areas.length + r]!
    }
    for (let r = 0; r < areas.length; r++) {
      const national = vacancyRate[o * areas.length + r]!
      const vacantPerFilled = ((national / (1 - national)) * vacancy[r]! * total) / weighted
      vacancyRate[o * areas.length + r] = vacantPerFilled / (1 + vacantPerFilled)
    }
  }
}

/** Factor on participation that turns the fitted heads into the known FTE [o][r]. */
function fitParticipation(
  heads: Float64Array,
  participation: Float64Array,
  fte: Float64Array,
  occupations: number,
  areas: number,
): Float64Array {
  const plain = new Float64Array(occupations * areas)
  for (let o = 0; o < occupations; o++)
    for (let c = 0; c < SEXES.length * AGES; c++) {
      const i = o * SEXES.length * AGES + c
      for (let r = 0; r < areas; r++) plain[o * areas + r]! += heads[i * areas + r]! * participation[i]!
    }
  return plain.map((value, i) => (value > 0 ? fte[i]! / value : 1))
}

/** Fitted against published headcount and FTE of every staff group, by area. */
function groupResiduals(
  reference: Reference,
  statistics: Statistics,
  heads: Float64Array,
  fte: Float64Array,
): MarginResidual[] {
  const { occupations, areas } = reference
  return reference.staffGroups.flatMap((group) =>
    (['headcount', 'fte'] as const).flatMap((unit) => {
      const flows = statistics.flows.filter((flow) => flow.staffGroup === group.code && flow.unit === unit)
      if (flows.length === 0) return []
      let worst = 0
      let worstCell = areas[0]!.code
      for (const [r, { code }] of areas.entries()) {
        const published = flows.reduce((sum, flow) => (flow.area === code ? sum + flow.closing : sum), 0)
        let fitted = 0
        for (const [o, occupation] of occupations.entries())
          if (occupation.staffGroup === group.code)
            fitted += (unit === 'fte' ? fte : heads)[o * areas.length + r]!
        const residual = published === 0 ? fitted : Math.abs(fitted / published - 1)
        if (residual > worst) {
          worst = residual
          worstCell = code
        }
      }
      const margin = `${group.name}, ${unit}, by area`
      return [{ margin, kind: `staff group’s ${unit} by area`, cells: areas.length, worst, worstCell }]
    }),
  )
}

/** The publisher counts a person with two roles once in its total and twice in its groups. */
function doubleCounting(statistics: Statistics): Finding[] {
  const sum = (isTotal: boolean): number =>
    statistics.flows
      .filter(({ staffGroup, unit }) => unit === 'headcount' && (staffGroup === 'all') === isTotal)
      .reduce((total, flow) => total + flow.closing, 0)
  const total = sum(true)
  const groups = sum(false)
  if (total === 0 || groups === total) return []
  return [
    {
      rule: 'headcount-of-groups',
      severity: 'note',
      message: `The staff groups’ headcounts add up to ${groups}, the publisher’s own total is ${total}: ${groups - total} people hold roles in two groups and are counted in both here.`,
      place: 'statistics/nhs-turnover/staff-flows.csv',
    },
  ]
}
