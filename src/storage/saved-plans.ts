import path from 'node:path'
import { z } from 'zod'
import { PLAN_LIMITS } from '../domain/plan.ts'
import type { PlanRecord } from '../domain/plan-record.ts'
import { contentId, openSavedFolder, type SavedFolder } from './saved-folder.ts'

const number = z.number()
const lever = z.enum(['places', 'arrivals', 'retention', 'pay'])
const limits = z.strictObject(
  Object.fromEntries(Object.keys(PLAN_LIMITS).map((code) => [code, number])) as Record<
    keyof typeof PLAN_LIMITS,
    typeof number
  >,
)
const kind = z.enum([
  ...['target', 'places-growth', 'places-fall', 'places-floor', 'places-most', 'placements'],
  ...['arrivals-growth', 'arrivals-fall', 'arrivals-floor', 'arrivals-most', 'international-share'],
  ...['retention-rise', 'pay-growth'],
] as const)
const named = { code: z.string(), name: z.string() }
const request = z.strictObject({
  coverage: number.nullable(),
  quantile: number,
  years: z.int(),
  from: z.int().nullable(),
  occupations: z.array(z.string()),
  draws: z.int(),
  seed: z.int(),
  limits: limits.partial(),
  countStaffPay: z.boolean(),
})
const plan = z.strictObject({
  request,
  baseYear: z.int(),
  from: z.int(),
  until: z.int(),
  limits,
  settings: z.array(z.strictObject({ lever, ...named, year: z.int(), base: number, value: number })),
  targets: z
    .array(
      z.strictObject({
        ...named,
        year: z.int(),
        target: number,
        unplanned: number,
        planned: number,
        confirmed: number,
        shortfall: number,
      }),
    )
    .min(1),
  cost: z.strictObject({
    total: number,
    places: number,
    arrivals: number,
    retention: number,
    pay: number,
    staff: number,
  }),
  binding: z.array(
    z.strictObject({ kind, ...named, years: z.array(z.int()).min(1), worth: number, shortfall: number }),
  ),
  unreached: z.array(z.string()),
  leftOut: z.array(z.string()),
  iterations: z.int(),
  confirmation: z.strictObject({ areas: z.int(), difference: number }),
  scenario: z.string(),
})
const schema = z.strictObject({
  id: z.string(),
  question: z.string(),
  inputs: z.string(),
  version: z.string(),
  made: z.iso.datetime(),
  plan,
  words: z.array(z.string()),
})

/** The name of an answer: that of its question, of the data and of the version. */
export const planId = ({
  question,
  inputs,
  version,
}: Pick<PlanRecord, 'question' | 'inputs' | 'version'>): string => contentId(question, inputs, version)

/** The plans that a server keeps. @param folder of everything saved @param most it keeps at most */
export const openSavedPlans = (folder: string, most: number): SavedFolder<PlanRecord> =>
  openSavedFolder<PlanRecord>(path.join(folder, 'plans'), {
    schema: schema as unknown as z.ZodType<PlanRecord>,
    idOf: planId,
    most,
    what: 'answers about plans',
  })
