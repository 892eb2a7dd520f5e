import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBlocks, detectEncoding } from './decode-text.ts'

/** Text of bytes that come in one piece. */
const decodeText = (bytes: Uint8Array): string => [...decodeBlocks([bytes], detectEncoding([bytes]))].join('')

describe('decoding a published text', () => {
  it.each([
    ['UTF-8', [0x63, 0xc3, 0xa9, 0xe2, 0x80, 0x93], 'cé–'],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['UTF-16, low byte first', [0xff, 0xfe, 0x61, 0x00, 0x13, 0x20], 'a–'],
    ['UTF-16, high byte first', [0xfe, 0xff, 0x00, 0x61, 0x20, 0x13], 'a–'],
    ['Windows-1252', [0x61, 0x96, 0x92, 0xa3, 0xe9, 0x80], 'a–’£é€'],
    ['nothing', [], ''],
  ])('%s', (_, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe(text)
  })

  it('gives the same text wherever the bytes are cut', () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => new TextEncoder().encode(text)),
      fc.string({ unit: 'grapheme' }).map((text) => utf16(`\ufeff${text}`)),
      fc.uint8Array({ maxLength: 40 }),
    )
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 7 }), (whole, size) => {
        const chunks: Uint8Array[] = []
        for (let at = 0; at < whole.length; at += size) chunks.push(whole.slice(at, at + size))
        const encoding = detectEncoding(chunks)
        // A first chunk of one byte can't show a mark of two.
        if (size > 1) expect(encoding).toBe(detectEncoding([whole]))
        else if (encoding !== detectEncoding([whole])) return
        expect([...decodeBlocks(chunks, encoding)].join('')).toBe(decodeText(whole))
      }),
      { numRuns: 2000 },
    )
  })
})

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length * 2 }, (_, at) => (text.charCodeAt(at >> 1) >> (8 * (at & 1))) & 0xff),
  )
