import { HeadroomError } from '../errors/headroom-error.ts'
import type { AreaFinder } from './area-names.ts'

/**
 * Refuses figures that leave out an area: a file cut short must not pass for a whole one.
 * @param file file that should have them
 * @param present codes of the areas that are there
 * @param what the figures in words, for example `joiners`
 * @param month month of the figures, where areas that had ended or were yet to begin needn’t be there
 * @throws HeadroomError `edition-incomplete`
 */
export function refuseAbsentAreas(
  file: string,
  present: ReadonlySet<string>,
  areas: AreaFinder,
  what: string,
  month?: string,
): void {
  const absent = (month === undefined ? areas.codes : areas.codesIn(month)).filter(
    (code) => !present.has(code),
  )
  if (absent.length === 0) return
  const shown = absent.slice(0, 5).join(', ')
  const more = absent.length > 5 ? ` and ${absent.length - 5} more` : ''
  const noun = absent.length === 1 ? 'the area' : 'the areas'
  throw new HeadroomError('edition-incomplete', { file, missing: `${what} of ${noun} ${shown}${more}` })
}
