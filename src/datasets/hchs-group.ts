import { kebabCase } from './kebab-case.ts'
import type { StaffGroupLabel } from './series.ts'

/** Code for all hospital doctors, resident doctors among them: no group of staff-groups.csv, which keeps them apart. */
export const ALL_DOCTORS = 'all-hchs-doctors'

const OTHER_LABELS: ReadonlyMap<string, string> = new Map([
  ['hchs-doctors', ALL_DOCTORS],
  ['unknown', 'nhs-unknown'],
  ['all-staff-groups', 'all'],
  ['all-staff', 'all'],
])

/**
 * Makes the finder of the staff group that a label of the hospital and community workforce means, whatever its
 * case and signs; null where it is none.
 */
export function createGroupFinder(groups: readonly StaffGroupLabel[]): (label: string) => string | null {
  const codes = new Map(OTHER_LABELS)
  for (const { series, publishedLabel, code } of groups)
    if (series === 'nhs-turnover') codes.set(kebabCase(publishedLabel), code)
  return (label) => codes.get(kebabCase(label)) ?? null
}
