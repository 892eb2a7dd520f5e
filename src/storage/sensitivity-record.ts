import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { MEASURES } from '../domain/measure.ts'
import type { StudyRecord } from '../domain/sensitivity.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { errorCode, reasonOf, unreadable } from './file-errors.ts'

/** File that holds a study whole, for programs and the page. */
export const SENSITIVITY_RECORD = 'sensitivity.json'

/** JSON has no NaN: what does not apply is null. */
const number = z.union([z.number(), z.null().transform(() => Number.NaN)])
const estimate = z.object({ estimate: number, low: number, high: number })
const group = z.object({ code: z.string(), title: z.string(), members: z.array(z.string()).min(1) })
const series = z.object({
  level: z.enum(['occupation', 'staff_group', 'sector', 'all', 'unpaid_care']),
  code: z.string(),
  name: z.string(),
})
const influence = z.object({ first: estimate, total: estimate, p10: number, p90: number })
const recordSchema = z.object({
  format: z.literal(1),
  headroomVersion: z.string(),
  code: z.string(),
  inputs: z.record(z.string(), z.string()),
  scenario: z.string(),
  area: z.object({ code: z.string(), name: z.string(), kind: z.enum(['country', 'region', 'area']) }),
  year: z.int(),
  seed: z.int(),
  base: z.int(),
  alone: z.int(),
  runs: z.int(),
  groups: z.array(group).min(1),
  outputs: z
    .array(
      z.object({
        series,
        measure: z.enum(MEASURES.map(({ code }) => code)),
        central: number,
        mean: number,
        p10: number,
        p90: number,
        groups: z.array(influence),
      }),
    )
    .min(1),
  decision: z.nullable(
    z.object({
      options: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          benefit: number,
          cost: number,
          gap: number,
          best: number,
        }),
      ),
      value: z.number(),
      draws: z.int(),
      perfect: number,
      groups: z.array(group),
      partial: z.array(number),
    }),
  ),
})

/** The text of `sensitivity.json`. Holds no clock time, so that the same study has the same bytes. */
export const formatStudy = (study: StudyRecord): string =>
  `${JSON.stringify({ format: 1, ...study }, null, 2)}\n`

/**
 * Reads the study of a folder.
 * @returns null where there is none
 * @throws HeadroomError `study-damaged` where it isn't one of this version; `file-unreadable`
 */
export async function readStudy(folder: string): Promise<StudyRecord | null> {
  const file = path.join(folder, SENSITIVITY_RECORD)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return null
    throw unreadable(file, cause)
  }
  try {
    const { format: _, ...study } = recordSchema.parse(JSON.parse(text))
    if (study.outputs.some(({ groups }) => groups.length !== study.groups.length))
      throw new Error('an output has other groups than the study')
    return study
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? 'its content is not that of a study' : reasonOf(cause)
    throw new HeadroomError('study-damaged', { file, reason }, { cause })
  }
}
