/** Text that a slider reads out: `2 % a year`. */
const sayValue = (slider: HTMLInputElement, value: string): string =>
  `${slider.dataset.before ?? ''}${value}${slider.dataset.after?.startsWith('%') ? '' : ' '}${slider.dataset.after ?? ''}`.trim()

/** Shows the sliders, which do nothing without script, and hides what is for readers without. */
export function readyControls(root: ParentNode): void {
  for (const slider of root.querySelectorAll<HTMLInputElement>('[data-slider]')) {
    slider.hidden = false
    slider.setAttribute('aria-valuetext', sayValue(slider, slider.value))
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true
}

/** Keeps a slider and its number the same, whichever of the two was moved. */
export function keepTogether(moved: EventTarget | null): void {
  if (!(moved instanceof HTMLInputElement)) return
  const id = moved.dataset.slider
  if (id !== undefined) {
    const number = document.getElementById(id)
    if (number instanceof HTMLInputElement) number.value = moved.value
    moved.setAttribute('aria-valuetext', sayValue(moved, moved.value))
    return
  }
  const slider = moved.closest('[data-setting]')?.querySelector<HTMLInputElement>('[data-slider]')
  if (slider?.dataset.slider !== moved.id || !slider) return
  slider.value = moved.value
  slider.setAttribute('aria-valuetext', sayValue(slider, moved.value))
}

/** Marks the levers that are set, and how many of each group are. */
export function markSet(root: ParentNode, set: readonly string[]): void {
  for (const group of root.querySelectorAll('.hr-shift')) {
    const levers = [...group.querySelectorAll<HTMLElement>('[data-lever]')]
    let count = 0
    for (const lever of levers) {
      const isSet = set.includes(lever.dataset.lever ?? '')
      lever.classList.toggle('hr-lever--set', isSet)
      if (isSet) count++
    }
    const counter = group.querySelector('[data-shift-count]')
    const text = count === 0 ? `${levers.length} levers` : `${count} of ${levers.length} set`
    if (counter && counter.textContent !== text) counter.textContent = text
  }
}

/** What the form says, as the query of an address. */
export function queryOf(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) query.append(name, String(value))
  return query.toString()
}
