import type { AreaFinder } from '../area-names.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { type Activity, type ActivityMonth, MEASURES } from './parse.ts'
import type { TrustArea } from './trust-areas.ts'

/** Area of organisations that the look-up doesn't know. */
export const UNMATCHED = 'unmatched'

const zero = (): Record<keyof Activity, number> =>
  Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<keyof Activity, number>

/** Shares out each organisation's month over the areas its patients live in, every area and month with a row. */
export function activityTable(
  months: readonly ActivityMonth[],
  shares: readonly TrustArea[],
  areas: AreaFinder,
): TidyTable {
  const byTrust = new Map<string, TrustArea[]>()
  for (const share of shares) byTrust.set(share.trust, [...(byTrust.get(share.trust) ?? []), share])
  const rows = [...months]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .flatMap(({ month, rows }) => {
      const sums = new Map([...areas.codes, UNMATCHED].map((area) => [area, zero()]))
      for (const { organisation, activity } of rows)
        for (const { area, share } of byTrust.get(organisation) ?? [{ area: UNMATCHED, share: 1 }]) {
          const sum = sums.get(area) ?? zero()
          for (const measure of MEASURES) sum[measure] += share * activity[measure]
          sums.set(area, sum)
        }
      return [...sums].map(([area, sum]) => [month, area, ...values(sum)])
    })
  return {
    file: 'activity.csv',
    title: 'Accident and emergency attendances and emergency admissions by area and month',
    definition:
      'Attendances at accident and emergency departments and emergency admissions to hospital in a month, by the area where ' +
      'patients live: each trust’s figure is shared out by where its patients came from (trust-areas.csv). Organisations ' +
      'without a share, mostly walk-in and urgent treatment centres, stay as area unmatched; all areas together are England. ' +
      'Booked appointments are on top of the attendances of the three types.',
    editionColumns: ['month'],
    columns: [
      { name: 'month', type: 'text', description: 'Month' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board, or unmatched' },
      attendances('type_1', 'Attendances at major departments, booked ones apart'),
      attendances('type_2', 'Attendances at single specialty departments, booked ones apart'),
      attendances('type_3', 'Attendances at other departments, booked ones apart'),
      attendances('booked', 'Booked appointments at departments of all types'),
      {
        name: 'admissions_via_ae',
        type: 'number',
        unit: 'admissions',
        description: 'Emergency admissions through a department of any type',
      },
      {
        name: 'admissions_other',
        type: 'number',
        unit: 'admissions',
        description: 'Other emergency admissions',
      },
    ],
    rows,
  }
}

const attendances = (name: string, description: string) =>
  ({ name: `attendances_${name}`, type: 'number', unit: 'attendances', description }) as const

const values = (sum: Activity): readonly number[] =>
  [
    sum.type1,
    sum.type2,
    sum.type3,
    sum.booked1 + sum.booked2 + sum.booked3,
    sum.admitted1 + sum.admitted2 + sum.admitted3,
    sum.admittedOther,
  ].map((value) => roundTo(value, 3))
