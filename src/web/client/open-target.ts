/** Unfolds what the address leads to, now and whenever a link leads elsewhere on the page; not every browser does. */
export function openTarget(): void {
  const open = (): void => {
    const target = document.getElementById(location.hash.slice(1))
    const fold = target?.closest('details')
    if (!fold || fold.open) return
    fold.open = true
    target?.scrollIntoView()
  }
  addEventListener('hashchange', open)
  open()
}
