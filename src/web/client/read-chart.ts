/** Shows one year of every size of the chart: the line across it. */
export function markYear(figure: Element, year: number): void {
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

/** The place on the years’ axis under the pointer. */
function placeAt(picture: SVGSVGElement, event: PointerEvent): number {
  const { first, last, left, right } = measures(picture)
  const frame = picture.getBoundingClientRect()
  const x = ((event.clientX - frame.left) * picture.viewBox.baseVal.width) / frame.width
  return first + ((x - left) / (right - left)) * (last - first)
}

/**
 * Reads what lies nearest to the pointer on any size of a chart.
 * @param places of what can be read on the years’ axis
 * @param read told the number of the nearest
 */
export function followPointer(
  figure: Element,
  places: readonly number[],
  read: (index: number) => void,
): void {
  for (const each of figure.querySelectorAll<SVGSVGElement>('svg.hr-fan'))
    each.addEventListener('pointermove', (event) => {
      const at = placeAt(each, event)
      const away = places.map((place) => Math.abs(place - at))
      read(away.indexOf(Math.min(...away)))
    })
}

/** A row of the tables that a chart is read from: a year of the run, or a day of the past. */
interface Day {
  readonly at: number
  readonly name: string
  readonly say: string
}

const daysOf = (root: ParentNode): readonly Day[] =>
  [...root.querySelectorAll<HTMLElement>('#every-count [data-year], #every-year [data-year]')]
    .map(({ dataset: { year = '', name = year, say = '' } }) => ({ at: Number(year), name, say }))
    .sort((a, b) => a.at - b.at)

/**
 * Lets a chart be read point by point: with the arrow keys on a slider, or by pointing. The words come from the
 * tables of every year and of every count before, so chart and tables can't say different things.
 */
export function enhanceChart(root: ParentNode): void {
  const figure = root.querySelector('[data-figure]')
  const reader = root.querySelector<HTMLElement>('[data-reader]')
  const slider = reader?.querySelector('input')
  const output = reader?.querySelector('output')
  const days = daysOf(root)
  if (!figure || !reader || !slider || !output || days.length === 0) return
  const read = (index: number): void => {
    const day = days[index]
    if (!day) return
    slider.value = String(index)
    markYear(figure, day.at)
    say(day)
  }
  const say = ({ name, say: words }: Day): void => {
    slider.setAttribute('aria-valuetext', name)
    output.textContent = words
  }
  slider.min = '0'
  slider.max = String(days.length - 1)
  reader.hidden = false
  slider.value = slider.max
  say(days[days.length - 1]!)
  slider.addEventListener('input', () => read(Number(slider.value)))
  followPointer(
    figure,
    days.map(({ at }) => at),
    read,
  )
}
