import { SEXES } from '../../domain/cohort.ts'
import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { type Estimates, OLDEST_ESTIMATED, totalPeople } from './parse.ts'

/** Sums sub-locations to areas: people by area, sex and single year of age. */
export function boardTable(estimates: Estimates, areas: AreaFinder, file: string): TidyTable {
  const sums = new Map(areas.codes.map((code) => [code, { female: noAges(), male: noAges(), places: 0 }]))
  for (const { boardCode, boardName, people, place } of estimates.places) {
    const sum = sums.get(areas.byOns(boardCode, boardName) ?? '')
    if (sum === undefined)
      throw new HeadroomError('edition-cell', {
        place,
        column: `ICB ${estimates.vintage} Name`,
        expected: 'one of the areas',
        found: `${boardName} (${boardCode})`,
      })
    sum.places++
    for (const sex of SEXES)
      people[sex].forEach((value, age) => {
        sum[sex][age] = (sum[sex][age] ?? 0) + value
      })
  }
  const reached = [...sums].filter(([, { places }]) => places > 0).map(([code]) => code)
  refuseAbsentAreas(file, new Set(reached), areas, 'the population')
  const rows = [...sums].flatMap(([area, sum]) =>
    SEXES.flatMap((sex) =>
      sum[sex].map((people, age) => [estimates.year, area, sex, age, roundTo(people, 0)]),
    ),
  )
  return {
    file: `icb-mid-${estimates.year}.csv`,
    title: `Population of integrated care board areas by sex and age, mid-${estimates.year}`,
    definition:
      `Usual residents on 30 June ${estimates.year}, summed over the sub-locations of each board (boundaries of ` +
      `${estimates.vintage}). Age 90 stands for 90 and over.`,
    editionColumns: [],
    columns: [
      { name: 'year', type: 'integer', description: 'Year of the 30 June' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      { name: 'sex', type: 'text', description: 'female or male' },
      {
        name: 'age',
        type: 'integer',
        unit: 'years',
        description: 'Age in completed years; 90 stands for 90 and over',
      },
      { name: 'people', type: 'integer', unit: 'people', description: 'Usual residents' },
    ],
    rows,
  }
}

const noAges = (): number[] => new Array<number>(OLDEST_ESTIMATED + 1).fill(0)

/** Places whose ages don't add up to the published total. */
export function checkTotals(estimates: Estimates): readonly Finding[] {
  return estimates.places.flatMap(({ people, total, place, name }): Finding[] => {
    const sum = totalPeople(people)
    if (Math.abs(sum - total) < 0.5) return []
    return [
      {
        rule: 'population-ages-add-up',
        severity: 'warning',
        message: `The ages of ${name} sum to ${sum}, the published total is ${total}.`,
        place,
      },
    ]
  })
}
