import type { BuilderState } from '../../domain/builder.ts'
import type { SavedScenario } from '../../domain/saved-scenario.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { writeAddress } from '../../pipeline/builder/write-address.ts'
import { scenarioId } from '../../storage/saved-scenarios.ts'
import { sayGapDifference } from '../../views/builder/say-difference.ts'
import { spanOf, type Workshop } from '../builder/workshop.ts'
import type { ServerContext } from '../server-context.ts'
import type { Saved } from './saved.ts'

/**
 * Saves a scenario under its title, with what it does to the gap where the server has time to work that out.
 * @throws HeadroomError `saved-long`, `saved-full`, `saved-damaged`, `file-unwritable`
 */
export async function saveScenario(
  { reader }: Pick<ServerContext, 'reader'>,
  { scenarios, limits, now }: Saved,
  shop: Workshop,
  title: string,
  state: BuilderState,
): Promise<SavedScenario> {
  const query = writeAddress(state, shop.frame.presets, spanOf(shop))
  if (query.length > limits.query)
    throw new HeadroomError('saved-long', { length: query.length, most: limits.query })
  const id = scenarioId({ title, query })
  const before = scenarios.find(id)
  if (before) return before
  const { run, headroomVersion: version } = reader.projection.manifest
  const effect = await effectOf(shop, state)
  const saved = `${new Date(now()).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`
  return scenarios.keep({ id, title, query, saved, run, version, effect })
}

async function effectOf(shop: Workshop, state: BuilderState): Promise<string | null> {
  try {
    const { comparison } = await shop.result(state)
    return sayGapDifference(comparison, state.year, comparison.a.title)
  } catch (error) {
    if (error instanceof HeadroomError && error.code === 'server-busy') return null
    throw error
  }
}
