import type { Lever } from './lever.ts'
import { lagged } from './paths.ts'
import { inScopes } from './staff.ts'

/** Kinds of technology, and the staff whose time each can free. */
export const TECHNOLOGIES = {
  'nhs-automation': ['nhs', 'primary-care'],
  'ambient-notes': [
    'hchs-doctors',
    'resident-doctors',
    'general-practitioners',
    'nurses-health-visitors',
    'stt',
  ],
  'care-assistive': ['social-care-direct'],
  'care-management': ['social-care'],
  'digital-care-records': ['social-care'],
  telecare: ['social-care-direct'],
  'workforce-planning': ['registered-managers', 'social-care-other-managers', 'social-care-ancillary'],
} as const
type Technology = keyof typeof TECHNOLOGIES

/** Technology that frees staff’s time, by kind, with a share of the time given back as rest. */
export const technology: Lever = {
  code: 'technology',
  title: 'Technology, by kind',
  shift: 'innovation',
  summary:
    'Use of a kind of technology that frees time. New technology agreements can give a share of that time back to staff as rest or leave, which cuts what the technology saves and keeps people in their jobs.',
  setting: {
    unit: 'share',
    min: 0,
    max: 1,
    meaning: 'share of the staff concerned who use it, beyond today',
  },
  scope: Object.keys(TECHNOLOGIES),
  options: {
    given_back: { unit: 'share', min: 0, max: 1, meaning: 'share of the time freed that staff get as rest' },
  },
  evidence: 'judged',
  basis:
    'Published values of time that could be freed are possibilities, not results; the shares here are a small part of them, by judgement. Returns per pound in social care are Skills for Care’s.',
  lag: 'two years from the start of use',
  cost: 'the value of the time freed over the return per pound',
  payer: 'NHS trusts, practices and care providers, with grants',
  decides: 'employers with their staff, in new technology agreements',
  limits: 'Time freed is taken to meet need. Harm from bad systems is within the range only.',
  parameters: {
    'time:nhs-automation': 'share',
    'time:ambient-notes': 'share',
    'time:care-assistive': 'share',
    'time:care-management': 'share',
    'time:digital-care-records': 'share',
    'time:telecare': 'share',
    'time:workforce-planning': 'share',
    'return:nhs-automation': 'GBP per GBP',
    'return:ambient-notes': 'GBP per GBP',
    'return:care-assistive': 'GBP per GBP',
    'return:care-management': 'GBP per GBP',
    'return:digital-care-records': 'GBP per GBP',
    'return:telecare': 'GBP per GBP',
    'return:workforce-planning': 'GBP per GBP',
    unpaid: 'log',
    rest: 'log',
    lag: 'years',
  },
  directions: [
    { measure: 'need_fte', series: 'all', sign: -1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, free, unitCost, draft }) {
    const points = context.years + 1
    for (const { scope, path, options } of settings) {
      const kind = scope as Technology
      const members = inScopes(context.occupations, TECHNOLOGIES[kind])
      const freed = lagged(path, value('lag')).map((use) => use * value(`time:${kind}`))
      const rest = freed.map((share) => (share * options.given_back!) / (1 + share))
      for (const o of members) {
        free(o, freed)
        for (let t = 1; t < points; t++) draft.timeAtWork[o * points + t]! *= 1 - rest[t - 1]!
      }
      effect('leave', members, rest, 'rest')
      if (AT_HOME.includes(kind)) effect('unpaid-hours', [], path, 'unpaid')
      unitCost(
        'perFte',
        members.map((occupation) => ({
          occupation,
          path: path.map(
            (use) => (use * value(`time:${kind}`) * context.payPerFte[occupation]!) / value(`return:${kind}`),
          ),
        })),
      )
    }
  },
}

/** Kinds that people with care needs use at home, where they spare unpaid carers’ time. */
const AT_HOME: readonly Technology[] = ['care-assistive', 'telecare']
