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
  /** The builder’s script, its worker, and the compiled engine that the worker runs. */
  readonly builder: string
  readonly builderWorker: string
  readonly kernel: string
  /** The script that keeps pages for when the server doesn’t answer; its name among the assets, not an address. */
  readonly keeper: string
}

const MANIFEST = z.object({
  style: z.string(),
  script: z.string(),
  icon: z.string(),
  builder: z.string(),
  builderWorker: z.string(),
  kernel: z.string(),
  keeper: z.string(),
})

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
  const names = MANIFEST.parse(JSON.parse(text))
  const address = (name: keyof typeof names): string => `/assets/${names[name]}`
  return {
    folder,
    style: address('style'),
    script: address('script'),
    icon: address('icon'),
    builder: address('builder'),
    builderWorker: address('builderWorker'),
    kernel: address('kernel'),
    keeper: names.keeper,
  }
}
