import { followPointer, markYear } from './read-chart.ts'

/**
 * Lets every figure of a page be read point by point: with the arrow keys on a slider, or by pointing. The words come
 * from the figure’s table, so picture and table can’t say different things.
 */
export function enhancePoints(root: ParentNode): void {
  for (const block of root.querySelectorAll<HTMLElement>('[data-figure-block]')) enhanceBlock(block)
}

function enhanceBlock(block: HTMLElement): void {
  const reader = block.querySelector<HTMLElement>('[data-points]')
  const slider = reader?.querySelector('input')
  const output = reader?.querySelector('output')
  if (!reader || !slider || !output) return
  const rows = [...block.querySelectorAll<HTMLElement>('[data-point], [data-year]')].map(
    ({ dataset }) => dataset,
  )
  const words = rows.map((row) => row.say ?? '')
  const [first] = words
  if (first === undefined) return
  const say = (point: number): void => {
    slider.setAttribute('aria-valuetext', rows[point]?.year ?? words[point] ?? '')
    output.textContent = words[point] ?? ''
  }
  const read = (point: number): void => {
    slider.value = String(point)
    for (const mark of block.querySelectorAll('[data-mark]'))
      mark.classList.toggle('hr-mark-group--read', mark.getAttribute('data-mark') === String(point))
    const year = rows[point]?.year
    if (year !== undefined) markYear(block, Number(year))
    say(point)
  }
  slider.min = '0'
  slider.max = String(words.length - 1)
  slider.value = '0'
  reader.hidden = false
  say(0)
  slider.addEventListener('input', () => read(Number(slider.value)))
  block.addEventListener('pointerover', (event) => {
    const mark = event.target instanceof Element ? event.target.closest('[data-mark]') : null
    if (mark) read(Number(mark.getAttribute('data-mark')))
  })
  followPointer(
    block,
    rows.map(({ year }) => Number(year)),
    read,
  )
}
