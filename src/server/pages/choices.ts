import type { Measure } from '../../domain/measure.ts'
import { measureOf } from '../../domain/measure.ts'
import { BALANCE, chartName } from '../../views/fan/fan-chart.ts'
import type { Background } from '../../views/method/background.ts'
import { type ProjectionReader, seriesName } from '../../views/projection-reader.ts'
import type { PageQuery } from '../page-query.ts'

/** One choice of a drop-down list. */
export interface Choice {
  readonly value: string
  readonly text: string
  readonly selected: boolean
}

/** Choices under a heading; choices without one have an empty label. */
export interface ChoiceGroup {
  readonly label: string
  readonly choices: readonly Choice[]
}

/** Areas: the whole run first, then each region with its areas. */
export function areaChoices(
  reader: ProjectionReader,
  { reference }: Background,
  query: PageQuery,
): ChoiceGroup[] {
  const choice = (code: string, text: string): Choice[] =>
    reader.findArea(code) ? [{ value: code, text, selected: code === query.area.code }] : []
  const regions = reference.regions.map((region) => ({
    label: region.name,
    choices: [
      ...choice(region.code, `All of ${region.name}`),
      ...reference.areas.flatMap((area) => (area.region === region.code ? choice(area.code, area.name) : [])),
    ],
  }))
  const whole = { label: '', choices: choice('ENG', 'England') }
  return [whole, ...regions].filter(({ choices }) => choices.length > 0)
}

/** Staff: everybody and the sectors, then each sector's staff groups and occupations. */
export function seriesChoices(
  reader: ProjectionReader,
  { reference }: Background,
  query: PageQuery,
): ChoiceGroup[] {
  const current = seriesName(query.series)
  const choices = (level: string, codes: readonly string[]): Choice[] =>
    codes.flatMap((code) => {
      const series = reader.findSeries(level, code)
      if (!series) return []
      const value = seriesName(series)
      return [{ value, text: series.name, selected: value === current }]
    })
  const sectors = reference.sectors.map(({ code }) => code)
  const parts = reference.sectors.flatMap((sector) => {
    const codes = (list: readonly { readonly code: string; readonly sector: string }[]) =>
      list.flatMap(({ code, sector: of }) => (of === sector.code ? [code] : []))
    return [
      { label: `${sector.name}: occupations`, choices: choices('occupation', codes(reference.occupations)) },
      {
        label: `${sector.name}: staff groups`,
        choices: choices('staff_group', codes(reference.staffGroups)),
      },
    ]
  })
  const whole = { label: '', choices: [...choices('all', ['all']), ...choices('sector', sectors)] }
  return [whole, ...parts].filter((group) => group.choices.length > 0)
}

/** Measures: the chart of all three curves and the staff first, then money, then unpaid care. */
export function measureChoices(reader: ProjectionReader, query: PageQuery): ChoiceGroup[] {
  const choice = (value: string): Choice => ({
    value,
    text: chartName(value),
    selected: value === query.measure,
  })
  const measures = reader.projection.measures.map(measureOf)
  const codes = (isWanted: (measure: Measure) => boolean): Choice[] =>
    measures.filter(isWanted).map(({ code }) => choice(code))
  const groups = [
    { label: 'Staff', choices: [choice(BALANCE), ...codes(({ unit, ofCare }) => unit !== 'gbp' && !ofCare)] },
    { label: 'Money', choices: codes(({ unit }) => unit === 'gbp') },
    { label: 'Unpaid care', choices: codes(({ ofCare }) => ofCare === true) },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}

/** Years of the run, the last first. */
export function yearChoices(reader: ProjectionReader, query: PageQuery): ChoiceGroup[] {
  const choices = [...reader.projection.years].reverse().map((year) => ({
    value: String(year),
    text: `March ${year}`,
    selected: year === query.year,
  }))
  return [{ label: '', choices }]
}
