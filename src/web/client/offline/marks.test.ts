import { describe, expect, it } from 'vitest'
import { kindOf, leadsTo, pageKey, stemOf } from './kinds.ts'
import { listKept, markCopy } from './marks.ts'

const ORIGIN = 'http://127.0.0.1:8080'
const kind = (address: string, method = 'GET') =>
  kindOf({ method, url: new URL(address, ORIGIN).href }, ORIGIN)

describe('what is kept', () => {
  it.each([
    ['/', 'page'],
    ['/build?pay-award=0.01', 'page'],
    ['/assumptions/hazards/consultants.leave.female', 'page'],
    ['/figure/ranking?measure=coverage', 'page'],
    ['/build/england-ed31946ff4e24726.bundle', 'content'],
    ['/assets/kernel-1d68e7abe0.wasm', 'content'],
    ['/figure.csv', null],
    ['/figure/ranking.png?measure=coverage', null],
    ['/projection.csv', null],
    ['/run.json', null],
    ['/report.html', null],
    ['/build/scenario.yaml', null],
    ['/api/projection', null],
    ['/healthz', null],
    ['/service-worker.js', null],
    ['http://elsewhere.example/', null],
  ] as const)('%s is %s', (address, expected) => expect(kind(address)).toBe(expected))

  it('is nothing that was sent', () => expect(kind('/build', 'POST')).toBe(null))

  it('is one page for every state of the builder, and one for every address of others', () => {
    expect(pageKey(`${ORIGIN}/build?seed=7`)).toBe('/build')
    expect(pageKey(`${ORIGIN}/explore?area=QJK`)).toBe('/explore?area=QJK')
  })

  it.each([
    ['/runs/0123456789ab/explore?area=QJK', '/explore?area=QJK'],
    ['/runs/0123456789ab', '/'],
    ['/runs/0123456789ab/build?seed=7', '/build?seed=7'],
    ['/runs/0123456789ab//elsewhere.example/', '/elsewhere.example/'],
    ['/runs/ffffffffffff/explore?area=QJK', null],
    ['/runs/0123/explore', null],
    ['/runs//explore', null],
    ['/explore?area=QJK', null],
  ])('%s leads to %s', (address, expected) =>
    expect(leadsTo(`${ORIGIN}${address}`, '0123456789ab-ba9876543210')).toBe(expected),
  )

  it('is one file of each kind of content', () => {
    expect(stemOf('/build/england-ed31946ff4e24726.bundle')).toBe('/build/england.bundle')
    expect(stemOf('/assets/builder-worker-fbf2fe2fae.js')).toBe('/assets/builder-worker.js')
  })
})

describe('a copy', () => {
  const page = '<html lang="en"><p data-kept hidden>copy</p><p data-fresh>fresh</p>'

  it('says that it is one', () => {
    expect(markCopy(page, `${ORIGIN}/explore`)).toBe(
      '<html lang="en"><p data-kept>copy</p><p data-fresh hidden>fresh</p>',
    )
  })

  it('of the builder holds no state', () => {
    expect(markCopy(page, `${ORIGIN}/build?seed=7`)).toContain('<html data-shell lang="en">')
  })

  it('is linked once by its title, with its address escaped', () => {
    const offline = '<ul class="govuk-list govuk-list--bullet" data-kept-list></ul>'
    const kept = [
      { key: '/explore?a="<b>&c=1', page: '<title>Explore &amp; see – Headroom</title>' },
      { key: '/explore', page: '<title>Explore &amp; see – Headroom</title>' },
      { key: '/odd', page: 'no title' },
    ]
    expect(listKept(offline, kept)).toBe(
      '<ul class="govuk-list govuk-list--bullet" data-kept-list><li><a class="govuk-link" href="/explore?a=&quot;&lt;b>&amp;c=1">Explore &amp; see</a></li><li><a class="govuk-link" href="/odd">/odd</a></li></ul>',
    )
  })
})
