import type { SensitivityRequest, StudyRecord } from '../../src/domain/sensitivity.ts'

/** What a study of England is asked, with a choice between two scenarios. */
export const STUDY_REQUEST: SensitivityRequest = {
  scenario: 'no-change',
  area: null,
  series: 'all',
  measure: 'gap_fte',
  year: null,
  years: 20,
  seed: 1,
  base: 512,
  decide: ['no-change', 'ten-point-plan'],
  value: null,
}

const interval = (estimate: number) => ({ estimate, low: estimate - 0.01, high: estimate + 0.02 })

/** A made-up study of three groups of assumptions, the second of which matters most. */
export function fakeStudy(
  { scenario, measure, year, base, seed, decide, value }: SensitivityRequest,
  inputs: Readonly<Record<string, string>> = {},
): StudyRecord {
  const groups = [
    { code: 'leave-nhs', title: 'Leaving from all NHS occupations', members: ['leave-nhs'] },
    {
      code: 'health-growth',
      title:
        'Growth of health services beyond demography, and more words than a line of a table has room for',
      members: ['growth-emergency', 'growth-elective'],
    },
    { code: 'sickness-all', title: 'Sickness absence', members: ['sickness-all'] },
  ]
  const shares = [0.2, 0.7, 0]
  return {
    headroomVersion: '0.1.0',
    code: '0'.repeat(64),
    inputs,
    scenario,
    area: { code: 'ENG', name: 'England', kind: 'country' },
    year: year ?? 2046,
    seed,
    base,
    alone: 16,
    runs: base * 5 + 49,
    groups,
    outputs: [
      {
        series: { level: 'all', code: 'all', name: 'All health and care staff' },
        measure,
        central: -600_000,
        mean: -650_000,
        p10: -1_200_000,
        p90: -200_000,
        groups: shares.map((estimate, k) => ({
          first: k === 2 ? { estimate: -0.003, low: -0.01, high: 0.004 } : interval(estimate - 0.05),
          total: interval(estimate),
          p10: -600_000 - 500_000 * estimate,
          p90: -600_000 + 400_000 * estimate,
        })),
      },
    ],
    decision:
      decide.length === 0
        ? null
        : {
            options: decide.map((name, i) => ({
              name,
              title: `Title of ${name}`,
              benefit: -2e11 + i * 1e9,
              cost: 1.5e11,
              gap: -600_000 + i * 20_000,
              best: 1 / decide.length,
            })),
            value: value ?? 100_000,
            draws: 2048,
            perfect: 5e8,
            groups,
            partial: [1e7, 4e8, 0],
          },
  }
}
