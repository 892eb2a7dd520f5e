import type { KeptForecast, PastForecast } from '../domain/backtest.ts'

/** Families whose series count what a measure of an area or a series of staff counts: see `match-past.ts`. */
export const PAST_FAMILIES = [
  'nhs-groups',
  'general-practitioners',
  'practice-administration',
  'practice-nurses',
  'practice-patient-care',
] as const
export type PastFamily = (typeof PAST_FAMILIES)[number]

/** Years before a series’ last count that it is projected from. */
const YEARS_BEFORE = [10, 5] as const

const P10 = 1
const P50 = 3
const P90 = 5

/**
 * Past projections that are drawn before the present one: of every series of those families from ten and five years
 * before its last count, as far as it could be projected then; where neither could be, from the first year that it could.
 */
export function keepPast(forecasts: readonly PastForecast[]): readonly KeptForecast[] {
  const series = new Map<string, PastForecast[]>()
  for (const one of forecasts) {
    if (!PAST_FAMILIES.some((family) => family === one.family)) continue
    const key = `${one.family}/${one.code}`
    const own = series.get(key)
    if (own) own.push(one)
    else series.set(key, [one])
  }
  return [...series.values()].flatMap((own) => {
    const origins = [...new Set(own.map(({ origin }) => origin))].sort((a, b) => a - b)
    const last = Math.max(...own.map(({ origin, horizon }) => origin + horizon))
    const wanted = YEARS_BEFORE.map((years) => last - years).filter((year) => origins.includes(year))
    return (wanted.length > 0 ? wanted : origins.slice(0, 1)).map((from): KeptForecast => {
      const points = own
        .filter(({ origin }) => origin === from)
        .map(({ horizon, percentiles }) => ({
          horizon,
          p10: percentiles[P10]!,
          p50: percentiles[P50]!,
          p90: percentiles[P90]!,
        }))
      const { family, code } = own[0]!
      return { family, code, origin: from, points }
    })
  })
}
