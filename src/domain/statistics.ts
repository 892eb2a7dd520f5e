import type { Sex } from './cohort.ts'

/** Staff of one staff group and kind of organisation in one area over one month. */
export interface StaffFlow {
  readonly area: string
  /** The publisher's benchmark group of organisations, for example `acute-teaching`. */
  readonly benchmarkGroup: string
  /** Code of a staff group, or `all` for the publisher's own total. */
  readonly staffGroup: string
  readonly unit: 'headcount' | 'fte'
  readonly opening: number
  readonly closing: number
  readonly joiners: number
  readonly leavers: number
}

/** A yearly share of social care’s staff or posts in one area. */
export interface CareRate {
  /** Financial year, for example `2024/25`. */
  readonly year: string
  readonly area: string
  readonly rate: number
}

/** Heads of one grade of a staff group in England. */
export interface GradeCount {
  readonly month: string
  readonly staffGroup: string
  /** As published; `all` for the group’s total. */
  readonly grade: string
  readonly headcount: number
}

/** People of one sex, or of one age group, as the publisher names it in lower case. */
export interface AgeGroup {
  readonly group: string
  readonly people: number
}

/** Labels of the population projection's age bands, youngest first. */
export const POPULATION_BANDS = [
  '0-4',
  '5-9',
  '10-14',
  '15-19',
  '20-24',
  '25-29',
  '30-34',
  '35-39',
  '40-44',
  '45-49',
  '50-54',
  '55-59',
  '60-64',
  '65-69',
  '70-74',
  '75-79',
  '80-84',
  '85-89',
  '90+',
] as const

/** Calendar years and people of one area (or variant), sex and five-year age band. */
export interface PopulationSeries {
  /** Area code, or the name of a variant of England's projection. */
  readonly place: string
  readonly sex: Sex
  /** Index into `POPULATION_BANDS`. */
  readonly band: number
  readonly firstYear: number
  /** People at mid-year, one entry a year. */
  readonly people: readonly number[]
}

/** The harmonised statistics that the base year and the need for staff are built from. */
export interface Statistics {
  /** Period of the flows, for example `2025-09/2025-10`. */
  readonly flowsPeriod: string
  readonly flows: readonly StaffFlow[]
  /** Share of FTE days lost to sickness over the latest twelve months, by area. */
  readonly sickness: ReadonlyMap<string, number>
  /** General practice FTE per 100,000 people of the latest year: key `area/role`. */
  readonly practiceRates: ReadonlyMap<string, number>
  /** General practice staff of the latest year, summed over practices: key `area/role/unit`. */
  readonly practicePanel: ReadonlyMap<string, number>
  /** FTE of primary care networks’ direct patient care staff of the latest year, by area. */
  readonly networkFte: ReadonlyMap<string, number>
  /** How full-time a post of networks’ direct patient care staff is, latest year, by area. */
  readonly networkPosts: readonly {
    readonly area: string
    readonly networks: number
    readonly meanFte: number
  }[]
  /** Year of the mid-year of `population`, the newest estimate there is. */
  readonly populationYear: number
  /** People by single year of age 0 to 90 and over: key `area/sex`. */
  readonly population: ReadonlyMap<string, readonly number[]>
  readonly projection: readonly PopulationSeries[]
  /** England's projection under the variants `principal`, `high` and `low`. */
  readonly variants: readonly PopulationSeries[]
  /** Annual staff turnover in social care, every year published. */
  readonly careTurnover: readonly CareRate[]
  /** Vacant share of posts in social care; one year. */
  readonly careVacancy: readonly CareRate[]
  /** Per cent of people with long-term support at home who get a direct payment, latest year, by area. */
  readonly directPayments: ReadonlyMap<string, number>
  /** NHS staff by staff group and grade, every month published; all doctors are `all-hchs-doctors`. */
  readonly grades: readonly GradeCount[]
  /** Share of NHS staff of known nationality who are not British, latest month, by region. */
  readonly abroad: ReadonlyMap<string, number>
  /** England’s general practitioners by sex and by age, locums left out. */
  readonly gpAges: readonly AgeGroup[]
}
