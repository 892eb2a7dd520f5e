import { formatValue } from '../../views/numbers/format-value.ts'
import type { ServerContext } from '../server-context.ts'

/** Places of the site's menu. */
export type Place = 'projection' | 'areas' | 'method' | 'how-we-did' | 'data' | 'none'

const MENU = [
  { place: 'projection', text: 'Projection', href: '/' },
  { place: 'areas', text: 'Areas', href: '/areas' },
  { place: 'method', text: 'How sure we are', href: '/method' },
  { place: 'how-we-did', text: 'How we did', href: '/how-we-did' },
  { place: 'data', text: 'Data', href: '/data' },
] as const

/** What every page has around its content: title, menu, assets, and which run it shows. */
export function pageFrame({ reader, assets }: ServerContext, title: string, place: Place): object {
  const { manifest } = reader.projection
  return {
    title,
    assets,
    menu: MENU.map((item) => ({ ...item, active: item.place === place })),
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
