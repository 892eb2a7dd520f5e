import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Plan, PlanRequest } from '../../src/domain/plan.ts'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
import { dataFiles } from '../support/data-files.ts'
import { fakePlan } from '../support/fake-plan.ts'
import { expect, test, WAIT } from './page-test.ts'

// what goes through a service worker can’t be held up by a test
test.use({ serviceWorkers: 'block' })

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A plan under way, which the test ends. */
interface Under {
  readonly request: PlanRequest
  readonly end: (plan: Plan) => void
  readonly fail: (error: unknown) => void
  readonly onProgress: (done: number, total: number) => void
}
let under: Under[] = []
let server: RunningServer
let folder: string

test.beforeAll(async ({ shown: { projection, reference } }) => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'headroom-take-'))
  server = await startServer({
    projection,
    reference,
    files: dataFiles(),
    savedFolder: folder,
    limits: { waiting: 1, asks: 1000 },
    log: () => undefined,
    plan: (_files, request, onProgress, signal) =>
      new Promise((end, fail) => {
        signal.addEventListener('abort', () => fail(signal.reason))
        under.push({ request, end, fail, onProgress })
      }),
    host: '127.0.0.1',
    port: 0,
  })
})
test.afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})
test.afterEach(async () => {
  // what a test left under way ends, and what waited behind it, which starts before anything else happens
  for (let i = 0; i < under.length; i++) {
    under[i]!.fail(new Error('the test is over'))
    await new Promise((resolve) => setImmediate(resolve))
  }
  under = []
  // answers are kept by their question, which another test may ask too
  await rm(path.join(folder, 'plans'), { recursive: true, force: true })
})

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${server.address}/take${query}`)
}
const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Work it out' }).click()

async function check(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
}

test('asked by keyboard, watched, and answered on the same page', async ({ page }) => {
  await open(page)
  await page.getByLabel('At least as much as today').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('A share that I choose')).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Staff for every 100 that are needed')).toBeFocused()
  await page.keyboard.type('90')
  await page.locator('summary', { hasText: 'NHS hospital and community' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Midwives', { exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Work it out' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/take\/[0-9a-f]{12}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Working out what it would take')
  expect(under[0]?.request).toMatchObject({ coverage: 0.9, occupations: ['midwives'] })
  under[0]!.onProgress(5, 10)
  await expect(page.getByRole('progressbar', { name: 'How much is done' })).toHaveJSProperty(
    'value',
    50,
    WAIT,
  )
  await check(page)
  const address = page.url()
  under[0]!.end(fakePlan(under[0]!.request))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What it would take', WAIT)
  expect(page.url()).toBe(address)
  await expect(page.locator('.hr-headline__sentence')).toContainText('The limits don’t allow all of it')
  const slider = page.getByRole('slider', { name: 'Read the figure point by point' })
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute(
    'aria-valuetext',
    'Midwives: 90% with the plan, 70% as now, target 90%',
  )
  for (const details of await page.locator('main details').all()) await details.locator('summary').click()
  await check(page)
  await page.getByRole('link', { name: 'Change the question' }).click()
  await expect(page.getByLabel('Staff for every 100 that are needed')).toHaveValue('90')
  await expect(page.getByLabel('Midwives', { exact: true })).toBeChecked()
})

test('a wrong answer to a question is said at its field', async ({ page }) => {
  await open(page)
  await page.getByLabel('How sure should it be?').fill('99')
  await send(page)
  await expect(page.getByRole('alert')).toContainText('It must be a whole number from 50 to 95.')
  await expect(page.getByLabel('How sure should it be?')).toHaveAccessibleDescription(/from 50 to 95/)
  await page.getByRole('alert').getByRole('link').click()
  await expect(page.getByLabel('How sure should it be?')).toBeFocused()
  for (const details of await page.locator('main details').all())
    await details.evaluate((element) => element.setAttribute('open', ''))
  await check(page)
})

test('waiting, refused because too many wait, and failed', async ({ page }) => {
  await open(page, '?years=6')
  await send(page)
  await expect(page.getByRole('progressbar')).toBeVisible()
  await open(page, '?years=7')
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your plan waits for its turn')
  await expect(page.getByRole('status').first()).toHaveText('One other plan is worked out before yours.')
  await check(page)
  const waiting = page.url()
  await open(page, '?years=8')
  await send(page)
  await expect(page.getByRole('alert')).toContainText('1 more wait for their turn')
  await expect(page.getByLabel('How many years ahead?')).toHaveValue('8')
  await check(page)
  await page.goto(waiting)
  under[0]!.end(fakePlan(under[0]!.request))
  await expect.poll(() => under.length, WAIT).toBe(2)
  under[1]!.fail(new Error('a fault'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This plan couldn’t be worked out', WAIT)
  await check(page)
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  expect(page.url()).toBe(waiting)
})

test('a server that stops answering is said, and tried again', async ({ page }) => {
  await open(page, '?years=9')
  await send(page)
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.route('**/state', (route) => route.abort())
  await expect(page.getByRole('status').first()).toContainText('The server doesn’t answer', WAIT)
  await page.unroute('**/state')
  await expect(page.getByRole('status').first()).toContainText('The server is working it out', WAIT)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page looks again by itself, and shows the answer', async ({ page }) => {
    await open(page, '?years=10')
    await send(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Working out what it would take')
    under[0]!.end(fakePlan(under[0]!.request))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What it would take', WAIT)
  })
})
