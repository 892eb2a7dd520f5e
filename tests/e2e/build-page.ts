import path from 'node:path'
import { buildAssets } from '../../build-assets.js'

/** Builds the page's style and script before the browser tests, so that they test what is written now. */
export default function buildPage(): Promise<void> {
  return buildAssets(path.join(import.meta.dirname, '..', '..', 'dist', 'assets'))
}
