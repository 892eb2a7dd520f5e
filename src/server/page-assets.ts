import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { HeadroomError } from '../errors/headroom-error.ts'
import { packageFolder } from '../storage/package-folder.ts'

/** Where the page's style, script and icon are, as addresses that change with their content. */
export interface PageAssets {
  readonly folder: string
  readonly style: string
  readonly script: string
  readonly icon: string
}

const MANIFEST = z.object({ style: z.string(), script: z.string(), icon: z.string() })

/**
 * Finds the assets that the build has made.
 * @throws HeadroomError `file-missing` where they have not been built
 */
export function readPageAssets(folder = path.join(packageFolder(), 'dist', 'assets')): PageAssets {
  const file = path.join(folder, 'manifest.json')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new HeadroomError('file-missing', { file: 'dist/assets/manifest.json' }, { cause })
  }
  const { style, script, icon } = MANIFEST.parse(JSON.parse(text))
  return { folder, style: `/assets/${style}`, script: `/assets/${script}`, icon: `/assets/${icon}` }
}
