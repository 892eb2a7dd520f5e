import { createRequire } from 'node:module'
import path from 'node:path'
import nunjucks from 'nunjucks'
import { packageFolder } from '../storage/package-folder.ts'
import type { Markup } from '../views/markup.ts'

/** Fills a template of `src/web/templates` with values. Everything is escaped unless it is markup of our own. */
export type RenderTemplate = (name: string, values: object) => string

/** Loads the page templates and the design system's components. */
export function createTemplates(): RenderTemplate {
  const require = createRequire(import.meta.url)
  const designSystem = path.dirname(path.dirname(require.resolve('govuk-frontend')))
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader([path.join(packageFolder(), 'src', 'web', 'templates'), designSystem]),
    { autoescape: true, throwOnUndefined: false, trimBlocks: true, lstripBlocks: true },
  )
  environment.addFilter('markup', (part: Markup | null | undefined) =>
    part ? new nunjucks.runtime.SafeString(part.markup) : '',
  )
  return (name, values) => environment.render(name, values)
}
