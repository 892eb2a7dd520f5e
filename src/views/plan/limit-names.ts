import type { PlanLimit } from '../../domain/plan.ts'

/** What each limit of a plan is called, in plain words. */
export const LIMIT_NAMES: Readonly<Record<PlanLimit, string>> = {
  'places-growth': 'Most that entrants to a training programme grow from one year to the next',
  'places-step': 'Entrants that a programme may add in a year beyond that',
  'places-fall': 'Most that entrants to a programme fall from one year to the next',
  'places-floor': 'Fewest entrants to a programme, of today’s',
  'arrivals-growth': 'Most that arrivals from abroad grow or fall from one year to the next',
  'arrivals-step': 'Arrivals that may come or go in a year beyond that',
  'arrivals-floor': 'Fewest arrivals from abroad, of today’s',
  'international-share': 'Most that come from abroad, of all who join',
  'international-share-year': 'Year by whose 31 March that is reached',
  'retention-rise': 'Most staff whose employers join the retention programme in a year',
  'pay-growth': 'Most that pay of openly recruited staff is raised in a year, beyond its path',
  'discount-rate': 'How much less a pound counts for every year ahead',
}
