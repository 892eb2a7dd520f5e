import { ENGLAND } from '../domain/geography.ts'
import type { Reference } from '../domain/reference.ts'
import type { PastFamily } from './keep-past.ts'

/** How a count becomes a value of the measure. */
export type PastConversion = 'none' | 'fte-per-person' | 'per-thousand'

/** The published series that is the past of a measure. */
export interface PastMatch {
  readonly family: PastFamily
  /** Codes of the family’s series whose sum it is. */
  readonly codes: readonly string[]
  readonly conversion: PastConversion
}

/** What a past is asked for. */
export interface PastQuery {
  readonly area: string
  readonly series: { readonly level: string; readonly code: string }
  /** Code of a measure. */
  readonly measure: string
}

/** Measures in full-time equivalents of staff in post; staff at work are those in post in the base year. */
const IN_FTE: readonly string[] = ['supply_fte', 'fte_at_work']
/** Doctors’ grades are counted one by one, and in heads alone. */
const DOCTORS: readonly string[] = ['consultants', 'specialty-doctors', 'resident-doctors']

/** Occupations of general practice whose count by area is published: family, and whether as a rate of patients. */
const PRACTICE: Readonly<Record<string, { readonly family: PastFamily; readonly isRate: boolean }>> = {
  'general-practitioners': { family: 'general-practitioners', isRate: false },
  'practice-administration': { family: 'practice-administration', isRate: false },
  'practice-nurses': { family: 'practice-nurses', isRate: true },
  'practice-care-staff': { family: 'practice-patient-care', isRate: true },
}

/**
 * Which published series of the back-test counts what a measure of an area and a series of staff counts; null where
 * none does. Consultants and managers by area are left out: they were shared out by where patients live, and the
 * model counts staff where they are employed. Turnover of social care staff counts moves between employers, which the
 * model’s leavers are not.
 */
export function matchPast(reference: Reference, { area, series, measure }: PastQuery): PastMatch | null {
  return matchNhs(reference, area, series, measure) ?? matchPractice(reference, area, series, measure)
}

function matchNhs(
  reference: Reference,
  area: string,
  series: PastQuery['series'],
  measure: string,
): PastMatch | null {
  if (area !== ENGLAND) return null
  const code = nhsCode(reference, series)
  if (code === null) return null
  const family = 'nhs-groups'
  if (measure === 'supply_heads') return { family, codes: [code], conversion: 'none' }
  return IN_FTE.includes(measure) && !DOCTORS.includes(code)
    ? { family, codes: [code], conversion: 'fte-per-person' }
    : null
}

/** The publisher’s group that a series is: the sector, a group, or an occupation that is a group by itself. */
function nhsCode(
  { occupations, staffGroups }: Reference,
  { level, code }: PastQuery['series'],
): string | null {
  if (level === 'sector') return code === 'nhs' ? code : null
  if (DOCTORS.includes(code)) return code
  const group =
    level === 'staff_group' ? code : occupations.find((occupation) => occupation.code === code)?.staffGroup
  const found = staffGroups.find((each) => each.code === group && each.sector === 'nhs')
  if (!found || (level !== 'staff_group' && level !== 'occupation')) return null
  const members = occupations.filter(({ staffGroup }) => staffGroup === group).length
  return level === 'staff_group' || members === 1 ? found.code : null
}

function matchPractice(
  { areas }: Reference,
  area: string,
  { level, code }: PastQuery['series'],
  measure: string,
): PastMatch | null {
  const found = level === 'occupation' ? PRACTICE[code] : undefined
  if (!found) return null
  const { family, isRate } = found
  // rates of areas don’t add up
  if (isRate)
    return measure === 'staff_per_1000' && areas.some((each) => each.code === area)
      ? { family, codes: [area], conversion: 'per-thousand' }
      : null
  if (!IN_FTE.includes(measure)) return null
  const codes = areas
    .filter((each) => area === ENGLAND || each.code === area || each.region === area)
    .map((each) => each.code)
  return codes.length > 0 ? { family, codes, conversion: 'none' } : null
}
