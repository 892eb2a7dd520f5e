import type { ResultArea } from '../../domain/projection.ts'
import { sayBetween, sayNumber } from '../numbers/format-value.ts'
import { sentenceStep } from '../numbers/round-to-range.ts'
import type { ProjectionReader, SeriesKey } from '../projection-reader.ts'
import { seriesNoun } from '../series-noun.ts'
import { placeName, placeNameFirst } from './place-name.ts'
import { type Outlook, outlookOf, sayGap } from './say-gap.ts'

/** The answer in words, for a person who reads nothing else. */
export interface Headline {
  /** One sentence with its range and its date. */
  readonly sentence: string
  /** The same as a rate: of every hundred needed, how many at work. Null where need is not projected. */
  readonly perHundred: string | null
  /** The gap in the base year. Null where there is none. */
  readonly today: string | null
  /** What the range means. */
  readonly meaning: string
  readonly outlook: Outlook | null
}

/** What the headline is about. */
export interface HeadlineSubject {
  readonly area: ResultArea
  readonly series: SeriesKey & { readonly name: string }
  /** Calendar year of the 31 March that the sentence is about. */
  readonly year: number
}

/**
 * Writes the headline of a projection: the gap between staff and need in one area and year, with the
 * range of eight runs in ten, rounded to what that range supports.
 */
export function createHeadline(reader: ProjectionReader, subject: HeadlineSubject): Headline {
  const { area, series, year } = subject
  const gap = reader.spread(area.code, series, 'gap_fte', year)
  const meaning = sayMeaning(reader.projection.manifest.draws)
  if (!gap)
    return {
      sentence: `Headroom has no projection of ${seriesNoun(series)} in ${placeName(area)} for ${year}.`,
      perHundred: null,
      today: null,
      meaning,
      outlook: null,
    }
  const outlook = outlookOf(gap)
  const verb = outlook === 'uncertain' ? 'could' : 'is likely to'
  return {
    sentence: `By March ${year}, ${placeName(area)} ${verb} ${sayGap(gap, seriesNoun(series))}.`,
    perHundred: sayPerHundred(reader, subject),
    today: sayToday(reader, subject),
    meaning,
    outlook,
  }
}

/** The gap of each sector in a line of its own, such as `Primary care: short of about 4,000`. */
export function createSectorLines(
  reader: ProjectionReader,
  area: ResultArea,
  year: number,
): readonly { readonly name: string; readonly text: string }[] {
  return reader.projection.series
    .filter((series) => series.level === 'sector')
    .flatMap((series) => {
      const gap = reader.spread(area.code, series, 'gap_fte', year)
      if (!gap) return []
      const verb = outlookOf(gap) === 'uncertain' ? 'could' : 'is likely to'
      return [{ name: series.name, text: `${verb} ${sayGap(gap, 'staff')}` }]
    })
}

function sayPerHundred(reader: ProjectionReader, { area, series, year }: HeadlineSubject): string | null {
  const coverage = reader.spread(area.code, series, 'coverage', year)
  if (!coverage) return null
  const [low, high] = [coverage.p10 * 100, coverage.p90 * 100]
  const noun = series.level === 'all' ? 'staff' : seriesNoun(series)
  return `For every 100 full-time ${noun} that people will need, ${sayBetween(low, high, 1)} are likely to be at work.`
}

function sayToday(reader: ProjectionReader, { area, series }: HeadlineSubject): string | null {
  const gap = reader.spread(area.code, series, 'gap_fte', reader.firstYear)
  if (!gap) return null
  const middle = Math.abs(gap.p50)
  const step = sentenceStep(gap.p10, gap.p90)
  const amount = sayNumber(middle, step)
  const start = `In March ${reader.firstYear}, ${placeName(area)}`
  if (amount === '0') return `${start} had about as many as people needed.`
  return gap.p50 < 0
    ? `${start} was short of about ${amount}.`
    : `${start} had about ${amount} more than needed.`
}

function sayMeaning(draws: number): string {
  if (draws === 1) return 'This is one run of the model, so its range says nothing yet.'
  return `We ran the model ${sayNumber(draws, 1)} times, each time with different but believable values for what we don’t know. In 8 out of 10 runs the answer was inside this range.`
}

/** The title of a page about an area and a series: `Midwives in the South West to 2045`. */
export function createTitle(
  reader: ProjectionReader,
  { area, series }: Omit<HeadlineSubject, 'year'>,
): string {
  if (series.level !== 'all') return `${series.name} in ${placeName(area)} to ${reader.lastYear}`
  const place = placeNameFirst(area)
  const owner = place.endsWith('s') ? `${place}’` : `${place}’s`
  return area.kind === 'country'
    ? `${owner} health and care workforce to ${reader.lastYear}`
    : `Health and care workforce in ${placeName(area)} to ${reader.lastYear}`
}
