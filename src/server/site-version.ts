import { createHash } from 'node:crypto'
import type { RunManifest } from '../domain/projection.ts'
import type { PageAssets } from './page-assets.ts'

/** What pages are of: the run and the program that shows it. Changes with either. */
export function siteVersion(
  { run, code, headroomVersion }: Pick<RunManifest, 'run' | 'code' | 'headroomVersion'>,
  { folder: _, ...addresses }: PageAssets,
): string {
  const program = createHash('sha256').update(JSON.stringify([code, headroomVersion, addresses]))
  return `${run}-${program.digest('hex').slice(0, 12)}`
}
