import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { refuseNewAreas } from '../refuse-new.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { BOARD_COLUMNS, DESCRIPTION_COLUMNS } from './kind.ts'

/** A measure of one board and year; null where the panel has none. */
export interface BoardMeasure {
  readonly year: number
  readonly area: string
  /** Name of the measure as in the panel. */
  readonly name: string
  /** Demand, Capacity or Performance, as the panel groups measures. */
  readonly domain: string
  readonly value: number | null
}

/**
 * Reads the panel of boards.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-areas`, `edition-cell`, `edition-duplicate`,
 * `edition-incomplete`
 */
export function parseBoardPanel(file: PublishedFile, areas: AreaFinder): readonly BoardMeasure[] {
  const refuseRepeat = createRepeatCheck()
  const table = readRawCsv(file, BOARD_COLUMNS)
  refuseNewAreas(table, 'org', '', areas)
  const measures = table.rows.map((row): BoardMeasure => {
    const year = row.numeric('year', { min: 1990, max: 2100 })
    if (!Number.isInteger(year)) row.refuse('year', 'a year')
    const measure: BoardMeasure = {
      year,
      area: areas.byCode(row.text('org')) ?? row.refuse('org', 'the code of one of the areas'),
      name: plain(row, 'metric'),
      domain: row.text('domain'),
      value: row.numericOrMissing('value', { min: 0 }),
    }
    refuseRepeat(row, `${measure.year}, ${measure.area}, ${measure.name}`)
    return measure
  })
  if (measures.some(({ value }) => value !== null)) return measures
  throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any measure' })
}

/** What a measure counts, null where the publisher doesn't say. */
export interface MeasureDescription {
  readonly theme: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  /** Geography the figures were published for before they were brought to boards. */
  readonly areaType: string | null
  /** What its makers decided about the measure. */
  readonly status: string | null
}

/**
 * Reads the descriptions of measures, by name.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`
 */
export function parseDescriptions(file: PublishedFile): ReadonlyMap<string, MeasureDescription> {
  const refuseRepeat = createRepeatCheck()
  return new Map(
    readRawCsv(file, DESCRIPTION_COLUMNS).rows.map((row) => {
      const name = plain(row, 'metric')
      refuseRepeat(row, name)
      return [
        name,
        {
          theme: row.optional('theme'),
          numerator: row.optional('numerator_description'),
          denominator: row.optional('denominator_description'),
          areaType: row.optional('raw_area_type'),
          status: row.optional('status'),
        },
      ]
    }),
  )
}

const plain = (row: RawRow, column: string): string => row.text(column).replace(/\s+/g, ' ')
