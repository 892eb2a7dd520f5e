import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

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
})
