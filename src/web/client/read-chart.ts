/** Shows one year of every size of the chart: the line across it. */
function mark(figure: Element, year: number): void {
  for (const picture of figure.querySelectorAll<SVGSVGElement>('svg.hr-fan')) {
    const line = picture.querySelector('.hr-marker')
    const { first, last, left, right } = measures(picture)
    const x = String(left + ((year - first) / (last - first || 1)) * (right - left))
    line?.setAttribute('x1', x)
    line?.setAttribute('x2', x)
    line?.setAttribute('visibility', 'visible')
  }
}

function measures(picture: SVGSVGElement): { first: number; last: number; left: number; right: number } {
  const { first, last, left, right } = picture.dataset
  return { first: Number(first), last: Number(last), left: Number(left), right: Number(right) }
}

/** The year under the pointer. */
function yearAt(picture: SVGSVGElement, event: PointerEvent): number {
  const { first, last, left, right } = measures(picture)
  const frame = picture.getBoundingClientRect()
  const x = ((event.clientX - frame.left) * picture.viewBox.baseVal.width) / frame.width
  const year = Math.round(first + ((x - left) / (right - left)) * (last - first))
  return Math.min(last, Math.max(first, year))
}

/**
 * Lets a chart be read year by year: with the arrow keys on a slider, or by pointing. The words come
 * from the table of every year, so chart and table can't say different things.
 */
export function enhanceChart(root: ParentNode): void {
  const figure = root.querySelector('[data-figure]')
  const reader = root.querySelector<HTMLElement>('[data-reader]')
  const slider = reader?.querySelector('input')
  const output = reader?.querySelector('output')
  const picture = figure?.querySelector<SVGSVGElement>('svg.hr-fan')
  if (!figure || !reader || !slider || !output || !picture) return
  const { first, last } = measures(picture)
  const words = new Map(
    [...root.querySelectorAll<HTMLElement>('#every-year [data-year]')].map((row) => [
      Number(row.dataset.year),
      row.dataset.say ?? '',
    ]),
  )
  const read = (year: number): void => {
    slider.value = String(year)
    mark(figure, year)
    say(year)
  }
  const say = (year: number): void => {
    slider.setAttribute('aria-valuetext', String(year))
    output.textContent = words.get(year) ?? ''
  }
  slider.min = String(first)
  slider.max = String(last)
  reader.hidden = false
  slider.value = String(last)
  say(last)
  slider.addEventListener('input', () => read(Number(slider.value)))
  for (const each of figure.querySelectorAll<SVGSVGElement>('svg.hr-fan'))
    each.addEventListener('pointermove', (event) => read(yearAt(each, event)))
}
