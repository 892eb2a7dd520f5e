import type { Occupation } from '../../domain/occupation.ts'
import type { ResultArea } from '../../domain/projection.ts'
import { placeName } from '../headline/place-name.ts'
import { html } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { tableStep } from '../numbers/round-to-range.ts'
import type { ProjectionReader, SeriesKey } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'
import type { Figure } from './figure.ts'
import { type MoveFlow, movesPicture } from './moves-picture.ts'

/** A way from one occupation to another, and how its hazard compares with the others from there. */
export interface MoveRoute {
  readonly from: string
  readonly to: string
  readonly hazard: number
}

/** What a diagram of moves is about. */
export interface MovesSubject {
  readonly area: ResultArea
  readonly series: SeriesKey & { readonly name: string }
  readonly year: number
}

/** Groups that staff are told apart by in the diagram. */
export interface MoveGroups {
  readonly occupations: readonly Pick<Occupation, 'code' | 'name' | 'sector' | 'staffGroup'>[]
  readonly routes: readonly MoveRoute[]
}

/**
 * People by way in a year: those who move out of an occupation go its ways in proportion to their hazards, as in the
 * model. No run varies those proportions, so that a way’s range is its share of the range of all who move out.
 */
export function moveFlows(
  reader: ProjectionReader,
  { occupations, routes }: MoveGroups,
  { area, series, year }: MovesSubject,
): readonly MoveFlow[] {
  const leaving = new Map<string, number>()
  for (const { from, hazard } of routes) leaving.set(from, (leaving.get(from) ?? 0) + hazard)
  const within = membersOf(occupations, series)
  return routes
    .flatMap(({ from, to, hazard }): MoveFlow[] => {
      if (!within.has(from) && !within.has(to)) return []
      const all = leaving.get(from) ?? 0
      const out = reader.spread(area.code, { level: 'occupation', code: from }, 'moves_out_heads', year)
      if (!out || all <= 0) return []
      const [people, p10, p90] = [out.mean, out.p10, out.p90].map((value) => (value * hazard) / all)
      return [{ from, to, people: people!, p10: p10!, p90: p90! }]
    })
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people)
}

function membersOf(occupations: MoveGroups['occupations'], { level, code }: SeriesKey): ReadonlySet<string> {
  const isMember = (occupation: MoveGroups['occupations'][number]): boolean =>
    level === 'all' ||
    (level === 'occupation' && occupation.code === code) ||
    (level === 'staff_group' && occupation.staffGroup === code) ||
    (level === 'sector' && occupation.sector === code)
  return new Set(occupations.filter(isMember).map((occupation) => occupation.code))
}

/** Ways drawn one by one at most; the table and the file have all. */
const DRAWN = 20

/** Who moves from which occupation to which in a year. */
export function createMoves(reader: ProjectionReader, groups: MoveGroups, subject: MovesSubject): Figure {
  const { area, series, year } = subject
  const flows = moveFlows(reader, groups, subject)
  const names = new Map(groups.occupations.map(({ code, name }) => [code, name]))
  const nameOf = (code: string): string => names.get(code) ?? code
  const number = (people: number): string => formatValue(people, 'heads', tableStep(people, people))
  const rangeOf = ({ p10, p90 }: MoveFlow): string | null => {
    const step = tableStep(p10, p90)
    const [low, high] = [p10, p90].map((value) => formatValue(value, 'heads', step))
    return low === high ? null : `${low} to ${high}`
  }
  const say = (flow: MoveFlow): string => {
    const range = rangeOf(flow)
    return `From ${midSentence(nameOf(flow.from))} to ${midSentence(nameOf(flow.to))}: ${number(flow.people)}${range ? ` (${range} in 8 of 10 runs)` : ''}`
  }
  const title = `Moves between occupations: ${midSentence(seriesNoun(series))}, ${placeName(area)}, year to March ${year}`
  const all = flows.reduce((sum, { people }) => sum + people, 0)
  const summary = `${number(all)} people a year move along ${flows.length} ways. ${flows
    .slice(0, 5)
    .map(say)
    .join('. ')}.`
  return {
    title,
    summary,
    note: `Mean of all runs. How many leave each occupation for another comes from the run; which way they go is shared out by the assumed rates of moving, which no run varies, so a way’s range is its share of theirs. The bands are as wide as the mean.${flows.length > DRAWN ? ` The picture has the ${DRAWN} largest.` : ''}`,
    columns: ['year', 'area', 'from', 'from_name', 'to', 'to_name', 'people', 'p10', 'p90'],
    records: flows.map(({ from, to, people, p10, p90 }) => ({
      year,
      area: area.code,
      from,
      from_name: nameOf(from),
      to,
      to_name: nameOf(to),
      people,
      p10,
      p90,
    })),
    table: {
      context: title,
      caption: 'People in the year: the mean of all runs, and the range of 8 in 10 runs.',
      columns: [{ label: 'From' }, { label: 'To' }, { label: 'People', numeric: true }],
      rows: flows.map((flow, index) => ({
        header: nameOf(flow.from),
        cells: [
          nameOf(flow.to),
          html`<span class="hr-middle">${number(flow.people)}</span> <span class="hr-range">${rangeOf(flow) ?? ''}</span>`,
        ],
        attributes: html` data-point="${index}" data-say="${say(flow)}"`,
      })),
    },
    empty:
      flows.length > 0
        ? null
        : year === reader.firstYear
          ? `Moves are counted from ${reader.firstYear + 1} on. Choose a later year.`
          : 'The model has no moves from or to these staff.',
    draw: (look) => movesPicture({ title, summary, flows: flows.slice(0, DRAWN), nameOf, say }, look),
  }
}
