import type { Finding } from '../../domain/finding.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { PracticeYear } from './parse-practices.ts'

/** Area of the practices that the look-up doesn't know: most had closed or merged before it was made. */
export const UNMATCHED = 'unmatched'

const MEASURES = [
  { role: 'gp-fully-qualified', unit: 'fte', of: ({ gpFte }: PracticeYear) => gpFte },
  { role: 'gp-fully-qualified', unit: 'headcount', of: ({ gpHeads }: PracticeYear) => gpHeads },
  { role: 'administration', unit: 'fte', of: ({ adminFte }: PracticeYear) => adminFte },
] as const

/** Sums practices by area and year; practices without an area are kept as `unmatched`. */
export function practiceTable(rows: readonly PracticeYear[], areaOf: ReadonlyMap<string, string>): TidyTable {
  const sums = new Map<string, { key: readonly [number, string, string, string]; value: number }>()
  for (const row of rows)
    for (const { role, unit, of } of MEASURES) {
      const area = areaOf.get(row.practice) ?? UNMATCHED
      const key = [row.year, area, role, unit] as const
      const sum = sums.get(key.join()) ?? { key, value: 0 }
      sum.value += of(row) ?? 0
      sums.set(key.join(), sum)
    }
  const order = [...sums].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    file: 'practice-panel.csv',
    title: 'General practice staff by area and year, summed over practices',
    definition:
      'Fully qualified GPs (trainees and locums left out) and administrative staff of practices, summed by the area of the ' +
      'practice. Area unmatched holds practices that the look-up of 2024/25 doesn’t know, mostly closed or merged since: ' +
      'leaving them out would make early years too low. Practices with no figure count as none; they are few.',
    editionColumns: ['year'],
    columns: [
      { name: 'year', type: 'integer', description: 'Year as the panel labels it' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board, or unmatched' },
      { name: 'role', type: 'text', description: 'gp-fully-qualified or administration' },
      { name: 'unit', type: 'text', description: 'fte or headcount' },
      { name: 'value', type: 'number', unit: 'as unit', description: 'Staff in post' },
    ],
    rows: order.map(([, { key, value }]) => [...key, roundTo(value, 5)]),
  }
}

/** How much of each year's staff is in practices without an area, and how many practices gave no figure. */
export function checkPractices(
  rows: readonly PracticeYear[],
  areaOf: ReadonlyMap<string, string>,
  file: string,
): readonly Finding[] {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year): Finding[] => {
    const ofYear = rows.filter((row) => row.year === year)
    const lost = ofYear.filter(({ practice }) => !areaOf.has(practice))
    const blank = ofYear.filter(({ gpFte }) => gpFte === null).length
    const fte = (part: readonly PracticeYear[]): number =>
      part.reduce((sum, { gpFte }) => sum + (gpFte ?? 0), 0)
    const findings: Finding[] = []
    if (lost.length > 0)
      findings.push({
        rule: 'practices-unmatched',
        severity: 'note',
        message:
          `${lost.length} of ${ofYear.length} practices, with ${fte(lost).toFixed(1)} of ${fte(ofYear).toFixed(1)} ` +
          'FTE of GPs, are not in the look-up and stay without an area.',
        place: `${file}, ${year}`,
      })
    if (blank > 0)
      findings.push({
        rule: 'practices-blank',
        severity: 'note',
        message: `${blank} practices have no figure for GPs and count as none.`,
        place: `${file}, ${year}`,
      })
    return findings
  })
}
