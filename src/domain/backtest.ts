/** What a family of series counts: people or their full-time equivalents in post, or a share that leaves in a year. */
export type BacktestKind = 'stock' | 'rate'

/** Series of one publication that are tested together: their areas or staff groups share what they have in common. */
export interface BacktestFamily {
  readonly code: string
  readonly title: string
  readonly kind: BacktestKind
  /** What is counted, in words. */
  readonly unit: string
  /** Share of staff who go out in a year, as taken for all years; NaN for rates, which are that share. */
  readonly exits: number
  /** Months from the day a figure is about to its publication. */
  readonly lagMonths: number
}

/** One published series. */
export interface ObservedSeries {
  readonly family: string
  /** Code of the area or staff group. */
  readonly code: string
  readonly name: string
  readonly firstYear: number
  /** A value a year from the first on, all above 0. */
  readonly values: readonly number[]
}

/** Which half of the series: widths of ranges are set on one, and judged on the other. */
export const BACKTEST_PARTS = ['calibration', 'held-back'] as const
export type BacktestPart = (typeof BACKTEST_PARTS)[number]

/** Percentiles of a past projection, in the order they are kept. */
export const BACKTEST_PERCENTILES = [5, 10, 25, 50, 75, 90, 95] as const

/** Simple rules that a projection is compared with. */
export const RIVALS = ['last', 'linear', 'damped'] as const
export type Rival = (typeof RIVALS)[number]
export const RIVAL_NAMES: Readonly<Record<Rival, string>> = {
  last: 'last value',
  linear: 'linear trend',
  damped: 'damped trend',
}

/** Error and scores of a projection, all over what came true, so that large and small series can be averaged. */
export interface Scores {
  /** |median - outcome|. */
  readonly error: number
  readonly crps: number
  /** Weighted interval score of the median and the 50, 80 and 90 % ranges. */
  readonly wis: number
}

/** A figure projected from an older base, beside what came true. */
export interface PastForecast {
  readonly family: string
  readonly code: string
  readonly part: BacktestPart
  /** Year of the last figure known. */
  readonly origin: number
  readonly horizon: number
  /** The last figure known, and what came true. */
  readonly last: number
  readonly actual: number
  /** In the order of `BACKTEST_PERCENTILES`. */
  readonly percentiles: readonly number[]
  readonly scores: Scores
  readonly rivals: Readonly<Record<Rival, { readonly median: number; readonly scores: Scores }>>
}

/** What a table of results covers: one half of the series, or the years after those that set the widths. */
export const SUMMARY_PARTS = [...BACKTEST_PARTS, 'later-years'] as const
export type SummaryPart = (typeof SUMMARY_PARTS)[number]

/** Stands for all families, or all years ahead together. */
export const ALL_TOGETHER = 'all'

/** Means of a group of past projections. Error and scores are shares of what came true. */
export interface BacktestSummary {
  readonly part: SummaryPart
  /** Code of the family, or `ALL_TOGETHER`. */
  readonly family: string
  /** Years ahead, or null for all together. */
  readonly horizon: number | null
  readonly series: number
  readonly forecasts: number
  readonly scores: Scores
  readonly rivals: Readonly<Record<Rival, Scores>>
  /** Half the width of the 80 % range, over its middle. */
  readonly halfWidth: number
  /** The distance from the median, over the median, within which 80 % of outcomes lay. */
  readonly within: number
  /** Shares of outcomes inside the 50, 80 and 90 % ranges. */
  readonly inside: readonly [fifty: number, eighty: number, ninety: number]
}

/** Years ahead that series are told apart by. */
export const MOST_YEARS_AHEAD = 10

/** Means of one series' past projections, all years ahead together but for `within`. */
export interface SeriesSummary extends Pick<PastForecast, 'family' | 'code' | 'part'> {
  readonly name: string
  readonly forecasts: number
  readonly error: number
  readonly rivals: Readonly<Record<Rival, number>>
  /** Share of outcomes inside the 80 % range. */
  readonly inside: number
  /** `BacktestSummary.within` by years ahead, from 1 to `MOST_YEARS_AHEAD`; null where nothing is so far ahead. */
  readonly within: readonly (number | null)[]
}

/** One past projection shown beside what came true. */
export interface ShownForecast extends Pick<PastForecast, 'family' | 'code' | 'origin'> {
  readonly name: string
  /** Why it is shown: its series' error is in the middle of its family's, or among the worst for their kind. */
  readonly why: 'middle' | 'worst'
  readonly points: readonly Pick<PastForecast, 'horizon' | 'last' | 'actual' | 'percentiles'>[]
}

/** A past projection that is drawn before the present one, where what it counts is what a measure counts. */
export interface KeptForecast extends Pick<PastForecast, 'family' | 'code' | 'origin'> {
  readonly points: readonly {
    readonly horizon: number
    readonly p10: number
    readonly p50: number
    readonly p90: number
  }[]
}

/** What is kept of a back-test and shown. */
export interface BacktestResults {
  readonly families: readonly BacktestFamily[]
  readonly summaries: readonly BacktestSummary[]
  readonly series: readonly SeriesSummary[]
  readonly shown: readonly ShownForecast[]
  readonly past: readonly KeptForecast[]
}

/** A finished back-test. */
export interface Backtest extends BacktestResults {
  readonly seed: number
  readonly draws: number
  readonly forecasts: readonly PastForecast[]
}

/** How wide a family's ranges are made: factors on what the series' own history says, 1 where left alone. */
export interface BacktestWidths {
  /** On the uncertainty of the pace of change, and how it wanders. */
  readonly trend: number
  /** On the swing of a single year. */
  readonly shock: number
}

/** Widths set on the calibration half: from all its outcomes, and from those up to a year alone. */
export interface CalibratedWidths {
  readonly all: BacktestWidths
  readonly early: BacktestWidths
  /** The last year of outcomes that set `early`. */
  readonly until: number
}
