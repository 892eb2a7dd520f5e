import { describe, expect, it } from 'vitest'
import { createReceiver, createSender } from './send-once.ts'

interface Sent {
  readonly name: string
  readonly size: number
  readonly missing: null
  readonly path: Float64Array
  readonly rows: readonly { readonly id: string }[]
}

const path = Float64Array.from([1, Number.NaN, -0])
const rows = [{ id: 'a' }, { id: 'b' }]
const sent: Sent = { name: 'one', size: 3, missing: null, path, rows }

/** As a message carries it: nothing of the sender's own objects arrives. */
function connect(most?: number) {
  const sender = createSender(most)
  const receive = createReceiver()
  let forgotten = 0
  return {
    send: <Value>(value: Value): Value => {
      const packet = structuredClone(sender.pack(value))
      if (packet.forget) forgotten++
      return receive(packet) as Value
    },
    forgotten: () => forgotten,
  }
}

describe('sending each object once', () => {
  it('brings the same value', () => {
    const { send } = connect()
    expect(send(sent)).toEqual(sent)
    expect(send({ ...sent, size: 4 })).toEqual({ ...sent, size: 4 })
  })

  it('brings what has not changed as the very object it brought before', () => {
    const { send } = connect()
    const before = send(sent)
    const after = send({ ...sent, path: Float64Array.from([2]) })
    expect(after.rows).toBe(before.rows)
    expect(after.path).not.toBe(before.path)
    expect(after.path).not.toBe(path)
  })

  it('sends the same object twice in one value as one', () => {
    const { send } = connect()
    const [first, second] = send([path, path])
    expect(first).toBe(second)
  })

  it('sends little the second time', () => {
    const sender = createSender()
    sender.pack(sent)
    expect(JSON.stringify(sender.pack({ ...sent })).length).toBeLessThan(200)
  })

  it('starts anew once the receiver holds too much', () => {
    const { send, forgotten } = connect(20)
    expect(send(sent)).toEqual(sent)
    expect(send(sent)).toEqual(sent)
    expect(forgotten()).toBe(1)
  })

  it('says so where a packet was missed', () => {
    const sender = createSender()
    sender.pack(sent)
    expect(() => createReceiver()(sender.pack(sent))).toThrow('never came')
  })
})
