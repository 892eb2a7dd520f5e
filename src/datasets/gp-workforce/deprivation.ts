import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { PANEL_COLUMNS } from './kind.ts'
import { UNMATCHED } from './practice-table.ts'

/** Columns of the practice panel that tell how deprived a practice's patients are; older panels have none. */
const DEPRIVATION_COLUMNS = ['TOTAL_PATIENTS', 'IMD', 'IMD_quintile'] as const
/** Label of the fifth of practices whose patients are the most deprived. */
const MOST_DEPRIVED = '5'

/** The deprivation of the patients of the areas, and what could not be counted. */
export interface Deprivation {
  readonly tables: readonly TidyTable[]
  readonly findings: readonly Finding[]
}

interface Sum {
  patients: number
  score: number
  mostDeprived: number
  practices: number
}

/**
 * Works out how deprived the patients of each area are, weighting its practices by their patients.
 * @throws HeadroomError `edition-cell`, `edition-incomplete` where the most deprived fifth is not the one labelled 5
 */
export function readDeprivation(file: PublishedFile, areaOf: ReadonlyMap<string, string>): Deprivation {
  const table = readRawCsv(file, PANEL_COLUMNS)
  if (!DEPRIVATION_COLUMNS.every((column) => table.columns.includes(column)))
    return { tables: [], findings: [] }
  const sums = new Map<string, Sum>()
  const lacking = new Map<string, number>()
  const scores = new Map<string, { sum: number; practices: number }>()
  for (const row of table.rows) {
    const year = row.numeric('Year', { min: 1990, max: 2100 })
    const patients = row.numericOrMissing('TOTAL_PATIENTS', { min: 0 })
    const score = row.numericOrMissing('IMD', { min: 0, max: 100 })
    const quintile = readQuintile(row)
    if (patients === null || score === null || quintile === null) {
      lacking.set(String(year), (lacking.get(String(year)) ?? 0) + 1)
      continue
    }
    const fifth = scores.get(quintile) ?? { sum: 0, practices: 0 }
    scores.set(quintile, { sum: fifth.sum + score, practices: fifth.practices + 1 })
    const key = `${year},${areaOf.get(row.text('Practice.Code')) ?? UNMATCHED}`
    const sum = sums.get(key) ?? { patients: 0, score: 0, mostDeprived: 0, practices: 0 }
    sum.patients += patients
    sum.score += patients * score
    sum.mostDeprived += quintile === MOST_DEPRIVED ? patients : 0
    sum.practices += 1
    sums.set(key, sum)
  }
  refuseReversed(scores, file)
  const findings = [...lacking].sort().map(
    ([year, practices]): Finding => ({
      rule: 'practices-without-deprivation',
      severity: 'note',
      message: `${practices} practices have no patients or no score of deprivation and are left out of it.`,
      place: `${file.name}, ${year}`,
    }),
  )
  return { tables: [deprivationTable(sums)], findings }
}

function readQuintile(row: RawRow): string | null {
  const value = row.numericOrMissing('IMD_quintile', { min: 1, max: 5 })
  if (value !== null && !Number.isInteger(value)) row.refuse('IMD_quintile', 'a fifth from 1 to 5')
  return value === null ? null : String(value)
}

/** Publishers number fifths either way: the fifth labelled 5 must have the highest mean score. */
function refuseReversed(
  scores: ReadonlyMap<string, { readonly sum: number; readonly practices: number }>,
  file: PublishedFile,
): void {
  const means = [...scores].map(([label, { sum, practices }]) => ({ label, mean: sum / practices }))
  const highest = means.sort((a, b) => b.mean - a.mean)[0]
  if (highest === undefined || !scores.has(MOST_DEPRIVED) || highest.label === MOST_DEPRIVED) return
  throw new HeadroomError('edition-incomplete', {
    file: file.name,
    missing: `the highest IMD in quintile ${MOST_DEPRIVED} (it is in ${highest.label})`,
  })
}

const deprivationTable = (sums: ReadonlyMap<string, Sum>): TidyTable => ({
  file: 'area-deprivation.csv',
  title: 'Deprivation of the patients of practices by area and year',
  definition:
    'Derived: mean score on the Index of Multiple Deprivation of the practices of each area, weighted by their patients, and the ' +
    'share of patients in practices of the most deprived fifth of England’s practices of that year. The score of a practice is the ' +
    'panel’s, from where its patients live; it hides the spread within a practice and is not the Index’s own score of the area. ' +
    'Area unmatched holds practices that the look-up of 2024/25 doesn’t know.',
  editionColumns: ['year'],
  columns: [
    { name: 'year', type: 'integer', description: 'Year as the panel labels it' },
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board, or unmatched' },
    { name: 'patients', type: 'number', unit: 'people', description: 'Patients of practices with a score' },
    { name: 'practices', type: 'integer', unit: 'practices', description: 'Practices with a score' },
    {
      name: 'imd_score',
      type: 'number',
      unit: 'score',
      description: 'Mean score weighted by patients; higher is more deprived',
    },
    {
      name: 'most_deprived_share',
      type: 'number',
      unit: 'share',
      description: 'Share of patients in practices of the most deprived fifth',
    },
  ],
  rows: [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { patients, score, mostDeprived, practices }]) => {
      const [year = '', area = ''] = key.split(',')
      const mean = (sum: number): number => (patients > 0 ? sum / patients : 0)
      return [
        Number(year),
        area,
        roundTo(patients, 1),
        practices,
        roundTo(mean(score), 3),
        roundTo(mean(mostDeprived), 4),
      ]
    }),
})
