/** Bytes of arrays that a receiver holds before it is told to forget them. */
const MOST_HELD = 256 * 1024 * 1024

/** Something packed for another worker: what it holds of it already is named by number. */
export interface Packet {
  /** True where the receiver is to forget everything before. */
  readonly forget: boolean
  readonly content: unknown
}

/** A part that the receiver holds, or that it is to hold from now on. */
interface Held {
  readonly held: number
  readonly content?: unknown
}

/** Packs values for one receiver. */
export interface Sender {
  /** @param value numbers, texts, arrays, typed arrays and plain objects of these, none changed once sent */
  pack(value: unknown): Packet
}

/**
 * Sends each object once: what was sent before goes as a number, so that the receiver has the same object
 * again, which tells it that nothing about it has changed.
 */
export function createSender(most = MOST_HELD): Sender {
  let numbers = new WeakMap<object, number>()
  let count = 0
  let bytes = 0

  function contentOf(value: object): unknown {
    if (ArrayBuffer.isView(value)) {
      bytes += value.byteLength
      return value
    }
    if (Array.isArray(value)) return value.map(packed)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, packed(part)]))
  }

  function packed(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    const known = numbers.get(value)
    if (known !== undefined) return { held: known } satisfies Held
    const held = count++
    numbers.set(value, held)
    return { held, content: contentOf(value) } satisfies Held
  }

  return {
    pack(value) {
      const forget = bytes > most
      if (forget) {
        numbers = new WeakMap()
        count = 0
        bytes = 0
      }
      return { forget, content: packed(value) }
    },
  }
}

/** Unpacks what one sender packed, in the order it was packed. @throws Error where a packet before was missed */
export function createReceiver(): (packet: Packet) => unknown {
  let objects: object[] = []

  function contentOf(content: unknown): object {
    if (ArrayBuffer.isView(content)) return content
    if (Array.isArray(content)) return content.map(unpacked)
    return Object.fromEntries(Object.entries(content as object).map(([name, part]) => [name, unpacked(part)]))
  }

  function unpacked(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    const { held, content } = value as Held
    if (content !== undefined) objects[held] = contentOf(content)
    const object = objects[held]
    if (!object) throw new Error(`part ${held} of a packet never came`)
    return object
  }

  return ({ forget, content }) => {
    if (forget) objects = []
    return unpacked(content)
  }
}
