import type { Finding } from '../../domain/finding.ts'
import { refuseSamePeriod } from '../editions.ts'
import type { FileKind } from '../file-kind.ts'
import type { Limits } from '../raw-table.ts'
import { type Edition, type FilesByKind, filesOf, type Harmonised, OGL, type Series } from '../series.ts'
import type { TidyTable } from '../tidy-table.ts'
import { panelStability, panelStaff } from './kind.ts'
import { type PanelRow, parsePanel } from './parse.ts'
import { stabilityTable, staffTable } from './tables.ts'

/** A panel of NHS trusts collated for research. */
export const nhsTrustPanel: Series = {
  code: 'nhs-trust-panel',
  title: 'Panel of NHS trusts: all staff and stability index',
  publisher: 'NHS Digital, collated for research by Asaria and others',
  licence: OGL,
  attribution:
    'NHS Digital, collated for Asaria, McGuire and Street’s research on hospital management. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: null,
  notes: [
    'The figures of all staff are not staff in post: see the definition of panel-fte.csv. Compare years of one trust with care, and no two trusts.',
    'Organisations keep the codes of their year; data/statistics/geography/organisation-successors.csv says what became of them.',
  ],
  starts: [panelStaff, panelStability],
  companions: [],
  harmonise(files) {
    const parts = [
      harmonisePanel(files, panelStaff, 'SIMPLE_ALL_STAFF_FTE', { min: 0 }, 'all staff', staffTable),
      harmonisePanel(files, panelStability, 'STABILITY', { min: 0, max: 100 }, 'stability', stabilityTable),
    ]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

function harmonisePanel(
  files: FilesByKind,
  kind: FileKind,
  column: string,
  limits: Limits,
  name: string,
  toTable: (rows: readonly PanelRow[]) => TidyTable,
): Harmonised {
  const parsed = filesOf(files, kind).map((file) => {
    const rows = parsePanel(file, column, limits)
    const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b)
    return { file, rows, years }
  })
  if (parsed.length === 0) return { editions: [], tables: [], findings: [] }
  refuseSamePeriod(
    parsed.map(({ file, years }) => ({ name: file.name, periods: new Set(years.map(String)) })),
  )
  return {
    editions: parsed.map(({ file, rows, years }): Edition => {
      const period = years.length > 1 ? `${years[0]}/${years.at(-1)}` : `${years[0]}`
      return { edition: `${name} ${period}`, period, file: file.name, sha256: file.sha256, rows: rows.length }
    }),
    tables: [toTable(parsed.flatMap(({ rows }) => rows))],
    findings: parsed.flatMap(({ file, rows }) => checkPanel(rows, limits, file.name)),
  }
}

/** Organisations whose value stands at an end of what is possible, and trusts that don't have every year. */
function checkPanel(rows: readonly PanelRow[], { min, max }: Limits, file: string): readonly Finding[] {
  const findings: Finding[] = []
  const extreme = rows.filter(({ value }) => value === min || value === max)
  if (extreme.length > 0)
    findings.push({
      rule: 'trust-panel-extreme',
      severity: 'note',
      message: `${extreme.length} rows have ${extreme.some(({ value }) => value === max) ? `${min} or ${max}` : min}, the first for ${extreme[0]?.organisation} in ${extreme[0]?.year}.`,
      place: file,
    })
  const years = new Set(rows.map(({ year }) => year)).size
  const counts = new Map<string, number>()
  for (const { organisation } of rows) counts.set(organisation, (counts.get(organisation) ?? 0) + 1)
  const partial = [...counts.values()].filter((count) => count < years).length
  if (partial > 0)
    findings.push({
      rule: 'trust-panel-unbalanced',
      severity: 'note',
      message: `${partial} of ${counts.size} organisations don't have every one of the ${years} years.`,
      place: file,
    })
  return findings
}
