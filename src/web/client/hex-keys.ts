interface Tile {
  readonly link: SVGAElement
  readonly x: number
  readonly y: number
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest tile in a direction: near counts along it, and off it counts twice. */
function neighbour(tiles: readonly Tile[], from: Tile, [dx, dy]: readonly [number, number]): Tile | null {
  let best: Tile | null = null
  let least = Infinity
  for (const tile of tiles) {
    const [x, y] = [tile.x - from.x, tile.y - from.y]
    const along = x * dx + y * dy
    const off = Math.abs(x * dy) + Math.abs(y * dx)
    if (along <= 1 || off > along * 1.2) continue
    if (along + 2 * off < least) {
      least = along + 2 * off
      best = tile
    }
  }
  return best
}

/** Makes the map one stop of the tab key, with the arrow keys moving between areas. */
export function enhanceHexes(root: ParentNode): void {
  for (const map of root.querySelectorAll<SVGSVGElement>('[data-hexes] svg.hr-hexes')) enhanceMap(map)
  for (const hint of root.querySelectorAll<HTMLElement>('[data-hexes-hint]')) hint.hidden = false
}

function enhanceMap(map: SVGSVGElement): void {
  const tiles = [...map.querySelectorAll<SVGAElement>('a.hr-hex')].map((link) => ({
    link,
    x: Number(link.dataset.x),
    y: Number(link.dataset.y),
  }))
  const first = tiles.find(({ link }) => link.hasAttribute('aria-current')) ?? tiles[0]
  const stopAt = (tile: Tile): void => {
    for (const { link } of tiles) link.setAttribute('tabindex', link === tile.link ? '0' : '-1')
  }
  if (first) stopAt(first)
  map.addEventListener('keydown', (event) => {
    const direction = DIRECTIONS[event.key]
    const from = tiles.find(({ link }) => link === event.target)
    if (!direction || !from) return
    event.preventDefault()
    const next = neighbour(tiles, from, direction)
    if (!next) return
    stopAt(next)
    next.link.focus()
  })
}
