import type { Finding } from '../../domain/finding.ts'
import type { AreaFinder } from '../area-names.ts'
import { isKnownMeasure, measureCode, STOCKS } from './measures.ts'
import type { BoardMeasure } from './parse.ts'
import { isPrimaryCare } from './primary-care-rates.ts'

/**
 * How far a board's change within a year may be from the median board's before it looks like something else: a judgement.
 * The largest change of acute staff that is not known to be a reorganisation is 12.0 %.
 */
const JUMP = 0.125

/** New measures, absent areas, missing values, zeros and jumps of the panel, each with its place. */
export function checkPanel(
  measures: readonly BoardMeasure[],
  areas: AreaFinder,
  file: string,
): readonly Finding[] {
  const byName = new Map<string, BoardMeasure[]>()
  for (const measure of measures) {
    const own = byName.get(measure.name)
    if (own) own.push(measure)
    else byName.set(measure.name, [measure])
  }
  return [...byName].flatMap(([name, own]) => [
    ...checkNew(name, own, file),
    ...checkAreas(name, own, areas, file),
    ...checkValues(name, own, file),
    ...(STOCKS.includes(measureCode(name)) ? checkJumps(name, own, file) : []),
  ])
}

function checkNew(name: string, [first]: readonly BoardMeasure[], file: string): readonly Finding[] {
  if (!first || isPrimaryCare(first) || isKnownMeasure(name)) return []
  const message = `The measure “${name}” is new: it goes by the code ${measureCode(name)}.`
  return [{ rule: 'icb-panel-new', severity: 'note', message, place: file }]
}

function checkAreas(
  name: string,
  own: readonly BoardMeasure[],
  areas: AreaFinder,
  file: string,
): readonly Finding[] {
  const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year): Finding[] => {
    const present = new Set(own.filter((measure) => measure.year === year).map(({ area }) => area))
    const absent = areas.codes.filter((code) => !present.has(code))
    if (absent.length === 0) return []
    const message = `The measure “${name}” has no row for ${absent.join(', ')}.`
    return [{ rule: 'icb-panel-areas', severity: 'warning', message, place: `${file}, ${year}` }]
  })
}

/** Missing values, and zeros: several stand for figures that weren't collected. */
function checkValues(name: string, own: readonly BoardMeasure[], file: string): readonly Finding[] {
  const places = (part: readonly BoardMeasure[]): string => {
    const shown = part.slice(0, 8).map(({ area, year }) => `${area} ${year}`)
    return part.length > shown.length
      ? `${shown.join(', ')} and ${part.length - shown.length} more`
      : shown.join(', ')
  }
  const missing = own.filter(({ value }) => value === null)
  const zeros = own.filter(({ value }) => value === 0)
  // The model uses the rates of primary care, so a gap there is more than worth noting.
  const severity = own.some(isPrimaryCare) ? 'warning' : 'note'
  const findings: Finding[] = []
  if (missing.length > 0)
    findings.push({
      rule: 'icb-panel-missing',
      severity,
      message: `The measure “${name}” is not available for ${places(missing)}.`,
      place: file,
    })
  if (zeros.length > 0)
    findings.push({
      rule: 'icb-panel-zero',
      severity,
      message: `The measure “${name}” is 0 in ${zeros.length} of ${own.length} rows (${places(zeros)}): none, or not collected.`,
      place: file,
    })
  return findings
}

/** Changes within a year far from the median board's: trusts that moved, or counts that did. */
function checkJumps(name: string, own: readonly BoardMeasure[], file: string): readonly Finding[] {
  const values = new Map(own.map(({ area, year, value }) => [`${area} ${year}`, value]))
  const changes = own.flatMap(({ area, year, value }) => {
    const before = values.get(`${area} ${year - 1}`)
    return value === null || !before ? [] : [{ area, year, ratio: value / before }]
  })
  const years = [...new Set(changes.map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year) => {
    const ofYear = changes.filter((change) => change.year === year)
    const median = medianOf(ofYear.map(({ ratio }) => ratio))
    const far = ofYear.filter(({ ratio }) => Math.abs(ratio / median - 1) > JUMP)
    return far.map(({ area, ratio }): Finding => {
      const message = `${measureCode(name)} changes by ${percent(ratio)} within a year, the median area by ${percent(median)}: looks like a reorganisation, not growth.`
      return { rule: 'icb-panel-jump', severity: 'note', message, place: `${file}, ${area}, ${year}` }
    })
  })
}

const percent = (ratio: number): string => {
  const text = (100 * (ratio - 1)).toFixed(0)
  return `${text === '-0' ? '0' : text} %`
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]]
  return (low + high) / 2
}
