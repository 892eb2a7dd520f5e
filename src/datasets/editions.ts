import { HeadroomError } from '../errors/headroom-error.ts'
import type { FileKind } from './file-kind.ts'
import type { PublishedFile } from './published-file.ts'
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

/**
 * The one file of a kind, or null where there is none.
 * @throws HeadroomError `edition-twice` where there are more
 */
export function onlyFile(files: readonly PublishedFile[], kind: FileKind): PublishedFile | null {
  const [file, second] = files
  if (file && second)
    throw new HeadroomError('edition-twice', { file: second.name, other: file.name, what: kind.title })
  return file ?? null
}
