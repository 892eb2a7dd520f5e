import { readSeriesSource } from '../datasets/series-source.ts'
import type { AreaFact } from '../domain/area-fact.ts'
import type { AreaSetting } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { CareRate } from '../domain/statistics.ts'
import { readTable } from '../tables/table.ts'
import { populationByAge } from './people-by-age.ts'
import type { Inputs } from './read-inputs.ts'

const PAY = 'statistics/earnings/area-pay.csv'

/**
 * What is published of every area at the base: its people, its kind of place, how its staff come, go and fall ill, and
 * what work outside health and care pays. A statistic that is not in the data folder is left out.
 */
export function readAreaFacts(
  files: InputFiles,
  inputs: Inputs,
  settings: readonly AreaSetting[],
): readonly AreaFact[] {
  const facts = [...peopleFacts(inputs), ...placeFacts(settings), ...staffFacts(inputs), ...payFacts(files)]
  return facts.flatMap(({ series, ...fact }) =>
    saysSomething(fact.values) ? [{ ...fact, source: sayFrom(files, series) }] : [],
  )
}

/** Whether at least half of the areas have a value above zero: of a group that is rare, a month’s leavers say little. */
const saysSomething = (values: ReadonlyMap<string, number>): boolean =>
  values.size > 0 && [...values.values()].filter((value) => value > 0).length * 2 >= values.size

/** A fact before its source is written out; `series` is a folder of `data/statistics/`. */
type Drafted = Omit<AreaFact, 'source'> & { readonly series: string }

function sayFrom(files: InputFiles, series: string): string {
  if (!files.has(`statistics/${series}/source.json`)) return ''
  const { publisher, title } = readSeriesSource(files, series)
  return `${publisher}, ${title}`
}

/** Values of the areas that have one. */
const valuesOf = (
  pairs: readonly (readonly [string, number | null | undefined])[],
): ReadonlyMap<string, number> =>
  new Map(
    pairs.flatMap(([area, value]) =>
      value === null || value === undefined || Number.isNaN(value) ? [] : [[area, value] as const],
    ),
  )

/** Ages from which people are counted as older, and as very old. */
const OLDER = [65, 85] as const

function peopleFacts(inputs: Inputs): Drafted[] {
  const { reference, statistics } = inputs
  const people = reference.areas.map(({ code }) => {
    const { women, men } = populationByAge(inputs, code)
    const byAge = women.map((each, age) => each + (men[age] ?? 0))
    const from = (age: number): number => byAge.slice(age).reduce((sum, each) => sum + each, 0)
    return { code, all: from(0), from }
  })
  const fact = {
    group: 'People',
    period: `mid-${statistics.populationYear}`,
    series: 'population-estimates',
    method: '',
  } as const
  return [
    {
      ...fact,
      code: 'residents',
      name: 'Residents',
      unit: 'heads',
      values: valuesOf(people.map(({ code, all }) => [code, all])),
    },
    ...OLDER.map((age) => ({
      ...fact,
      code: `aged-${age}`,
      name: `Residents aged ${age} or over`,
      unit: 'share',
      values: valuesOf(people.map(({ code, all, from }) => [code, all > 0 ? from(age) / all : null])),
    })),
  ]
}

function placeFacts(settings: readonly AreaSetting[]): Drafted[] {
  const pick = (of: (setting: AreaSetting) => number | null): ReadonlyMap<string, number> =>
    valuesOf(settings.map((setting) => [setting.area, of(setting)]))
  const group = 'Kind of place'
  return [
    {
      code: 'coast',
      name: 'Share of the outline that is coast',
      unit: 'share',
      group,
      period: '2023',
      series: 'geography',
      method: 'Derived from the outlines of areas.',
      values: pick(({ coastShare }) => coastShare),
    },
    {
      code: 'density',
      name: 'People per square kilometre',
      unit: 'heads',
      group,
      period: '2020',
      series: 'population-estimates-local',
      method: 'Derived: people over land.',
      values: pick(({ peoplePerKm2 }) => peoplePerKm2),
    },
    {
      code: 'rural',
      name: 'People who live in sparsely settled districts',
      unit: 'share',
      group,
      period: '2020',
      series: 'population-estimates-local',
      method: 'Derived from the density of districts.',
      values: pick(({ ruralShare }) => ruralShare),
    },
    {
      code: 'deprived',
      name: 'Patients in practices of the most deprived fifth',
      unit: 'share',
      group,
      period: '2024',
      series: 'gp-workforce',
      method: 'Derived from the deprivation of practices, weighted by patients.',
      values: pick(({ mostDeprivedShare }) => mostDeprivedShare),
    },
  ]
}

function staffFacts({ reference, statistics, base }: Inputs): Drafted[] {
  const codes = reference.areas.map(({ code }) => code)
  const names = new Map(
    [...reference.staffGroups, ...reference.sectors].map(({ code, name }) => [code, name]),
  )
  const counted = base.rateGroups.filter(({ code }) =>
    reference.staffGroups.some((group) => group.code === code),
  )
  const leaving = counted.map(
    ({ code, observed }): Drafted => ({
      code: `leavers-${code}`,
      name: `Leavers a year, ${names.get(code) ?? code}`,
      unit: 'share',
      group: 'Staff',
      period: statistics.flowsPeriod.replace('/', ' to '),
      series: reference.staffGroups.find((each) => each.code === code)?.series ?? '',
      method: 'Carried from the period published to a year; small groups swing much.',
      values: valuesOf(codes.map((area, r) => [area, observed[r]])),
    }),
  )
  const rate = (rates: readonly CareRate[]) => {
    const year = [...new Set(rates.map((each) => each.year))].sort().at(-1) ?? ''
    return {
      period: year,
      values: valuesOf(rates.filter((each) => each.year === year).map((each) => [each.area, each.rate])),
    }
  }
  return [
    {
      code: 'sickness',
      name: 'NHS staff time lost to sickness',
      unit: 'share',
      group: 'Staff',
      period: 'latest twelve months',
      series: 'nhs-sickness',
      method: 'Months that are missing are filled by the usual course of the year.',
      values: statistics.sickness,
    },
    {
      code: 'care-vacancy',
      name: 'Vacant posts in adult social care',
      unit: 'share',
      group: 'Staff',
      ...rate(statistics.careVacancy),
      series: 'social-care-vacancy',
      method: 'Councils’ figures put together by area.',
    },
    {
      code: 'care-turnover',
      name: 'Staff turnover in adult social care',
      unit: 'share',
      group: 'Staff',
      ...rate(statistics.careTurnover),
      series: 'social-care-turnover',
      method: 'Councils’ figures put together by area.',
    },
    ...leaving,
  ]
}

function payFacts(files: InputFiles): Drafted[] {
  if (!files.has(PAY)) return []
  const { rows } = readTable(files, PAY, ['edition', 'employees', 'area', 'median', 'councils'])
  const edition =
    rows
      .map((row) => row.text('edition'))
      .sort()
      .at(-1) ?? ''
  return (['full-time', 'all'] as const).map((employees) => ({
    code: `pay-${employees}`,
    name:
      employees === 'all'
        ? 'Median pay a year, all employees who live here'
        : 'Median pay a year, full-time employees who live here',
    unit: 'gbp',
    group: 'Work outside health and care',
    period: edition.replace('-', ', '),
    series: 'earnings',
    method: 'Every kind of work, health and care included; councils’ medians put together by area.',
    values: valuesOf(
      rows
        .filter((row) => row.text('edition') === edition && row.text('employees') === employees)
        .map((row) => [row.text('area'), row.numeric('median')]),
    ),
  }))
}
