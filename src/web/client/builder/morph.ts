/**
 * Makes an element’s content that of another, in place: what is the same stays, with its focus and its open
 * details; texts and attributes that differ are set; only what has another shape is replaced.
 */
export function morph(element: Element, fresh: Element): void {
  const before = [...element.childNodes]
  const after = [...fresh.childNodes]
  for (const [i, node] of after.entries()) {
    const old = before[i]
    if (!old) element.append(document.adoptNode(node))
    else if (old instanceof Element && node instanceof Element && isAlike(old, node)) {
      copyAttributes(old, node)
      morph(old, node)
    } else if (old.nodeType === node.nodeType && !(old instanceof Element)) {
      if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue
    } else old.replaceWith(document.adoptNode(node))
  }
  for (const old of before.slice(after.length)) old.remove()
}

const isAlike = (a: Element, b: Element): boolean => a.tagName === b.tagName && a.id === b.id

/** What the reader does to an element, which a new drawing leaves alone. */
const READERS_OWN = ['open', 'hidden']

function copyAttributes(to: Element, from: Element): void {
  for (const { name } of [...to.attributes])
    if (!from.hasAttribute(name) && !READERS_OWN.includes(name)) to.removeAttribute(name)
  for (const { name, value } of from.attributes)
    if (to.getAttribute(name) !== value && !READERS_OWN.includes(name)) to.setAttribute(name, value)
}
