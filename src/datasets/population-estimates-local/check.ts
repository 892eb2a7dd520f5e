import { SEXES } from '../../domain/cohort.ts'
import type { Finding } from '../../domain/finding.ts'
import type { AuthorityEstimates } from './parse-authorities.ts'
import type { CouncilPeople } from './parse-councils.ts'

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Districts whose ages don't add up to their total, and sexes that don't add up to both. */
export function checkAuthorities(
  { authorities, england }: AuthorityEstimates,
  file: string,
): readonly Finding[] {
  const ages = authorities.flatMap(({ name, people, total, place }) =>
    SEXES.flatMap((sex): Finding[] => {
      const sum = sumOf(people[sex])
      if (Math.abs(sum - total[sex]) < 0.5) return []
      return [
        {
          rule: 'population-ages-add-up',
          severity: 'warning',
          message: `The ages of ${name}, ${sex}, sum to ${sum}, the published total is ${total[sex]}.`,
          place,
        },
      ]
    }),
  )
  const both = england.female + england.male
  if (england.persons === null || Math.abs(both - england.persons) < 0.5) return ages
  return [
    ...ages,
    {
      rule: 'population-sexes-add-up',
      severity: 'warning',
      message: `The sexes of England sum to ${both}, all persons are ${england.persons}.`,
      place: file,
    },
  ]
}

/** Councils whose parts don't add up: ages to all ages, sexes to both, and which councils there are. */
export function checkCouncils(rows: readonly CouncilPeople[], file: string): readonly Finding[] {
  const councils = new Map(rows.map(({ council, name }) => [council, name]))
  const findings: Finding[] = [
    {
      rule: 'councils-given',
      severity: 'note',
      message: `Only ${[...councils.values()].join(', ')}: no total of England or of an area can be made.`,
      place: file,
    },
  ]
  const totals = new Map(
    rows
      .filter(({ age }) => age === null)
      .map((row) => [`${row.year},${row.council},${row.sex}`, row.people]),
  )
  for (const [key, total] of totals) {
    const [year, council, sex] = key.split(',')
    const sum = sumOf(
      rows
        .filter(
          (row) =>
            String(row.year) === year &&
            row.council === council &&
            row.age !== null &&
            (sex === 'all' ? row.sex !== 'all' : row.sex === sex),
        )
        .map(({ people }) => people),
    )
    if (Math.abs(sum - total) >= 0.5)
      findings.push({
        rule: 'population-ages-add-up',
        severity: 'warning',
        message: `The ages of ${councils.get(council ?? '')}, ${sex}, sum to ${sum}, the published total is ${total}.`,
        place: `${file}, ${year}`,
      })
  }
  return findings
}
