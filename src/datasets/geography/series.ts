import { onlyFile, refuseSamePeriod } from '../editions.ts'
import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import {
  type Edition,
  type FilesByKind,
  filesOf,
  type Harmonised,
  type ImportContext,
  OGL,
  type Series,
} from '../series.ts'
import { boardDistricts } from '../social-care-turnover/kind.ts'
import { coastTable, measureCoasts } from './coast.ts'
import { CODE_LISTS_READ, readCodeList } from './code-lists.ts'
import { districtAreaTable } from './district-areas.ts'
import { readDistrictAreas } from './district-lookups.ts'
import { checkHexes, hexTable, parseHexMap } from './hexes.ts'
import { boardOutlines, hexMap, succession, trustSystems } from './kind.ts'
import { outlineTable, parseOutlines } from './outlines.ts'
import { readSuccession } from './succession.ts'
import { readTrustSystems } from './trust-systems.ts'

/** Maps, outlines and look-ups of places and organisations. */
export const geography: Series = {
  code: 'geography',
  title: 'Geography: maps, outlines, look-ups and succession',
  publisher:
    'Office for National Statistics and NHS England, collated by humaniverse (geographr); Open Innovations (hexagon maps); Nuffield Trust',
  licence: OGL,
  attribution:
    'Contains OS data © Crown copyright and database right. Contains public sector information licensed under the Open Government Licence v3.0. Hexagon maps: Open Innovations (odileeds) and richardi7, MIT licence. Trusts and systems: Nuffield Trust.',
  address: null,
  notes: [
    'The catchments of trusts by all patients are in the series nhs-ae-activity, the councils of each board in social-care-turnover: each look-up has one home.',
    'Codes of two boards changed in 2023 (Surrey Heartlands, Sussex): outlines of 2022 have the older ones, sub-locations of 2024 the newer; data/reference/area-codes.csv joins them.',
    'The coast of an area is worked out from the outlines; it is not a published figure.',
    'The map of upper-tier councils has the 151 of before April 2023.',
  ],
  starts: [
    hexMap,
    boardOutlines,
    boardDistricts,
    ...CODE_LISTS_READ.map(({ kind }) => kind),
    succession,
    trustSystems,
  ],
  companions: [],
  harmonise(files, context) {
    const parts = [
      harmoniseHexes(files, context),
      harmoniseOne(files, boardOutlines, (file) => {
        const outlines = parseOutlines(file, context.areas)
        const tables = [outlineTable(outlines), coastTable(measureCoasts(outlines, context.outlineBorders))]
        return { tables, name: 'outlines of July 2022', period: '2022-07', rows: outlines.length }
      }),
      harmoniseOne(files, boardDistricts, () => {
        const weights = readDistrictAreas(files, context)
        if (!weights) return null
        const rows = weights.filter(({ boundaries }) => boundaries === 2022).length
        return {
          tables: [districtAreaTable(weights)],
          name: 'districts and boards of 2022',
          period: '2022',
          rows,
        }
      }),
      ...CODE_LISTS_READ.map((list) =>
        harmoniseOne(files, list.kind, (file) => {
          const table = readCodeList(list, file, context.areas)
          return { tables: [table], name: list.edition, period: list.period, rows: table.rows.length }
        }),
      ),
      harmoniseOne(files, succession, (file) => {
        const { table, findings, rows } = readSuccession(file)
        return { tables: [table], findings, name: 'succession of organisations', period: '1992/2022', rows }
      }),
      harmoniseOne(files, trustSystems, (file) => {
        const table = readTrustSystems(file, context.areas)
        return { tables: [table], name: 'trusts and systems, 2023', period: '2023', rows: table.rows.length }
      }),
    ]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

interface Read {
  readonly tables: Harmonised['tables']
  readonly findings?: Harmonised['findings']
  /** Name of the edition. */
  readonly name: string
  readonly period: string
  readonly rows: number
}

const NOTHING: Harmonised = { editions: [], tables: [], findings: [] }

function harmoniseOne(
  files: FilesByKind,
  kind: FileKind,
  read: (file: PublishedFile) => Read | null,
): Harmonised {
  const file = onlyFile(filesOf(files, kind), kind)
  const found = file && read(file)
  if (!file || !found) return NOTHING
  const { tables, findings = [], name, period, rows } = found
  return { editions: [toEdition(file, name, period, rows)], tables, findings }
}

function harmoniseHexes(files: FilesByKind, { areas }: ImportContext): Harmonised {
  const parsed = filesOf(files, hexMap).map((file) => ({ file, map: parseHexMap(file, areas) }))
  if (parsed.length === 0) return NOTHING
  refuseSamePeriod(
    parsed.map(({ file, map }) => ({ name: file.name, periods: new Set([`the map ${map.map}`]) })),
  )
  const sorted = [...parsed].sort((a, b) => (a.map.map < b.map.map ? -1 : 1))
  return {
    editions: sorted.map(({ file, map }) =>
      toEdition(file, `hexagon map ${map.map}`, map.map === 'districts' ? '2023' : '2022', map.hexes.length),
    ),
    tables: [hexTable(sorted.map(({ map }) => map))],
    findings: sorted.flatMap(({ file, map }) => checkHexes(map, file.name)),
  }
}

const toEdition = (
  { name: file, sha256 }: PublishedFile,
  edition: string,
  period: string,
  rows: number,
): Edition => ({ edition, period, file, sha256, rows })
