import { MEASURES } from '../domain/measure.ts'
import {
  type Level,
  PROJECTION_COLUMNS,
  type Projection,
  type ResultArea,
  STATISTICS,
} from '../domain/projection.ts'

/** Which rows a file holds: `standard` keeps England's to a bearable size, `all` holds every statistic of everything. */
export type CsvContent = 'standard' | 'all'

const BATCH = 1 << 20
const RANGE_MEASURES = new Set(['supply_fte', 'need_fte', 'gap_fte', 'coverage'])
const RANGE_STATISTICS = new Set(['central', 'p10', 'p50', 'p90'])

/**
 * Positions of the statistics that a file holds for one measure of one area and level. Standard content
 * is the central run everywhere, all nine for England, and the middle and eight-in-ten range of staff,
 * need, gap and coverage for the groups of regions and areas.
 */
function statisticsWritten(
  kind: ResultArea['kind'],
  level: Level,
  measure: string,
  content: CsvContent,
): number[] {
  const isWritten = (statistic: string): boolean => {
    if (content === 'all' || kind === 'country' || statistic === 'central') return true
    return level !== 'occupation' && RANGE_MEASURES.has(measure) && RANGE_STATISTICS.has(statistic)
  }
  return STATISTICS.flatMap((statistic, index) => (isWritten(statistic) ? [index] : []))
}

/**
 * The text of `projection.csv` in pieces of about a megabyte, the header first: tidy rows ordered by
 * area, series, year, measure and statistic, lines ended by a line feed, each value the shortest decimal
 * that reads back as the same number. Values that do not apply (NaN) have no row.
 * @param content see `CsvContent`; a run limited to one area always has every statistic
 * @param onArea told after each area how many are done
 */
export function* projectionCsv(
  projection: Projection,
  content: CsvContent = 'standard',
  onArea: (done: number) => void = () => undefined,
): Generator<string, void, void> {
  const { manifest, areas, series, years, measures, values } = projection
  const rows = manifest.area === null ? content : 'all'
  const run = `${csvField(manifest.run)},${csvField(manifest.scenario)},`
  let batch = `${PROJECTION_COLUMNS.join()}\n`
  let at = 0
  for (const [done, area] of areas.entries()) {
    for (const { level, code } of series) {
      const cells = cellPlans(area, level, measures, rows)
      const place = `,${csvField(area.code)},${level},${csvField(code)}`
      for (const year of years) {
        const start = run + year + place
        for (const cell of cells) {
          for (const { offset, text } of cell) {
            const value = values[at + offset] as number
            if (!Number.isNaN(value)) batch += `${start + text + value}\n`
          }
          at += STATISTICS.length
        }
        if (batch.length >= BATCH) {
          yield batch
          batch = ''
        }
      }
    }
    onArea(done + 1)
  }
  if (batch !== '') yield batch
}

/** What is written of one measure: the statistic's place and the text between the series' code and the value. */
type CellPlan = readonly { readonly offset: number; readonly text: string }[]

function cellPlans(
  area: ResultArea,
  level: Level,
  measures: readonly string[],
  content: CsvContent,
): CellPlan[] {
  return measures.map((measure) => {
    const unit = MEASURES.find(({ code }) => code === measure)?.unit
    if (unit === undefined) throw new Error(`${area.code}: ${measure} is not in the dictionary of measures`)
    return statisticsWritten(area.kind, level, measure, content).map((offset) => ({
      offset,
      text: `,${measure},${unit},${STATISTICS[offset]},`,
    }))
  })
}

/** A text as a CSV field, quoted where it must be. */
const csvField = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
