import {
  ALL_TOGETHER,
  type BacktestSummary,
  RIVALS,
  type Rival,
  type SeriesSummary,
  type SummaryPart,
} from '../../domain/backtest.ts'

/** In how many series the projection's error was lower than rivals', of the held-back half. */
export interface Contest {
  readonly family: string
  readonly series: number
  /** The rival with the least mean error over the family's series: the one that would best have been chosen. */
  readonly best: Rival
  /** Series with an error lower than that rival's, than each rival's, and than every rival's in that series. */
  readonly beatsBest: number
  readonly beats: Readonly<Record<Rival, number>>
  readonly beatsEvery: number
}

/**
 * Compares error with rivals', series by series, in each family and in all; in all together the best rival
 * is each family's own.
 */
export function contests(series: readonly SeriesSummary[]): readonly Contest[] {
  const judged = series.filter(({ part }) => part === 'held-back')
  const families = [...new Set(judged.map(({ family }) => family))]
  const each = families.map((family) =>
    contest(
      family,
      judged.filter((one) => one.family === family),
    ),
  )
  if (each.length < 2) return each
  const all = contest(ALL_TOGETHER, judged)
  return [{ ...all, beatsBest: each.reduce((sum, { beatsBest }) => sum + beatsBest, 0) }, ...each]
}

function contest(family: string, series: readonly SeriesSummary[]): Contest {
  const total = (rival: Rival): number => series.reduce((sum, { rivals }) => sum + rivals[rival], 0)
  const best = RIVALS.reduce((a, b) => (total(b) < total(a) ? b : a))
  const wins = (rival: Rival): number => series.filter(({ error, rivals }) => error < rivals[rival]).length
  return {
    family,
    series: series.length,
    best,
    beatsBest: wins(best),
    beats: { last: wins('last'), linear: wins('linear'), damped: wins('damped') },
    beatsEvery: series.filter(({ error, rivals }) => RIVALS.every((rival) => error < rivals[rival])).length,
  }
}

/** The row of all years ahead of a family, or of all families; undefined where nothing was projected. */
export const overallOf = (
  summaries: readonly BacktestSummary[],
  part: SummaryPart,
  family: string = ALL_TOGETHER,
): BacktestSummary | undefined =>
  summaries.find((one) => one.part === part && one.family === family && one.horizon === null)

/** Rows of one family and part by years ahead. */
export const horizonsOf = (
  summaries: readonly BacktestSummary[],
  part: SummaryPart,
  family: string = ALL_TOGETHER,
): readonly (BacktestSummary & { readonly horizon: number })[] =>
  summaries.flatMap((one) =>
    one.part === part && one.family === family && one.horizon !== null
      ? [{ ...one, horizon: one.horizon }]
      : [],
  )
