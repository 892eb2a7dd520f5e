import { formatValue } from '../../views/numbers/format-value.ts'
import type { ServerContext } from '../server-context.ts'
import { NAVIGATION, type Place } from './navigation.ts'

/** What every page has around its content: title, menu, assets, and which run it shows. */
export function pageFrame({ reader, assets, version }: ServerContext, title: string, place: Place): object {
  const { manifest } = reader.projection
  return {
    title,
    assets,
    version,
    menu: NAVIGATION.map((item) => ({ ...item, active: item.place === place })),
    run: {
      id: manifest.run,
      scenario: manifest.scenario.replaceAll('-', ' '),
      draws: formatValue(manifest.draws, 'heads'),
      seed: String(manifest.seed),
      baseYear: String(manifest.baseYear),
      version: manifest.headroomVersion,
    },
  }
}
