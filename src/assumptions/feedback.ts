import type { AssumptionBook, Judged, Uncertainty } from '../domain/assumption-book.ts'
import type { UncertainFactor, UncertaintyTarget } from '../domain/engine-model.ts'
import type { Finding } from '../domain/finding.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { distributionCentre } from '../stats/distribution.ts'
import { serviceFamily } from './read-book-need.ts'

/** Targets whose draw is the value itself: strengths of feedback and elasticities, each 0 where nothing acts. */
export const VALUE_TARGETS: readonly UncertaintyTarget[] = [
  'pay-leave',
  'pay-fill',
  'pressure-leave',
  'pressure-sickness',
  'pressure-attrition',
  'placement-strain',
  'care-pool',
]
/** Targets that a draw shifts, centred on 0. */
export const SHIFT_TARGETS: readonly UncertaintyTarget[] = [
  'growth',
  'productivity',
  'population',
  'unpaid-growth',
]
const WITHOUT_MEMBERS: readonly UncertaintyTarget[] = ['population', 'care-pool', 'unpaid-growth', 'transfer']

/**
 * Every line of `uncertainty.csv` with the occupations or services it covers.
 * @throws HeadroomError `table-cell` where a line's scope covers nothing its target acts on
 */
export const uncertainFactors = (reference: Reference, book: AssumptionBook): UncertainFactor[] =>
  book.uncertainty.map((row) => uncertainFactor(reference, book, row))

/** Feedback that no line of the book gives a strength, or gives one of the wrong sign. */
export function checkFeedback(book: AssumptionBook): Finding[] {
  const strengths = VALUE_TARGETS.filter((target) => !book.uncertainty.some((row) => row.target === target))
  const missing = strengths.map(
    (target): Finding => ({
      rule: 'feedback-stated',
      severity: 'error',
      message: `No line gives ${target} a strength, so that part of the model would stand still.`,
      place: 'data/assumptions/uncertainty.csv',
    }),
  )
  const negative = book.uncertainty
    .filter(
      ({ target, distribution }) => VALUE_TARGETS.includes(target) && distributionCentre(distribution) < 0,
    )
    .map(
      ({ id, distribution, judgement }): Finding => ({
        rule: 'feedback-stated',
        severity: 'error',
        message: `${id} is centred on ${distributionCentre(distribution)}; a strength can’t be below 0.`,
        place: `${judgement.file}, row ${judgement.row}`,
      }),
    )
  return [...missing, ...negative]
}

function uncertainFactor(
  reference: Reference,
  book: AssumptionBook,
  row: Judged<Uncertainty>,
): UncertainFactor {
  const { id, target, scope, distribution, walk, memory } = row
  const members = membersOf(reference, book, target, scope)
  const hasMembers = members.length > 0 || WITHOUT_MEMBERS.includes(target)
  if (!hasMembers || (WITHOUT_MEMBERS.includes(target) && scope !== 'all'))
    throw new HeadroomError('table-cell', {
      file: row.judgement.file,
      row: row.judgement.row,
      column: 'scope',
      expected: expectedScope(target),
      found: scope,
    })
  return { id, target, members: Int32Array.from(members), distribution, walk, memory }
}

function expectedScope(target: UncertaintyTarget): string {
  if (WITHOUT_MEMBERS.includes(target)) return 'all'
  return target === 'growth' ? 'a service or all' : 'a sector, staff group, occupation or all'
}

function membersOf(
  reference: Reference,
  book: AssumptionBook,
  target: UncertaintyTarget,
  scope: string,
): number[] {
  const covers = (codes: readonly string[]): boolean => scope === 'all' || codes.includes(scope)
  if (WITHOUT_MEMBERS.includes(target)) return []
  if (target === 'growth')
    return book.services.flatMap(({ code }, v) => (covers([code, serviceFamily(code)]) ? [v] : []))
  return reference.occupations.flatMap(({ code, sector, staffGroup }, o) =>
    covers([code, sector, staffGroup]) ? [o] : [],
  )
}
