import { describeTables } from '../src/datasets/catalogue/describe-tables.ts'
import { sha256 } from '../src/storage/hash.ts'
import { loadInputFiles } from '../src/storage/load-input-files.ts'
import { createDataPages } from './data-pages.ts'
import { createReferencePages } from './reference-pages.ts'

/**
 * Every file of the repository that is made from the program or its data, but for the README's headline,
 * by its path in the repository.
 * @param dataFolder the `data/` folder
 */
export async function createGeneratedFiles(dataFolder: string): Promise<ReadonlyMap<string, string>> {
  const files = await loadInputFiles(dataFolder)
  const below = (folder: string, pages: ReadonlyMap<string, string>): [string, string][] =>
    [...pages].map(([name, text]) => [`${folder}/${name}`, text])
  return new Map([
    ...below('docs', createReferencePages()),
    ...below('docs', createDataPages(files)),
    ...below('data', describeTables(files, sha256)),
  ])
}
