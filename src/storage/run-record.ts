import { z } from 'zod'
import { DESIGNS } from '../domain/ensemble.ts'
import { MEASURES } from '../domain/measure.ts'
import { type Projection, STATISTICS } from '../domain/projection.ts'

/** Files of a run folder besides `run.json`, which holds their checksums. */
export const RUN_FILES = ['projection.csv', 'projection.bin', 'report.html'] as const
export type RunFile = (typeof RUN_FILES)[number]
/** File that says what a run was; written last. */
export const RUN_RECORD = 'run.json'

const outputSchema = z.object({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** What `run.json` holds: the manifest, the axes of the values, the findings and the checksum of every other file. */
const recordSchema = z.object({
  format: z.literal(1),
  manifest: z.object({
    run: z.string().min(1),
    scenario: z.string().min(1),
    seed: z.int(),
    draws: z.int(),
    design: z.enum(DESIGNS),
    baseYear: z.int(),
    years: z.int(),
    headroomVersion: z.string(),
    code: z.string(),
    inputs: z.record(z.string(), z.string()),
    area: z.string().nullable(),
  }),
  areas: z
    .array(z.object({ code: z.string(), name: z.string(), kind: z.enum(['country', 'region', 'area']) }))
    .min(1),
  series: z
    .array(
      z.object({
        level: z.enum(['occupation', 'staff_group', 'sector', 'all', 'unpaid_care']),
        code: z.string(),
        name: z.string(),
      }),
    )
    .min(1),
  years: z.array(z.int()).min(1),
  measures: z.array(z.enum(MEASURES.map(({ code }) => code))),
  statistics: z
    .array(z.enum(STATISTICS))
    .refine((list) => list.join() === STATISTICS.join(), 'not the statistics this version stores'),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      message: z.string(),
      place: z.string(),
    }),
  ),
  outputs: z.record(z.enum(RUN_FILES), outputSchema),
})
export type RunRecord = z.infer<typeof recordSchema>
/** Size and SHA-256 of a file of a run. */
export type RunOutput = z.infer<typeof outputSchema>

/** The record of a projection whose files have been written. */
export function createRunRecord(
  projection: Projection,
  outputs: Readonly<Record<RunFile, RunOutput>>,
): RunRecord {
  const { values: _, ...described } = projection
  return recordSchema.parse({ format: 1, ...described, statistics: STATISTICS, outputs })
}

/** The text of `run.json`. Holds no clock time, so that the same run has the same bytes. */
export const formatRunRecord = (record: RunRecord): string => `${JSON.stringify(record, null, 2)}\n`

/**
 * Reads the text of a `run.json`.
 * @throws Error saying in a few words what is wrong with it
 */
export function parseRunRecord(text: string): RunRecord {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Error(`${RUN_RECORD} isn’t JSON`)
  }
  const parsed = recordSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`${RUN_RECORD}, ${issue?.path.join('.') || 'as a whole'}: ${issue?.message}`)
}
