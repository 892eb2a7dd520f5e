import { z } from 'zod'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { Lever } from '../levers/lever.ts'

/** Version of the format of scenario files. */
export const SCENARIO_FORMAT = 'scenario/1'

const year = z.int().min(2000).max(2100)
const growth = z.number().min(-0.2).max(0.2)
const factor = z.number().min(0).max(10)

const establishment = z.discriminatedUnion('follows', [
  z.strictObject({ follows: z.literal('need') }),
  z.strictObject({ follows: z.literal('budget'), growth }),
  z.strictObject({ follows: z.literal('people-65-plus') }),
  z.strictObject({ follows: z.literal('path'), path: z.record(z.string().regex(/^20\d\d$/), factor) }),
])

const text = z.string().trim().min(1)
const change = {
  table: text,
  row: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  column: text,
  reason: text,
}

/** What a scenario file holds; the levers are checked one by one. */
export const scenarioSchema = z.strictObject({
  headroom: z.literal(SCENARIO_FORMAT),
  title: text,
  description: text,
  based_on: z.union([text, z.array(text)]).optional(),
  feedback: z.boolean().optional(),
  establishment: z.record(z.string(), establishment).default({}),
  levers: z.record(z.string(), z.unknown()).default({}),
  assumptions: z
    .array(
      z.union([
        z.strictObject({ ...change, value: z.union([z.number(), text]) }),
        z.strictObject({ ...change, times: z.number() }),
        z.strictObject({ ...change, plus: z.number() }),
      ]),
    )
    .default([]),
})
export type ScenarioFile = z.infer<typeof scenarioSchema>

/** Settings by the year of a 31 March, at least one. */
const path = z
  .record(z.string().regex(/^20\d\d$/), z.number())
  .refine((found) => Object.keys(found).length > 0, 'a year with its setting')

/** What one setting of a lever holds: a path of settings by year, or one with its time. */
export function settingSchema({ scope, options = {} }: Lever, byYear: boolean) {
  return z.strictObject({
    ...(scope === 'none' ? {} : { for: text.optional() }),
    ...(byYear
      ? { path }
      : {
          from: year,
          setting: z.number(),
          until: year.optional(),
          phase_in: z.int().min(1).max(25).optional(),
        }),
    unit: text.optional(),
    ...Object.fromEntries(Object.keys(options).map((key) => [key, z.number().optional()])),
  })
}

/** Where a value stands in a scenario file: `levers.pay-award[0].setting`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (before, part) =>
      typeof part === 'number'
        ? `${before}[${part}]`
        : before === ''
          ? String(part)
          : `${before}.${String(part)}`,
    '',
  ) || 'as a whole'

/**
 * Reads a value by a schema.
 * @param path of the value in the file @param known keys to suggest where one is unknown
 * @throws HeadroomError `scenario-key`, `scenario-value` naming the first thing wrong
 */
export function parseBy<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  path: readonly PropertyKey[],
  known: readonly string[],
): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = plainest(parsed.error.issues)
  const place = pathText([...path, ...issue.path])
  if (issue.code === 'unrecognized_keys')
    throw new HeadroomError('scenario-key', {
      file,
      path: place,
      found: issue.keys.join(', '),
      known: known.join(', '),
    })
  throw new HeadroomError('scenario-value', {
    file,
    path: place,
    expected: expectedBy(issue),
    found: show(valueAt(value, issue.path)),
  })
}

type Issue = z.core.$ZodIssue

/** The issue to report: an unknown key first, and within alternatives the one that fits best. */
function plainest(issues: readonly Issue[]): Issue {
  const first = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!
  if (first.code !== 'invalid_union' || first.errors.length === 0) return first
  const [best] = [...first.errors].sort((a, b) => a.length - b.length)
  const inner = plainest(best!)
  return { ...inner, path: [...first.path, ...inner.path] }
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.map((value) => show(value)).join(' or ')
    case 'too_small':
      return issue.origin === 'string' ? 'some text' : `at least ${issue.minimum}`
    case 'too_big':
      return `at most ${issue.maximum}`
    case 'invalid_key':
      return 'the year of a 31 March as key'
    default:
      return issue.message
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'some text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) => (inside as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
    value,
  )

/** A value as a reader wrote it. */
export const show = (value: unknown): string =>
  value === undefined ? 'nothing' : typeof value === 'string' ? value || 'nothing' : JSON.stringify(value)
