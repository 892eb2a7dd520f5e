import type { Finding } from '../../domain/finding.ts'
import type { Panel } from './panels.ts'
import type { PanelRow } from './parse.ts'

/** Values at an end of what is possible, organisations that don't have every year, and parts that sum to something else. */
export function checkPanel(panel: Panel, rows: readonly PanelRow[], file: string): readonly Finding[] {
  return [
    ...checkExtremes(panel, rows, file),
    ...checkYears(rows, file),
    ...(panel.file === 'inpatients.csv' ? checkInpatients(panel, rows, file) : []),
    ...(panel.file === 'treatment-waits.csv' ? checkWaits(rows, file) : []),
  ]
}

const note = (rule: string, message: string, place: string): Finding => ({
  rule: `trust-panel-${rule}`,
  severity: 'note',
  message,
  place,
})

function checkExtremes({ columns }: Panel, rows: readonly PanelRow[], file: string): readonly Finding[] {
  return columns.flatMap(({ source, limits: { min, max }, tellsExtremes }, index): Finding[] => {
    if (!tellsExtremes) return []
    const extreme = rows.filter(({ values }) => values[index] === min || values[index] === max)
    const [first] = extreme
    if (!first) return []
    const ends = [min, max].filter(
      (end) => end !== undefined && rows.some(({ values }) => values[index] === end),
    )
    const message = `${source}: ${extreme.length} rows have ${ends.join(' or ')}, the first for ${first.organisation} in ${first.year}.`
    return [note('extreme', message, file)]
  })
}

function checkYears(rows: readonly PanelRow[], file: string): readonly Finding[] {
  const years = new Set(rows.map(({ year }) => year)).size
  const counts = new Map<string, number>()
  for (const { organisation } of rows) counts.set(organisation, (counts.get(organisation) ?? 0) + 1)
  const partial = [...counts.values()].filter((count) => count < years).length
  if (partial === 0) return []
  const message = `${partial} of ${counts.size} organisations don't have every one of the ${years} years.`
  return [note('unbalanced', message, file)]
}

/** Which total the columns by sex and by age come to, year by year: they don't say. */
function checkInpatients({ columns }: Panel, rows: readonly PanelRow[], file: string): readonly Finding[] {
  const total = (year: number, pick: (name: string) => boolean): number =>
    rows
      .filter((row) => row.year === year)
      .reduce(
        (sum, { values }) =>
          sum + values.reduce((part, value, at) => part + (pick(columns[at]?.name ?? '') ? value : 0), 0),
        0,
      )
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b)
  const findings = (['sex', 'age'] as const).map((by) => {
    const found = years.map((year) => {
      const parts = total(year, (name) =>
        by === 'sex' ? name === 'male' || name === 'female' : name.startsWith('age_'),
      )
      const [episodes, admissions] = ['episodes', 'admissions'].map((own) =>
        total(year, (name) => name === own),
      )
      return nearer(year, parts, episodes ?? 0, admissions ?? 0)
    })
    return note('inpatient-parts', `The columns by ${by} come to ${found.join(', ')}.`, file)
  })
  const episodesAt = columns.findIndex(({ name }) => name === 'episodes')
  const admissionsAt = columns.findIndex(({ name }) => name === 'admissions')
  const odd = rows.filter(({ values }) => (values[admissionsAt] ?? 0) > (values[episodesAt] ?? 0))
  const [first] = odd
  if (!first) return findings
  const message = `${odd.length} rows have more admissions than episodes, the first for ${first.organisation} in ${first.year}.`
  return [...findings, note('inpatient-admissions', message, file)]
}

function nearer(year: number, parts: number, episodes: number, admissions: number): string {
  const isEpisodes = Math.abs(parts - episodes) <= Math.abs(parts - admissions)
  const whole = isEpisodes ? episodes : admissions
  const percent = whole > 0 ? ((100 * parts) / whole).toFixed(1) : '0.0'
  return `${percent} % of ${isEpisodes ? 'episodes' : 'admissions'} in ${year}`
}

function checkWaits(rows: readonly PanelRow[], file: string): readonly Finding[] {
  return rows.flatMap(({ year, organisation, values: [waiting = 0, within = 0] }): Finding[] => {
    if (within <= waiting) return []
    const message = `${within} people waited less than 18 weeks, of ${waiting} waiting.`
    return [{ ...note('waits', message, `${file}, ${organisation}, ${year}`), severity: 'warning' }]
  })
}
