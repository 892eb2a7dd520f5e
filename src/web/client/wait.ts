/** Milliseconds between two looks at how an answer stands. */
const PAUSE = 2000

interface Standing {
  readonly state: string
  readonly share: number
  readonly said: string
}

/** Shows how an answer comes on that the server works out, and the answer itself once it is there. */
export function enhanceWaiting(root: ParentNode): void {
  const place = root.querySelector<HTMLElement>('[data-wait]')
  const words = place?.querySelector('[data-wait-words]')
  const bar = place?.querySelector('progress')
  const address = place?.dataset.wait
  if (!place || !words || !bar || address === undefined) return
  const say = (text: string): void => {
    if (words.textContent !== text) words.textContent = text
  }
  const look = async (): Promise<void> => {
    try {
      const response = await fetch(address, { cache: 'no-store' })
      if (!response.ok) throw new Error(`status ${response.status}`)
      const { state, share, said } = (await response.json()) as Standing
      if (state !== 'waiting' && state !== 'working') {
        location.reload()
        return
      }
      say(said)
      bar.value = Math.round(share * 100)
    } catch {
      say('The server doesn’t answer. This page goes on trying.')
    }
    window.setTimeout(look, PAUSE)
  }
  window.setTimeout(look, PAUSE)
}
