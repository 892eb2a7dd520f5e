import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../../src/storage/package-folder.ts'

/** Where the publishers' files may be: beside the checkout, or beside a folder of checkouts. */
const CANDIDATES = ['..', path.join('..', '..')].map((up) => path.join(packageFolder(), up, 'shared', 'data'))

/** Folder of the publishers' own files, which are not part of the repository; null where they are absent. */
export const SHARED: string | null = CANDIDATES.find((folder) => existsSync(folder)) ?? null

if (SHARED === null) console.log(`skipped: the publishers’ files are not at ${CANDIDATES.join(' or ')}`)

/** Paths of the files in a folder below `SHARED` whose names match, in order. */
export const sharedFiles = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(path.join(SHARED ?? '', folder))
    .filter((file) => name.test(file))
    .sort()
    .map((file) => path.join(SHARED ?? '', folder, file))
