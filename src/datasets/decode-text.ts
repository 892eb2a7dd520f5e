/** How the characters of a published text are written as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What Windows-1252 has in place of the control characters 0x80 to 0x9f, in order. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const LINE_FEED = 10
/** Largest byte that a character of UTF-8 can begin with. */
const LAST_LEAD = 0xf4

/**
 * The encoding of a published text: UTF-16 where a byte order mark says so, UTF-8 where all bytes are valid
 * UTF-8, otherwise Windows-1252, which the publishers still use. Reads all chunks, holds one.
 */
export function detectEncoding(chunks: Iterable<Uint8Array>): Encoding {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  for (const bytes of wholeCharacters(chunks)) {
    if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
    if (isFirst && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
    isFirst = false
    try {
      decoder.decode(bytes)
    } catch {
      return 'windows-1252'
    }
  }
  return 'utf-8'
}

/** The text of chunks of bytes, as it comes, without a byte order mark. */
export function* decodeBlocks(
  chunks: Iterable<Uint8Array>,
  encoding: Encoding,
): Generator<string, void, undefined> {
  if (encoding === 'utf-8' || encoding === 'windows-1252') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    let isFirst = true
    for (const bytes of wholeCharacters(chunks)) {
      const text = encoding === 'utf-8' ? decoder.decode(bytes) : decodeWindows1252(bytes)
      yield isFirst && text.startsWith('\ufeff') ? text.slice(1) : text
      isFirst = false
    }
    return
  }
  const decoder = new TextDecoder(encoding)
  for (const bytes of chunks) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

/**
 * Chunks cut anew so that each ends with a line, which is the quickest to split, or at least with a whole
 * character of UTF-8. None is empty.
 */
function* wholeCharacters(chunks: Iterable<Uint8Array>): Generator<Uint8Array, void, undefined> {
  let rest = new Uint8Array(0)
  for (const chunk of chunks) {
    const bytes = join(rest, chunk)
    const line = bytes.lastIndexOf(LINE_FEED) + 1
    const end = line > rest.length ? line : characterEnd(bytes)
    if (end > 0) yield bytes.subarray(0, end)
    // A copy: whoever gives the chunks may fill the same bytes again.
    rest = bytes.slice(end)
  }
  if (rest.length > 0) yield rest
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

/** Where the last character that is surely whole ends: before a lead byte within the last three bytes. */
function characterEnd(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at--) {
    const byte = bytes[at] ?? 0
    if (byte >= 0xc0 && byte <= LAST_LEAD) return at
  }
  return bytes.length
}

// By hand: several releases of Node decode windows-1252 as Latin-1 and turn dashes into control characters.
function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80))
}
