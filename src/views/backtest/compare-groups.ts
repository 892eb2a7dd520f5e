import type { BacktestResults, SeriesSummary } from '../../domain/backtest.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import type { ProjectionReader, SeriesKey } from '../projection-reader.ts'
import { writeTable } from '../tables/data-table.ts'

/** A published series and its counterpart in a run: within what 8 in 10 outcomes came, and half the run's range of 8 in 10. */
export interface GroupWidths {
  readonly name: string
  /** By years ahead, both over the middle. */
  readonly ahead: readonly { readonly years: number; readonly within: number; readonly run: number }[]
}

/** The family whose series are staff groups of England, as a run has them. */
const FAMILY = 'nhs-groups'
/** Years ahead that are shown. */
const YEARS = [1, 5, 10]
/** Years ahead that sentences speak of. */
const SAID = 5
/** Levels a counterpart is looked for at, in this order. */
const LEVELS = ['staff_group', 'occupation', 'sector'] as const
/** A range this much narrower or wider than past errors is named. */
const APART = 0.25

/** Puts a run's ranges of England's NHS staff groups beside past errors of the same groups, group by group. */
export function compareGroups(
  { series }: Pick<BacktestResults, 'series'>,
  reader: ProjectionReader,
): readonly GroupWidths[] {
  const { home, firstYear, projection } = reader
  if (home.kind !== 'country') return []
  return series
    .filter(({ family }) => family === FAMILY)
    .flatMap((one) => {
      const own = counterpart(one, projection.series)
      if (!own) return []
      const ahead = YEARS.flatMap((years) => {
        const within = one.within[years - 1]
        const spread = reader.spread(home.code, own, 'supply_fte', firstYear + years)
        if (!within || !spread || spread.p50 <= 0) return []
        return [{ years, within, run: (spread.p90 - spread.p10) / 2 / spread.p50 }]
      })
      return ahead.length === 0 ? [] : [{ name: one.name, ahead }]
    })
}

const counterpart = ({ code }: SeriesSummary, series: readonly SeriesKey[]): SeriesKey | undefined =>
  LEVELS.map((level) => series.find((one) => one.level === level && one.code === code)).find(Boolean)

/** Which groups' ranges are narrower and which are wider than past errors, five years ahead, in a sentence each. */
export function sayGroups(groups: readonly GroupWidths[]): readonly string[] {
  const apart = groups.flatMap(({ name, ahead }) =>
    ahead
      .filter(({ years }) => years === SAID)
      .map(({ within, run }) => ({
        ratio: run / within,
        text: `${name} (${percent(run)} either way, where 8 in 10 came within ${percent(within)})`,
      })),
  )
  if (apart.length === 0) return []
  const narrower = apart.filter(({ ratio }) => ratio < 1 - APART)
  const wider = apart.filter(({ ratio }) => ratio > 1 + APART)
  const say = (what: string, of: typeof apart): string[] =>
    of.length === 0
      ? []
      : [`${what}, if the years to come are like those past: ${of.map(({ text }) => text).join('; ')}.`]
  return [
    `Five years ahead, ${apart.length - narrower.length - wider.length} of ${apart.length} ranges of NHS staff groups are within a quarter of what past errors call for.`,
    ...say('Too narrow by more than that', narrower),
    ...say('Too wide by more than that', wider),
  ]
}

const percent = (share: number): string => formatValue(share, 'share')

/** The comparison as sentences and a table; null where the run and the back-test share nothing. */
export function groupTable(
  results: Pick<BacktestResults, 'series'>,
  reader: ProjectionReader,
): Markup | null {
  const groups = compareGroups(results, reader)
  if (groups.length === 0) return null
  const at = (years: number): string => (years === 1 ? '1 year' : `${years} years`)
  const table = writeTable({
    id: 'backtest-group-widths',
    caption:
      'NHS staff groups in England: within what 8 in 10 came true, and half the width of this run’s range',
    columns: [
      { label: 'Staff' },
      ...YEARS.flatMap((years) => [
        { label: `${at(years)}: came within`, numeric: true },
        { label: `${at(years)}: this run`, numeric: true },
      ]),
    ],
    rows: groups.map(({ name, ahead }) => ({
      header: name,
      cells: YEARS.flatMap((years) => {
        const one = ahead.find((each) => each.years === years)
        return one ? [`± ${percent(one.within)}`, `± ${percent(one.run)}`] : ['–', '–']
      }),
    })),
  })
  const sentences = sayGroups(groups)
  return html`${sentences.length > 0 ? html`<ul class="govuk-list govuk-list--bullet hr-prose">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : null}${table}`
}
