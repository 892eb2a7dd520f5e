import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSavedScenarios, scenarioId } from './saved-scenarios.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-saved-'))
})
afterEach(() => rm(folder, { recursive: true }))

const draft = (title: string, query = 'pay-award=0.01') => ({
  id: scenarioId({ title, query }),
  title,
  query,
  saved: '2026-11-22T09:00:00Z',
  run: '0123456789ab',
  version: '0.1.0',
  effect: null,
})
const inside = path.join('scenarios')

describe('saved documents', () => {
  it('are there when the folder is opened again, each a file and nothing else', async () => {
    expect(openSavedScenarios(folder, 5).list()).toEqual({ documents: [], troubles: [] })
    const kept = openSavedScenarios(folder, 5).keep(draft('Mine'))
    expect(openSavedScenarios(folder, 5).find(kept.id)).toEqual(draft('Mine'))
    expect(await readdir(path.join(folder, inside))).toEqual([`${kept.id}.json`])
  })

  it('have a name that their title and content give them', () => {
    const names = [draft('a', 'b'), draft('ab', ''), draft('', 'ab'), draft('a', 'c')].map(({ id }) => id)
    expect(new Set(names).size).toBe(4)
    expect(names.every((name) => /^[0-9a-f]{12}$/.test(name))).toBe(true)
  })

  it('are never overwritten: the first stays', () => {
    const store = openSavedScenarios(folder, 5)
    const first = store.keep(draft('Mine'))
    const again = store.keep({ ...draft('Mine'), saved: '2027-01-01T00:00:00Z', run: 'another' })
    expect(again).toEqual(first)
    expect(store.find(first.id)?.saved).toBe('2026-11-22T09:00:00Z')
  })

  it('are refused once there are too many, and those that are there still found', () => {
    const store = openSavedScenarios(folder, 2)
    const kept = [store.keep(draft('one')), store.keep(draft('two'))]
    expect(() => store.keep(draft('three'))).toThrow('keeps at most 2 saved scenarios')
    expect(store.keep(draft('one'))).toEqual(kept[0])
    expect(store.list().documents).toHaveLength(2)
  })

  it('that are damaged get a message of their own, without the path, and the rest still list', async () => {
    const store = openSavedScenarios(folder, 9)
    const [good, cut, changed, odd] = ['good', 'cut', 'changed', 'odd'].map((title) =>
      store.keep(draft(title)),
    )
    const fileOf = ({ id }: { id: string }) => path.join(folder, inside, `${id}.json`)
    await writeFile(fileOf(cut!), (await readFile(fileOf(cut!), 'utf8')).slice(0, 40))
    await writeFile(
      fileOf(changed!),
      JSON.stringify({ ...draft('changed'), query: 'pay-award=0.02', id: changed!.id }),
    )
    await writeFile(fileOf(odd!), JSON.stringify({ ...draft('odd'), extra: 1 }))
    await writeFile(path.join(folder, inside, 'notes.json'), 'not ours')
    const { documents, troubles } = store.list()
    expect(documents).toEqual([good])
    expect(troubles.map(({ code, details }) => [code, details.reason]).sort()).toEqual([
      ['saved-damaged', 'it is not JSON'],
      ['saved-damaged', 'its content is not that of its name'],
      ['saved-damaged', 'its content is not what this version writes'],
    ])
    for (const { message } of troubles) expect(message).not.toContain(folder)
    expect(() => store.keep(draft('cut'))).toThrow(/can’t be read/)
    expect(await readFile(fileOf(cut!), 'utf8')).toHaveLength(40)
  })

  it('that can’t be written or listed are said without the path', async () => {
    const blocked = path.join(folder, 'blocked')
    await writeFile(blocked, 'a file where the folder should be')
    const store = openSavedScenarios(blocked, 5)
    for (const attempt of [() => store.keep(draft('Mine')), () => store.list()])
      try {
        attempt()
        throw new Error('nothing was wrong')
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^file-un/) })
        expect(String(error)).not.toContain(folder)
      }
  })

  it('are found by their names alone, never by a path', async () => {
    await writeFile(path.join(folder, 'secret.json'), '{}')
    const store = openSavedScenarios(folder, 2)
    for (const id of ['../secret', '..', '', 'abc', '0123456789ab/../x', '0123456789AB'])
      expect(store.find(id)).toBeNull()
  })
})
