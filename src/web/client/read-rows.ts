import { markYear } from './read-chart.ts'

/** Readers that have been used: from then on the picture shows what they read. A new drawing takes attributes away. */
const used = new WeakSet<HTMLElement>()

/**
 * Lets every chart of a page that is drawn again and again be read with the arrow keys, row by row of its table. What is
 * read stays when the chart is drawn anew, and is said again in its new words.
 */
export function enhanceRows(root: ParentNode): void {
  const readers = [...root.querySelectorAll<HTMLElement>('[data-reader-of]')]
  for (const reader of readers) enhanceReader(reader)
  const drawn = root.querySelector('[data-builder]')
  if (!drawn) return
  // parts are drawn one by one, and a drawing empties what was said
  new MutationObserver(() => {
    for (const reader of drawn.querySelectorAll<HTMLElement>('[data-reader-of]'))
      if (reader.hidden) enhanceReader(reader)
      else say(reader)
  }).observe(drawn, { subtree: true, childList: true, attributeFilter: ['data-say'] })
}

function enhanceReader(reader: HTMLElement): void {
  const slider = reader.querySelector('input')
  if (!slider || rowsOf(reader).length === 0) return
  reader.hidden = false
  for (const event of ['input', 'change'])
    slider.addEventListener(event, (moved) => {
      // a chart that is read is no lever that is moved
      moved.stopPropagation()
      used.add(reader)
      say(reader)
    })
  say(reader)
}

const rowsOf = ({ dataset: { readerOf = '' } }: HTMLElement): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`#${readerOf} [data-year]`),
]

function say(reader: HTMLElement): void {
  const slider = reader.querySelector('input')
  const output = reader.querySelector('output')
  const rows = rowsOf(reader)
  const row = rows[Number(slider?.value)] ?? rows.at(-1)
  if (!slider || !output || !row) return
  const { year = '', say: words = '' } = row.dataset
  if (slider.getAttribute('aria-valuetext') === year && output.textContent === words) return
  // spoken to who reads the chart, and not to who moves a lever
  output.setAttribute('aria-live', document.activeElement === slider ? 'polite' : 'off')
  slider.setAttribute('aria-valuetext', year)
  output.textContent = words
  if (used.has(reader) && reader.previousElementSibling) markYear(reader.previousElementSibling, Number(year))
}
