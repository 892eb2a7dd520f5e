/** Gives the reader a file. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** True for a click that follows a link here, without keys that open it elsewhere. */
export const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey

/** Gives the reader a file of the server’s. @returns why it can’t, in words, or null */
export async function fetchAndSave(address: string, name: string): Promise<string | null> {
  try {
    const answer = await fetch(address)
    if (!answer.ok) {
      const { detail = '', next = '' } = (await answer.json()) as { detail?: string; next?: string }
      return `${detail} ${next}`
    }
    save(name, await answer.blob())
    return null
  } catch {
    return 'The server, which makes it, doesn’t answer.'
  }
}
