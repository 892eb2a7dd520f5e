import path from 'node:path'
import { z } from 'zod'
import type { SavedDraft, SavedScenario } from '../domain/saved-scenario.ts'
import { contentId, openSavedFolder, type SavedFolder } from './saved-folder.ts'

const schema: z.ZodType<SavedScenario> = z.strictObject({
  id: z.string(),
  title: z.string().min(1),
  query: z.string(),
  saved: z.iso.datetime(),
  run: z.string(),
  version: z.string(),
  effect: z.string().nullable(),
})

/** The name of a scenario: that of its title and what it sets. */
export const scenarioId = ({ title, query }: SavedDraft): string => contentId(title, query)

/** The scenarios that a server keeps. @param folder of everything saved @param most it keeps at most */
export const openSavedScenarios = (folder: string, most: number): SavedFolder<SavedScenario> =>
  openSavedFolder(path.join(folder, 'scenarios'), {
    schema,
    idOf: scenarioId,
    most,
    what: 'saved scenarios',
  })
