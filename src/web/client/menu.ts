/** From here on the menu stands in rows, as in the style. */
const WIDE = '(min-width: 40.0625em)'

/**
 * Folds the site’s menu behind its button where the page is narrow. Without this script the menu stands open.
 * Escape closes it again and gives the focus back to the button.
 */
export function enhanceMenu(): void {
  const button = document.querySelector<HTMLButtonElement>('.govuk-js-service-navigation-toggle')
  const menu = document.getElementById(button?.getAttribute('aria-controls') ?? '')
  if (!button || !menu) return
  const wide = matchMedia(WIDE)
  let isOpen = false
  const draw = (): void => {
    button.hidden = wide.matches
    button.removeAttribute('aria-hidden')
    button.setAttribute('aria-expanded', String(isOpen))
    menu.hidden = !wide.matches && !isOpen
  }
  button.addEventListener('click', () => {
    isOpen = !isOpen
    draw()
  })
  button.parentElement!.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || wide.matches || !isOpen) return
    isOpen = false
    draw()
    button.focus()
  })
  wide.addEventListener('change', draw)
  draw()
}
