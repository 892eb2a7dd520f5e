import type { Occupation } from '../domain/occupation.ts'

/** True where an occupation belongs to a scope: `all`, or a code of a sector, staff group or occupation. */
export const isIn = (scope: string, { code, sector, staffGroup }: Occupation): boolean =>
  scope === 'all' || [code, sector, staffGroup].includes(scope)

/** Indices of the occupations of a scope. */
export const inScope = (occupations: readonly Occupation[], scope: string): number[] =>
  occupations.flatMap((occupation, o) => (isIn(scope, occupation) ? [o] : []))

/** Indices of the occupations in any of some scopes, ascending. */
export const inScopes = (occupations: readonly Occupation[], scopes: readonly string[]): number[] =>
  occupations.flatMap((occupation, o) => (scopes.some((scope) => isIn(scope, occupation)) ? [o] : []))

/** Staff whom the NHS or councils employ: the NHS itself and the council professions of social care. */
export const PUBLIC_EMPLOYEES = ['nhs', 'social-workers', 'social-care-occupational-therapists'] as const

/** Roles that give care at an hourly rate near the minimum wage. */
export const CARE_ROLES = ['care-workers', 'support-and-outreach-workers', 'personal-assistants'] as const

/** Roles of social care a step above. */
export const SENIOR_CARE_ROLES = ['senior-care-workers', 'social-care-nursing-associates'] as const

/** The allied health professions of the NHS. */
export const ALLIED_HEALTH = [
  'physiotherapists',
  'occupational-therapists',
  'speech-and-language-therapists',
  'diagnostic-radiographers',
  'therapeutic-radiographers',
  'dietitians',
  'podiatrists',
  'operating-department-practitioners',
  'dental-and-other-therapists',
  'paramedics',
] as const
