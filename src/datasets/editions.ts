import { HeadroomError } from '../errors/headroom-error.ts'
import type { FileKind } from './file-kind.ts'
import type { PublishedFile } from './published-file.ts'

/**
 * Refuses two files that both hold a period: which of them is right can't be guessed.
 * @throws HeadroomError `edition-twice`
 */
export function refuseSamePeriod(
  files: readonly { readonly name: string; readonly periods: ReadonlySet<string> }[],
): void {
  const first = new Map<string, string>()
  for (const { name, periods } of files)
    for (const period of periods) {
      const other = first.get(period)
      if (other !== undefined)
        throw new HeadroomError('edition-twice', { file: name, other, what: `figures for ${period}` })
      first.set(period, name)
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
