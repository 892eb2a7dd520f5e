import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const LIBRARY_FOLDERS = [
  '/lib',
  '/usr/lib',
  '/lib64',
  '/usr/lib64',
  '/lib/x86_64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
]

/**
 * The browser for tests: the one `CHROMIUM` names, an installed one, or else the one that comes with the
 * packages, which brings its own libraries and fonts for machines that have none.
 */
export async function findChromium(): Promise<string> {
  const known = [process.env.CHROMIUM ?? '', ...INSTALLED].find((file) => file !== '' && existsSync(file))
  if (known) return known
  if (!LIBRARY_FOLDERS.some((folder) => existsSync(path.join(folder, 'libnss3.so'))))
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  if (!existsSync('/etc/fonts')) process.env.FONTCONFIG_PATH ??= path.join(os.tmpdir(), 'fonts')
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
