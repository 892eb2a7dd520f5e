import { onlyFile, refuseSamePeriod } from '../editions.ts'
import type { FileKind } from '../file-kind.ts'
import { succession } from '../geography/kind.ts'
import { readSuccession } from '../geography/succession.ts'
import { trustAreas } from '../nhs-ae-activity/kind.ts'
import { readTrustAreas } from '../nhs-ae-activity/trust-areas.ts'
import {
  type Edition,
  type FilesByKind,
  filesOf,
  type Harmonised,
  type ImportContext,
  OGL,
  type Series,
} from '../series.ts'
import { areaTable, checkPlaces, createPlacer, sumByArea } from './by-area.ts'
import { checkPanel } from './check.ts'
import { CODE_LISTS_OF_PANEL, payScales, providers } from './kind.ts'
import {
  codeListTable,
  parseCodeList,
  parsePayScales,
  parseProviders,
  payTable,
  providerTable,
} from './lists.ts'
import { PANELS, type Panel } from './panels.ts'
import { parsePanel } from './parse.ts'
import { panelTable } from './tables.ts'

/** A panel of NHS trusts collated for research. */
export const nhsTrustPanel: Series = {
  code: 'nhs-trust-panel',
  title: 'Panel of NHS trusts: staff, stability, beds, waits, finances, inpatients',
  publisher: 'NHS Digital and NHS England, collated for research by Asaria and others',
  licence: OGL,
  attribution:
    'NHS Digital and NHS England, collated for Asaria, McGuire and Street’s research on hospital management. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: null,
  notes: [
    'The figures of all staff are not staff in post: see the definition of panel-fte.csv. Compare years of one trust with care, and no two trusts.',
    'Organisations keep the codes of their year; data/statistics/geography/organisation-successors.csv says what became of them, data/reference/corrections.csv which damaged codes were put right.',
    'What staff say of managers, from the same collection, is in the series nhs-staff-survey.',
  ],
  starts: [
    ...PANELS.map(({ kind }) => kind),
    payScales,
    providers,
    ...CODE_LISTS_OF_PANEL.map(({ kind }) => kind),
  ],
  companions: [trustAreas, succession],
  harmonise(files, context) {
    const parts = [harmonisePanels(files, context), harmoniseLists(files)]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

function harmonisePanels(files: FilesByKind, context: ImportContext): Harmonised {
  const lookup = onlyFile(filesOf(files, trustAreas), trustAreas)
  const shares = lookup ? readTrustAreas(lookup, context.areas) : context.trustAreas
  const place = createPlacer(shares, successorsOf(files, context))
  const parsed = PANELS.flatMap((panel) => {
    const own = filesOf(files, panel.kind).map((file) => {
      const rows = parsePanel(file, panel)
      return { panel, file, rows, years: [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b) }
    })
    refuseSamePeriod(own.map(({ file, years }) => ({ name: file.name, periods: new Set(years.map(String)) })))
    return own
  })
  const given = PANELS.filter((panel) => parsed.some((part) => part.panel === panel))
  const rowsOf = (panel: Panel) => parsed.flatMap((part) => (part.panel === panel ? part.rows : []))
  const summed = shares.length > 0 ? given.flatMap((panel) => sumByArea(panel, rowsOf(panel), place)) : []
  return {
    editions: parsed.map(({ panel, file, rows, years }): Edition => {
      const period = years.length > 1 ? `${years[0]}/${years.at(-1)}` : `${years[0]}`
      const { name, sha256 } = file
      return { edition: `${panel.name} ${period}`, period, file: name, sha256, rows: rows.length }
    }),
    tables: [
      ...given.map((panel) => panelTable(panel, rowsOf(panel))),
      ...(summed.length > 0 ? [areaTable(summed)] : []),
    ],
    findings: parsed.flatMap(({ panel, file, rows }) => [
      ...checkPanel(panel, rows, file.name),
      ...(shares.length > 0 ? checkPlaces(panel, rows, place, file.name) : noCatchments(panel, file.name)),
    ]),
  }
}

/** What became of organisations: of the file given with them, or of the last import. */
function successorsOf(files: FilesByKind, context: ImportContext): ImportContext['organisationSuccessors'] {
  const file = onlyFile(filesOf(files, succession), succession)
  if (!file) return context.organisationSuccessors
  return readSuccession(file).table.rows.map(([code, successor, from]) => ({
    code: String(code),
    successor: String(successor),
    from: String(from),
  }))
}

const noCatchments = ({ columns, name }: Panel, file: string): Harmonised['findings'] =>
  columns.some(({ byArea }) => byArea !== undefined)
    ? [
        {
          rule: 'trust-panel-no-catchments',
          severity: 'note',
          message: `${name}: not summed by area, as ${trustAreas.title} has not been imported.`,
          place: file,
        },
      ]
    : []

function harmoniseLists(files: FilesByKind): Harmonised {
  const pay = readList(files, payScales, 'pay scales', parsePayScales)
  const organisations = readList(files, providers, 'organisations', parseProviders)
  const lists = CODE_LISTS_OF_PANEL.map((list) =>
    readList(files, list.kind, `codes of ${list.list}`, (file) => parseCodeList(file, list)),
  )
  const codes = lists.flatMap(({ rows }) => rows)
  return {
    editions: [pay, organisations, ...lists].flatMap(({ editions }) => editions),
    tables: [
      ...(pay.rows.length > 0 ? [payTable(pay.rows)] : []),
      ...(organisations.rows.length > 0 ? [providerTable(organisations.rows)] : []),
      ...(codes.length > 0 ? [codeListTable(codes)] : []),
    ],
    findings: [],
  }
}

/** Year the lists of organisations and codes are of, which they don't say: the last of the panel. */
const LISTED = '2018'

function readList(
  files: FilesByKind,
  kind: FileKind,
  edition: string,
  read: typeof parsePayScales,
): { readonly editions: readonly Edition[]; readonly rows: ReturnType<typeof parsePayScales> } {
  const file = onlyFile(filesOf(files, kind), kind)
  if (!file) return { editions: [], rows: [] }
  const rows = read(file)
  const years = kind === payScales ? rows.map(([year]) => String(year)).sort() : [LISTED]
  const period = [...new Set(years)].join(', ')
  return { editions: [{ edition, period, file: file.name, sha256: file.sha256, rows: rows.length }], rows }
}
