import type { Plan, PlanLever } from '../domain/plan.ts'
import { replaceFiles } from './run-folder.ts'
import { type WrittenFile, writePieces } from './write-run.ts'

/** Files of a plan: what it sets by year, the scenario to run, everything there is to know of it. */
export const PLAN_FILES = ['plan.csv', 'scenario.yaml', 'plan.json'] as const

/** Columns of `plan.csv`, in order. */
export const PLAN_COLUMNS = ['lever', 'code', 'year', 'unit', 'no_change', 'plan'] as const

const UNITS: Readonly<Record<PlanLever, string>> = {
  places: 'entrants',
  arrivals: 'heads',
  retention: 'share of staff',
  pay: 'share a year',
}

/**
 * Writes a plan into a folder, beside what is there.
 * @throws HeadroomError `file-unwritable`; `interrupted` where the signal stops it
 */
export async function writePlan(
  folder: string,
  plan: Plan,
  signal?: AbortSignal,
): Promise<readonly WrittenFile[]> {
  const contents: Readonly<Record<(typeof PLAN_FILES)[number], string>> = {
    'plan.csv': planCsv(plan),
    'scenario.yaml': plan.scenario,
    'plan.json': `${JSON.stringify(planDocument(plan), null, 2)}\n`,
  }
  return replaceFiles(folder, PLAN_FILES, async (temporary) => {
    const written: WrittenFile[] = []
    for (const file of PLAN_FILES)
      written.push({ file, ...(await writePieces(temporary, folder, file, [contents[file]], signal)) })
    return written
  })
}

/** What a plan sets, a row for each lever, programme or occupation, and year. */
export function planCsv({ settings }: Plan): string {
  const rows = settings.map(({ lever, code, year, base, value }) =>
    [lever, code, year, UNITS[lever], base, value].join(','),
  )
  return `${[PLAN_COLUMNS.join(','), ...rows].join('\n')}\n`
}

/** A plan for programs; the scenario is a file of its own. */
export const planDocument = ({ scenario: _, ...plan }: Plan): object => plan
