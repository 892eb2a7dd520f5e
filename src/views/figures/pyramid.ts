import { html } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import type { Figure } from './figure.ts'
import { type AgeBand, pyramidPicture } from './pyramid-picture.ts'

/** What a pyramid is about. */
export interface PyramidSubject {
  readonly title: string
  /** What stands behind it, a sentence; how the people were counted. */
  readonly note: string
  /** Code of the area, and what the people are, for the file. */
  readonly area: string
  readonly people: string
  readonly year: number
  readonly bands: readonly AgeBand[]
}

/**
 * Sums people by single year of age into bands.
 * @param women people by single year @param men the same of men @param first age of the first entry
 * @param width years of a band @param open true where the last entry stands for its age and over
 */
export function toBands(
  women: readonly number[],
  men: readonly number[],
  { first, width, open }: { readonly first: number; readonly width: number; readonly open: boolean },
): readonly AgeBand[] {
  const bands: AgeBand[] = []
  const last = first + women.length - 1
  const sum = (people: readonly number[], from: number, to: number): number =>
    people.slice(from - first, to - first + 1).reduce((total, each) => total + each, 0)
  for (let from = first; from <= last; ) {
    const to = Math.min(last, from - (from % width) + width - 1)
    const isOpen = open && to === last
    const label = isOpen && from === last ? `${from} and over` : `${from} to ${to}`
    bands.push({ from, label, women: sum(women, from, to), men: sum(men, from, to) })
    from = to + 1
  }
  return bands
}

/** People by age and sex as a pyramid: women to the left, men to the right, the youngest at the foot. */
export function createPyramid(subject: PyramidSubject): Figure {
  const { title, note, area, people, year, bands } = subject
  const all = bands.reduce((sum, { women, men }) => sum + women + men, 0)
  const share = (value: number): string => formatValue(all === 0 ? 0 : value / all, 'share', 1)
  const whole = (value: number): string => formatValue(value, 'heads')
  const women = bands.reduce((sum, band) => sum + band.women, 0)
  const largest = [...bands].sort((a, b) => b.women + b.men - a.women - a.men)[0]
  const summary = `${whole(all)} people, ${share(women)} of them women. The largest age band is ${largest?.label ?? 'none'}, with ${share((largest?.women ?? 0) + (largest?.men ?? 0))} of all.`
  return {
    title,
    summary,
    note,
    columns: ['year', 'area', 'people', 'age_from', 'age', 'women', 'men'],
    records: bands.map((band) => ({
      year,
      area,
      people,
      age_from: band.from,
      age: band.label,
      women: band.women,
      men: band.men,
    })),
    table: {
      context: title,
      caption: 'People by age.',
      columns: [
        { label: 'Age' },
        { label: 'Women', numeric: true },
        { label: 'Men', numeric: true },
        { label: 'Share of all', numeric: true },
      ],
      rows: bands.map((band, index) => ({
        header: band.label,
        cells: [whole(band.women), whole(band.men), share(band.women + band.men)],
        attributes: html` data-point="${index}" data-say="${`Age ${band.label}: ${whole(band.women)} women, ${whole(band.men)} men, ${share(band.women + band.men)} of all`}"`,
      })),
    },
    empty: all === 0 ? 'There is nobody here.' : null,
    draw: (look) => pyramidPicture({ title, summary, bands }, look),
  }
}
