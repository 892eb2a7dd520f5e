import { type AssumptionBook, bookKey } from '../domain/assumption-book.ts'
import type { Occupation } from '../domain/occupation.ts'
import type { Reference } from '../domain/reference.ts'
import type { ARRIVAL_KINDS } from './read-book-flows.ts'

/** Arrivals from abroad, heads a year, and what they are held between [o][y]. */
export interface Arrivals {
  readonly central: Float64Array
  readonly floor: Float64Array
  readonly cap: Float64Array
}

/** Arrivals under no change: the same every year; no floor or cap where the book gives none. */
export function arrivalPaths(reference: Reference, book: AssumptionBook, years: number): Arrivals {
  const path = (value: (code: string) => number): Float64Array =>
    Float64Array.from({ length: reference.occupations.length * years }, (_, i) =>
      value(reference.occupations[Math.floor(i / years)]!.code),
    )
  return {
    central: path((code) => book.international.get(code)?.arrivals ?? 0),
    floor: path((code) => book.internationalLimits.get(code)?.floor ?? 0),
    cap: path((code) => book.internationalLimits.get(code)?.cap ?? Number.POSITIVE_INFINITY),
  }
}

/** The kind of arrivals whose countries of origin an occupation shares. */
export function arrivalKind({ code, profile, sector }: Occupation): (typeof ARRIVAL_KINDS)[number] {
  if (DOCTORS.has(profile)) return 'doctors'
  if (NURSES.has(profile) || code === 'social-care-nurses') return 'nurses'
  if (ALLIED.has(profile)) return 'allied-health'
  return sector === 'social-care' ? 'care' : 'other'
}

/** Share of an occupation's arrivals that comes from countries of the support and safeguards list. */
export function safeguardedShare(book: AssumptionBook, occupation: Occupation): number {
  const kind = arrivalKind(occupation)
  return [...book.countryGroups].reduce(
    (sum, [group, { safeguarded }]) =>
      safeguarded ? sum + (book.origins.get(bookKey(kind, group))?.share ?? 0) : sum,
    0,
  )
}

const DOCTORS = new Set(['consultants', 'specialty-doctors', 'resident-doctors', 'general-practitioners'])
const NURSES = new Set(['nurses', 'practice-nurses'])
const ALLIED = new Set(['allied-health', 'scientists', 'ambulance'])
