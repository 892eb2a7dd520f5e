/** Text that is already safe to put into HTML or SVG. */
export interface Markup {
  readonly markup: string
}

/** What a template may hold: markup as it is, text and numbers escaped, lists joined, absent values left out. */
export type Part = Markup | string | number | false | null | undefined | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes text for use between tags or inside a quoted attribute. */
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (found) => ENTITIES[found] ?? '')

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeText(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(render).join('')
}

/** Template tag for HTML and SVG: everything put into it is escaped unless it is markup itself. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: pieces.map((piece, index) => piece + render(parts[index])).join('') }
}

/** Marks text from our own renderers as safe. Never for text from a file or an address. */
export const trusted = (markup: string): Markup => ({ markup })
