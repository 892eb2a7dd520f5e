import { BUILDER, pageKey } from './kinds.ts'

/**
 * A page as it is shown from its copy: what stands there only for copies is shown, what stands there only for
 * fresh pages is not, and the builder is told that the state it came with is not that of the address.
 */
export function markCopy(page: string, url: string): string {
  const marked = page
    .replaceAll('data-kept hidden', 'data-kept')
    .replaceAll('data-fresh>', 'data-fresh hidden>')
  return pageKey(url) === BUILDER ? marked.replace('<html ', '<html data-shell ') : marked
}

/** A page that is kept: its address and its markup. */
export interface KeptPage {
  readonly key: string
  readonly page: string
}

const PLACE = '<ul class="govuk-list govuk-list--bullet" data-kept-list></ul>'

/** The page of what works without the server, with links to the pages kept, one for each title. */
export function listKept(offline: string, kept: readonly KeptPage[]): string {
  const titles = new Map<string, string>()
  for (const { key, page } of kept) {
    // the title stands in the page as markup already
    const title = /<title>([^<]*?)( – Headroom)?<\/title>/.exec(page)?.[1] || escaped(key)
    if (!titles.has(title)) titles.set(title, key)
  }
  const links = [...titles].map(
    ([title, key]) => `<li><a class="govuk-link" href="${escaped(key)}">${title}</a></li>`,
  )
  return offline.replace(PLACE, () => PLACE.replace('></ul>', `>${links.join('')}</ul>`))
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
