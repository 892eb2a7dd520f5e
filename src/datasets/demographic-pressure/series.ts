import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import { onlyFile } from '../editions.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { PRESSURE_COLUMNS, pressureTable } from './kind.ts'

/** Growth of need for mental health beds from the population's ages alone. */
export const demographicPressure: Series = {
  code: 'demographic-pressure',
  title: 'Demographic pressure on mental health beds',
  publisher: 'The Strategy Unit (model of inpatient mental health care)',
  licence: OGL,
  attribution:
    'The Strategy Unit, from data of NHS England and the Office for National Statistics. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: null,
  notes: [
    'An analyst’s derivation for eleven boards of the Midlands, not an official statistic. The file names neither the years that the change spans nor the projection it rests on.',
    'It serves to compare the direction of Headroom’s own growth of need, and enters no projection.',
  ],
  starts: [pressureTable],
  companions: [],
  harmonise(files, { areas }) {
    const file = onlyFile(filesOf(files, pressureTable), pressureTable)
    if (!file) throw new Error('an import of demographic pressure starts with its table')
    const { changes, unknown } = parsePressure(file, areas)
    const absent = areas.codes.filter((code) => !changes.some(({ area }) => area === code))
    const findings: Finding[] = unknown.map(({ name, place }) => ({
      rule: 'board-unmatched',
      severity: 'note',
      message: `${name} is none of the areas (a made-up board of the model) and is left out.`,
      place,
    }))
    if (absent.length > 0)
      findings.push({
        rule: 'areas-given',
        severity: 'note',
        message: `${changes.length} of ${areas.codes.length} areas are given.`,
        place: file.name,
      })
    return {
      editions: [
        {
          edition: 'undated',
          period: 'not stated; the authors’ population is that of mid-2022',
          file: file.name,
          sha256: file.sha256,
          rows: changes.length + unknown.length,
        },
      ],
      tables: [table(changes)],
      findings,
    }
  },
}

interface Change {
  readonly area: string
  readonly change: number
}

function parsePressure(file: PublishedFile, areas: AreaFinder) {
  const refuseRepeat = createRepeatCheck()
  const changes: Change[] = []
  const unknown: { name: string; place: string }[] = []
  for (const row of readRawCsv(file, PRESSURE_COLUMNS).rows) {
    const name = row.text('residence_icb_name')
    const [, code, rest = ''] = /^([A-Z0-9]{3}):\s*(.+)$/.exec(name) ?? []
    if (code === undefined)
      row.refuse('residence_icb_name', 'a code and a name, such as QHL: NHS Birmingham …')
    const change = row.numeric('weighted_perc_change', { min: -1, max: 10 })
    const area = areas.byCode(code ?? '')
    if (area === null) unknown.push({ name, place: row.place })
    else {
      if (areas.byName(rest) !== area) row.refuse('residence_icb_name', `the name of the area ${area}`)
      refuseRepeat(row, area)
      changes.push({ area, change })
    }
  }
  if (changes.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any of the areas' })
  return { changes: changes.sort((a, b) => (a.area < b.area ? -1 : 1)), unknown }
}

const table = (changes: readonly Change[]): TidyTable => ({
  file: 'pressure.csv',
  title: 'Change in need for mental health beds from demography alone, by integrated care board',
  definition:
    'Relative change in bed use if people of each age and sex used beds as before and only their numbers changed, as the authors ' +
    'give it. The column of the file is called a percentage; its values are shares (0.02 is two in a hundred).',
  editionColumns: [],
  columns: [
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    { name: 'change', type: 'number', unit: 'share', description: 'Relative change' },
  ],
  rows: changes.map(({ area, change }) => [area, roundTo(change, 9)]),
})
