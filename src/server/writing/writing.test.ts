import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { createGuard } from './guard.ts'
import { WRITE_LIMITS } from './limits.ts'
import { readTitle } from './read-title.ts'

const from = (headers: Record<string, string>, ip = '10.0.0.1') =>
  ({ headers, ip }) as unknown as FastifyRequest
const OWN = { host: 'plans.example.org', origin: 'https://plans.example.org' }

describe('where a form comes from', () => {
  const guard = createGuard({ ...WRITE_LIMITS, saves: 1000 })
  it.each([
    [true, 'the browser says it is from here', { 'sec-fetch-site': 'same-origin' }],
    [true, 'its origin is the host that was asked', OWN],
    [true, 'the same with a port', { host: 'a.example:8080', origin: 'http://a.example:8080' }],
    [false, 'the browser says it is from elsewhere', { ...OWN, 'sec-fetch-site': 'cross-site' }],
    [false, 'another place of the same domain', { ...OWN, 'sec-fetch-site': 'same-site' }],
    [false, 'a typed address, which sends no form', { ...OWN, 'sec-fetch-site': 'none' }],
    [false, 'another host', { ...OWN, origin: 'https://evil.example' }],
    [false, 'another port', { host: 'a.example:8080', origin: 'http://a.example:8081' }],
    [false, 'a page that hides where it is', { ...OWN, origin: 'null' }],
    [false, 'nothing is said', { host: 'plans.example.org' }],
    [false, 'nonsense', { ...OWN, origin: 'plans.example.org' }],
  ])('%s: %s', (isLetIn, _, headers) => {
    const check = () => guard.check(from(headers as Record<string, string>), 'saves')
    if (isLetIn) expect(check).not.toThrow()
    else expect(check).toThrow('didn’t come from a page of this server')
  })
})

describe('how many forms', () => {
  it('an address may send only so many in some minutes, others are not kept from it', () => {
    let time = 0
    const guard = createGuard({ ...WRITE_LIMITS, saves: 2, asks: 1, minutes: 10 }, () => time)
    const send = (ip: string, kind: 'saves' | 'asks' = 'saves') => guard.check(from(OWN, ip), kind)
    send('a')
    time = 60_000
    send('a')
    expect(() => send('a')).toThrow('sent 2 forms in 10 minutes')
    expect(() => send('b')).not.toThrow()
    expect(() => send('a', 'asks')).not.toThrow()
    time = 600_001
    expect(() => send('a')).not.toThrow()
    expect(() => send('a')).toThrow('sent 2 forms')
  })

  it('refused ones are not counted', () => {
    const guard = createGuard({ ...WRITE_LIMITS, saves: 1 }, () => 0)
    expect(() => guard.check(from({ host: 'a' }), 'saves')).toThrow()
    expect(() => guard.check(from(OWN), 'saves')).not.toThrow()
  })
})

describe('a title', () => {
  it('is a line of text, in any language', () => {
    expect(readTitle('  More   nurses for Devon ', 100)).toBe('More nurses for Devon')
    expect(readTitle('Mwy o nyrsys – 更多护士 🙂', 100)).toBe('Mwy o nyrsys – 更多护士 🙂')
    expect(readTitle('é'.normalize('NFD'), 1)).toBe('é'.normalize('NFC'))
  })

  it.each([
    [null, 'it is empty'],
    ['   ', 'it is empty'],
    ['a\nb', 'a line break or another sign that can’t be seen'],
    ['a\u0000b', 'a line break or another sign that can’t be seen'],
    ['a\u202Eb', 'a line break or another sign that can’t be seen'],
    ['a\ud800', 'a line break or another sign that can’t be seen'],
    ['x'.repeat(101), 'it has 101 characters'],
  ])('%j is refused', (title, reason) => expect(() => readTitle(title, 100)).toThrow(reason))
})
