import type { AreaFact } from '../../domain/area-fact.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue, NO_VALUE } from '../numbers/format-value.ts'
import { writeTable } from '../tables/data-table.ts'

/** Where an area stands among all areas. */
export interface Standing {
  readonly value: number
  /** Middle of all areas. */
  readonly middle: number
  /** 1 for the greatest; areas that share the least are all last. */
  readonly rank: number
  readonly of: number
}

/** Where an area stands in a fact, or null where nothing is known of it. */
export function standingOf({ values }: Pick<AreaFact, 'values'>, area: string): Standing | null {
  const value = values.get(area)
  if (value === undefined) return null
  const sorted = [...values.values()].sort((a, b) => a - b)
  const half = (sorted.length - 1) / 2
  const middle = ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2
  const rank = value === sorted[0] ? sorted.length : sorted.filter((each) => each > value).length + 1
  return { value, middle, rank, of: sorted.length }
}

const ORDINALS = ['th', 'st', 'nd', 'rd']

/** A place in an order: `highest`, `2nd highest`, `lowest`, `3rd lowest`. */
export function sayRank({ rank, of }: Pick<Standing, 'rank' | 'of'>): string {
  const fromLowest = of - rank + 1
  const [place, end] = rank <= fromLowest ? [rank, 'highest'] : [fromLowest, 'lowest']
  if (place === 1) return end
  const teen = place % 100 > 10 && place % 100 < 14
  return `${place}${(teen ? null : ORDINALS[place % 10]) ?? 'th'} ${end}`
}

/** Facts of one area beside the middle of all areas, with the area’s place among them. */
export function factsTable(
  facts: readonly AreaFact[],
  area: string,
  options: { readonly id: string; readonly caption: string },
): Markup {
  const rows = facts.map((fact) => {
    const standing = standingOf(fact, area)
    const say = (value: number): string => formatValue(value, fact.unit)
    const source = html`${fact.source}${fact.method ? html` <span class="hr-range">${fact.method}</span>` : null}`
    return {
      header: fact.name,
      cells: standing
        ? [
            html`<span class="hr-middle">${say(standing.value)}</span>`,
            say(standing.middle),
            `${sayRank(standing)} of ${standing.of}`,
            fact.period,
            source,
          ]
        : [
            html`<span aria-hidden="true">${NO_VALUE}</span><span class="govuk-visually-hidden">not published</span>`,
            NO_VALUE,
            NO_VALUE,
            fact.period,
            source,
          ],
    }
  })
  return writeTable({
    ...options,
    columns: [
      { label: 'What' },
      { label: 'Here', numeric: true },
      { label: 'Middle of areas', numeric: true },
      { label: 'Rank' },
      { label: 'When' },
      { label: 'Source' },
    ],
    rows,
  })
}
