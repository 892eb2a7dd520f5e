/**
 * Draws without moving what has the focus: where something grows above it the page scrolls as far. Browsers
 * do so by themselves for what they take to be read, which beside a column that stays in view is the column.
 * @param within the focus is held only inside it
 */
export function holdFocus(within: Element, draw: () => void): void {
  const { activeElement } = document
  if (!activeElement || !within.contains(activeElement)) {
    draw()
    return
  }
  const { top, bottom } = activeElement.getBoundingClientRect()
  const isSeen = bottom > 0 && top < innerHeight
  draw()
  if (isSeen && activeElement.isConnected)
    scrollBy({ top: activeElement.getBoundingClientRect().top - top, behavior: 'instant' })
}
