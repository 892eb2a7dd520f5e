import { HeadroomError } from '../errors/headroom-error.ts'
import type { Edition } from './series.ts'

/**
 * Refuses two files for one period: which of them is right can't be guessed.
 * @throws HeadroomError `edition-twice`
 */
export function refuseSameEdition(editions: readonly Edition[]): void {
  const first = new Map<string, string>()
  for (const { period, file } of editions) {
    const other = first.get(period)
    if (other !== undefined)
      throw new HeadroomError('edition-twice', { file, other, what: `figures for ${period}` })
    first.set(period, file)
  }
}
