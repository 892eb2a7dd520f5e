import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { FlowType, TurnoverRow } from './parse.ts'

type Counts = Record<FlowType, number>

/** Sums the organisations of each area and type of organisation. Groups come in the order given, the total first. */
export function staffFlows(rows: readonly TurnoverRow[], groups: readonly string[]): TidyTable {
  const order = ['all', ...groups]
  const cells = new Map<string, { key: readonly string[]; headcount: Counts; fte: Counts }>()
  for (const { period, area, benchmarkGroup, staffGroup, type, headcount, fte } of rows) {
    const key = [period, area, benchmarkGroup, staffGroup]
    const cell = cells.get(key.join()) ?? { key, headcount: noCounts(), fte: noCounts() }
    cell.headcount[type] += headcount
    cell.fte[type] += fte
    cells.set(key.join(), cell)
  }
  const rank = (key: readonly string[]): string =>
    [...key.slice(0, 3), String(order.indexOf(key[3] ?? '')).padStart(3, '0')].join()
  const sorted = [...cells.values()].sort((a, b) => (rank(a.key) < rank(b.key) ? -1 : 1))
  return {
    file: 'staff-flows.csv',
    title: 'NHS hospital and community staff: stocks, joiners and leavers of a month by area',
    definition:
      'Staff in post at the start and end of a month, and people who joined and left the reporting organisations in it, ' +
      'summed over the organisations of an area and of a type. Resident doctors are not counted. A group with no row for ' +
      'joiners or leavers in the published file had none, so it is 0 here. Staff group all is the published total: in ' +
      'headcount it is below the sum of the groups, as some people work in two.',
    editionColumns: ['period'],
    columns: [
      { name: 'period', type: 'text', description: 'Month of the opening and of the closing stock' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      {
        name: 'benchmark_group',
        type: 'text',
        description: 'Type of organisation, as the publisher groups them',
      },
      {
        name: 'staff_group',
        type: 'text',
        description: 'Code of staff-groups.csv, or all for the published total',
      },
      { name: 'unit', type: 'text', description: 'headcount or fte' },
      {
        name: 'opening',
        type: 'number',
        unit: 'as unit',
        description: 'Staff in post at the start of the period',
      },
      {
        name: 'closing',
        type: 'number',
        unit: 'as unit',
        description: 'Staff in post at the end of the period',
      },
      { name: 'joiners', type: 'number', unit: 'as unit', description: 'Joiners in the period' },
      { name: 'leavers', type: 'number', unit: 'as unit', description: 'Leavers in the period' },
    ],
    rows: sorted.flatMap(({ key, headcount, fte }) => [
      [...key, 'headcount', ...values(headcount)],
      [...key, 'fte', ...values(fte)],
    ]),
  }
}

const noCounts = (): Counts => ({ opening: 0, closing: 0, joiners: 0, leavers: 0 })

const values = ({ opening, closing, joiners, leavers }: Counts): readonly number[] =>
  [opening, closing, joiners, leavers].map((value) => roundTo(value, 5))
