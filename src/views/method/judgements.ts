import type { AssumptionBook, Judgement, Source } from '../../domain/assumption-book.ts'
import type { Quality } from '../../domain/origin.ts'

/** Every judgement of a book, in the order of its tables. */
export function judgementsOf(book: AssumptionBook): readonly Judgement[] {
  const parts: readonly unknown[] = Object.values(book)
  return parts.flatMap((part) => rowsOf(part).flatMap((row) => (isJudged(row) ? [row.judgement] : [])))
}

function rowsOf(part: unknown): readonly unknown[] {
  if (part instanceof Map) return [...part.values()]
  return Array.isArray(part) ? part : [part]
}

const isJudged = (row: unknown): row is { readonly judgement: Judgement } =>
  typeof row === 'object' && row !== null && 'judgement' in row

/** How many judgements carry each mark of quality. */
export function countQualities(judgements: readonly Judgement[]): Readonly<Record<Quality, number>> {
  const count = (quality: Quality) => judgements.filter((judgement) => judgement.quality === quality).length
  return { green: count('green'), amber: count('amber'), red: count('red') }
}

/** The publications that judgements lean on, each once, by publisher and title. */
export function sourcesOf(judgements: readonly Judgement[]): readonly Source[] {
  const byId = new Map(judgements.map(({ source }) => [source.id, source]))
  const key = ({ publisher, publication }: Source) => `${publisher} ${publication}`
  return [...byId.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
