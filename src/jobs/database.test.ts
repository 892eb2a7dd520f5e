import { describe, expect, it } from 'vitest'
import { openDatabase, showAddress } from './database.ts'

describe('the address of a database', () => {
  it.each([
    [
      'postgresql://ann:secret@db.example.org:5433/headroom?sslmode=require',
      'postgresql://ann:***@db.example.org:5433/headroom',
    ],
    ['postgres://ann@db.example.org/headroom', 'postgres://ann@db.example.org/headroom'],
    ['postgres://db.example.org/headroom?password=secret', 'postgres://db.example.org/headroom'],
  ])('is shown without a password: %s', (address, shown) => expect(showAddress(address)).toBe(shown))

  it.each([
    'db.example.org',
    'http://db.example.org/headroom',
    'postgresql://',
    '',
    'postgresql:///headroom',
  ])('is refused where it is none: %j', (address) =>
    expect(() => showAddress(address)).toThrow('not the address of a PostgreSQL database'),
  )
})

describe('a database that can’t be used', () => {
  it('is one clear error that holds no password', async () => {
    const opened = openDatabase('postgresql://ann:secret@127.0.0.1:1/headroom')
    const error = await opened.catch((cause: Error) => cause)
    expect(error).toMatchObject({
      code: 'database-unreachable',
      details: { reason: 'nothing answers there' },
    })
    expect((error as Error).message).not.toContain('secret')
  })
})
