import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Projection } from '../../src/domain/projection.ts'
import type { HeadroomError } from '../../src/errors/headroom-error.ts'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
import { loadInputFiles } from '../../src/storage/load-input-files.ts'
import { builderRests, expect, test, WAIT } from './page-test.ts'

const QUICK = 'draws=20'
const ready = (page: Page) => page.locator('[data-offline-ready]')
const checksums = async (page: Page): Promise<(string | null)[]> => {
  await builderRests(page)
  const builder = page.locator('[data-builder]')
  return [await builder.getAttribute('data-checksum-one'), await builder.getAttribute('data-checksum-each')]
}

/** Names of what the browser keeps, and the addresses in it. */
const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const found: Record<string, string[]> = {}
    for (const name of await caches.keys())
      found[name] = (await (await caches.open(name)).keys()).map(({ url }) => {
        const { pathname, search } = new URL(url)
        return `${pathname}${search}`
      })
    return found
  })

/** What axe finds on a page. */
async function violations(page: Page): Promise<string[]> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const found = await new AxeBuilder({ page }).withTags(rules).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Opens a page and waits until the browser keeps it. */
async function openAndKeep(page: Page, address: string): Promise<void> {
  await page.goto(address)
  const { pathname, search } = new URL(page.url())
  const key = pathname === '/build' ? '/build' : `${pathname}${search}`
  await expect.poll(async () => Object.values(await kept(page)).flat(), WAIT).toContain(key)
}

let files: Awaited<ReturnType<typeof loadInputFiles>>
let server: RunningServer
/** Below those that machines give out by themselves, so that nobody takes it while the server is down. */
let port = 20_000 + (process.pid % 10_000)

type Shown = Pick<Parameters<typeof startServer>[0], 'reference' | 'projection'>

test.beforeEach(async ({ shown }) => {
  files ??= await loadInputFiles('data')
  for (;;)
    try {
      return await serve(shown, shown.projection)
    } catch (error) {
      if ((error as Partial<HeadroomError>).code !== 'port-taken') throw error
      port++
    }
})
test.afterEach(() => server.close())

/** Serves a projection at the same address as before. */
async function serve({ reference }: Shown, projection: Projection): Promise<void> {
  server = await startServer({ projection, reference, files, host: '127.0.0.1', port })
}

test('the builder, loaded once, is loaded again without the server, in any state, with the same bits', async ({
  page,
}) => {
  const [one, other] = [
    `/build?retention-programme=0.5&${QUICK}`,
    `/build?pay-award=0.01_for.nhs&${QUICK}&seed=7`,
  ]
  await page.goto(server.address + other)
  const expected = await checksums(page)
  await page.goto(server.address + one)
  const before = await checksums(page)
  await expect(ready(page)).toBeVisible(WAIT)
  await server.close()
  await page.reload()
  expect(await checksums(page)).toEqual(before)
  await expect(page.locator('.hr-kept')).toContainText('The server doesn’t answer')
  await page.goto(server.address + other)
  expect(await checksums(page)).toEqual(expected)
  await expect(page.locator('#lever-pay-award-0')).toHaveValue('1')
  await expect(page.locator('#lever-retention-programme-0')).toHaveValue('0')
  await page.getByRole('slider', { name: 'Retention programme', exact: true }).focus()
  await page.keyboard.press('End')
  await expect(page).toHaveURL(/retention-programme=1&/, WAIT)
  await expect(page.locator('[data-builder]')).not.toHaveAttribute('data-checksum-one', expected[0]!, WAIT)
})

test('an absurd address without the server is said, and the builder shown as it starts', async ({ page }) => {
  await page.goto(`${server.address}/build?retention-programme=0.5&${QUICK}`)
  await expect(ready(page)).toBeVisible(WAIT)
  await server.close()
  await page.goto(`${server.address}/build?nonsense=1`)
  await expect(page.locator('[data-trouble]')).toContainText('there is no lever named nonsense', WAIT)
  await expect(page.locator('[data-part="summary"] .hr-headline')).toBeVisible(WAIT)
  await expect(page.locator('[data-trouble]')).toBeVisible()
  await expect(page.locator('#lever-retention-programme-0')).toHaveValue('0')
})

test('pages that were opened are shown as copies; others say what works; files are left alone', async ({
  page,
}) => {
  await openAndKeep(page, `${server.address}/unpaid-care`)
  await openAndKeep(page, `${server.address}/explore?area=QJK`)
  const explored = page.url()
  expect(new URL(explored).search).toContain('measure=')
  await page.evaluate(() => fetch('/figure.csv?area=QJK').then((response) => response.text()))
  expect((await page.goto(`${server.address}/explore?area=XX`))?.status()).toBe(400)
  await page.goto(explored)
  const { [Object.keys(await kept(page))[0]!]: all } = await kept(page)
  expect(all!.filter((each) => each.includes('figure') || each.includes('XX'))).toEqual([])
  await expect(page.locator('.hr-kept')).toBeHidden()
  await server.close()
  await page.goto(`${server.address}/unpaid-care`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('care')
  await expect(page.locator('.hr-kept')).toContainText('The server doesn’t answer')
  expect(await violations(page)).toEqual([])
  await page.goto(explored)
  await expect(page.locator('.hr-kept')).toBeVisible()
  const answer = await page.goto(`${server.address}/glossary`)
  expect(answer?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Without the server')
  await expect(page.locator('[data-kept-list]').getByRole('link')).toHaveCount(2)
  expect(await violations(page)).toEqual([])
  await expect(page.getByRole('link', { name: 'Build a scenario' }).last()).toBeVisible()
  await page.locator('[data-kept-list]').getByRole('link').first().click()
  await expect(page.locator('.hr-kept')).toBeVisible()
})

test('permanent links lead to the copies of the same run, and to none of another', async ({
  page,
  shown,
}) => {
  const { run } = shown.projection.manifest
  const permanent = `${server.address}/runs/${run}/explore?area=QJK&series=sector.nhs`
  await page.goto(permanent)
  const led = page.url()
  expect(new URL(led).pathname).toBe('/explore')
  await expect
    .poll(async () => Object.values(await kept(page)).flat(), WAIT)
    .toContain(new URL(led).pathname + new URL(led).search)
  await page.goto(`${server.address}/build?${QUICK}`)
  await expect(ready(page)).toBeVisible(WAIT)
  await server.close()
  await page.goto(permanent)
  await expect(page.locator('.hr-kept')).toContainText('The server doesn’t answer')
  await expect(page).toHaveURL(led)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Devon/)
  await page.goto(`${server.address}/runs/${run}/build?retention-programme=0.5&${QUICK}`)
  await expect(page.locator('#lever-retention-programme-0')).toHaveValue('50', WAIT)
  for (const address of [`/runs/${run}/glossary`, '/runs/ffffffffffff/explore?area=QJK&series=sector.nhs']) {
    const answer = await page.goto(server.address + address)
    expect(answer?.status(), address).toBe(503)
    await expect(page).toHaveURL(server.address + address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Without the server')
  }
})

test('another run replaces all that was kept, and no page of one is shown with the other’s', async ({
  page,
  shown,
}) => {
  await page.goto(`${server.address}/build?${QUICK}`)
  await expect(ready(page)).toBeVisible(WAIT)
  await openAndKeep(page, `${server.address}/unpaid-care`)
  const [before] = Object.keys(await kept(page))
  await server.close()
  const { manifest } = shown.projection
  await serve(shown, { ...shown.projection, manifest: { ...manifest, run: 'abcdefabcdef' } })
  await openAndKeep(page, `${server.address}/glossary`)
  await expect.poll(async () => Object.keys(await kept(page)), WAIT).toHaveLength(1)
  const after = await kept(page)
  expect(Object.keys(after)[0]).not.toBe(before)
  expect(Object.keys(after)[0]).toContain('abcdefabcdef')
  expect(
    Object.values(after)
      .flat()
      .some((each) => each.startsWith('/build')),
  ).toBe(false)
  await server.close()
  await page.goto(`${server.address}/unpaid-care`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Without the server')
  await page.goto(`${server.address}/glossary`)
  await expect(page.locator('.hr-kept')).toContainText('abcdefabcdef')
})

test('a copy of the numbers that is damaged is said, and taken from the server as soon as it answers', async ({
  page,
  shown,
}) => {
  await page.goto(`${server.address}/build?${QUICK}`)
  await expect(ready(page)).toBeVisible(WAIT)
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        if (/england-.*bundle/.test(request.url)) {
          const { headers } = (await cache.match(request))!
          const bytes = await (await cache.match(request))!.arrayBuffer()
          await cache.put(request, new Response(bytes.slice(0, 50_000), { headers }))
        }
    }
  })
  await server.close()
  await page.reload()
  const trouble = page.locator('[data-trouble]')
  await expect(trouble).toContainText('came damaged: 50000 of', WAIT)
  await serve(shown, shown.projection)
  await page.getByRole('button', { name: 'Start it again' }).click()
  await checksums(page)
  await expect(trouble).toBeHidden()
  await server.close()
  await page.reload()
  await checksums(page)
})

test('while the server answers, pages are the server’s', async ({ page }) => {
  await openAndKeep(page, `${server.address}/data`)
  await page.reload()
  await expect(page.locator('.hr-kept')).toBeHidden()
  // the same run and program, another answer: the copy must not stand in for it
  const spoil = (): Promise<boolean> =>
    page.evaluate(async () => {
      const [name] = await caches.keys()
      const cache = await caches.open(name!)
      const old = await cache.match('/data')
      const text = (await old?.text()) ?? ''
      if (!old || text.includes('data-stale')) return old !== undefined
      await cache.put('/data', new Response(text.replace('<h1', '<h1 data-stale'), { headers: old.headers }))
      return false
    })
  // until the browser no longer puts away what it has just loaded
  await expect.poll(spoil, WAIT).toBe(true)
  await page.reload()
  await expect(page.locator('[data-stale]')).toHaveCount(0)
})
