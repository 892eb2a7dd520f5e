import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { freshKernel } from '../../build-kernel.js'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import { createBuilderRuns } from '../../src/pipeline/builder/builder-runs.ts'
import { createEnglandBundle } from '../../src/pipeline/builder/bundle.ts'
import { createFrame } from '../../src/pipeline/builder/create-frame.ts'
import { findBasisChange } from '../../src/pipeline/builder/find-basis-change.ts'
import { readAddress } from '../../src/pipeline/builder/read-address.ts'
import { createPolicyBasis } from '../../src/pipeline/create-policy-basis.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { readScenario } from '../../src/pipeline/read-scenario.ts'
import { dataFiles } from '../support/data-files.ts'
import { builderRests, expect, test, unfold, WAIT } from './page-test.ts'

// answers that are made up for a test reach the page only where no copy is kept
test.use({ serviceWorkers: 'block' })

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Few runs, so that the tests are quick; what they test doesn’t depend on how many. */
const QUICK = 'draws=20'
const BASE = `/build?retention-programme=0.5&${QUICK}`

const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true })
const drawn = (page: Page) => page.locator('[data-builder][data-checksum-one]')
const refined = (page: Page) => page.locator('[data-builder][data-checksum-each]')
const summary = (page: Page) => page.locator('[data-part="summary"] .hr-headline')

/** Opens the builder and waits until the browser itself has drawn. */
async function open(page: Page, address = BASE): Promise<void> {
  await page.goto(address)
  await expect(drawn(page)).toHaveCount(1, WAIT)
}

/** Does something that moves the builder, and waits until the browser has drawn what came of it. */
async function redrawn(page: Page, move: () => Promise<unknown>): Promise<void> {
  const before = await drawn(page).getAttribute('data-checksum-one')
  await move()
  await expect(drawn(page)).not.toHaveAttribute('data-checksum-one', before ?? '', WAIT)
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).include('main').withTags(RULES).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

for (const query of [
  'pay-award=0.01_for.nhs&return-to-health=20000',
  'assumptions=fails-training-joins&vs=fails-growth',
])
  test(`the browser’s figures are the server’s to the bit, England as one area and every area: ${query}`, async ({
    page,
    request,
  }) => {
    const address = `/build?${query}&draws=20`
    // from what the server sends: on the page the browser’s own soon stands in its place
    const [, server = ''] = / data-checksum="([^"]+)"/.exec(await (await request.get(address)).text()) ?? []
    expect(server).not.toBe('')
    await page.goto(address)
    await expect(drawn(page)).toHaveAttribute('data-checksum-one', server, WAIT)
    await expect(refined(page)).toHaveCount(1, WAIT)
    const files = dataFiles()
    const inputs = readInputs(files, 20)
    const basis = createPolicyBasis(files, inputs)
    const frame = createFrame(files, inputs, inputs.model)
    const bundle = createEnglandBundle(frame, basis, inputs.reference)
    const runs = createBuilderRuns(bundle, createSimulate(await freshKernel()), async (name) =>
      findBasisChange(files, name, { england: bundle.basis, areas: basis }),
    )
    const span = { baseYear: frame.baseYear, lastYear: frame.baseYear + frame.years }
    const state = readAddress(address.split('?')[1] ?? '', frame.presets, span)
    const { checksum } = await runs.each(state, basis)
    expect(await refined(page).getAttribute('data-checksum-each')).toBe(checksum)
  })

test('what is read stays where it is while figures come in above it', async ({ page }) => {
  await page.goto(BASE)
  const link = page.getByRole('link', { name: 'What is drawn, as CSV' })
  await link.focus()
  await expect(refined(page)).toHaveCount(1, WAIT)
  await expect(page.getByRole('heading', { name: 'Area by area' })).toBeAttached()
  await expect(link).toBeInViewport()
})

test('what must load before a lever moves is less than 300 kB of script', async ({ page }) => {
  await open(page)
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map((entry) => (entry as PerformanceResourceTiming).decodedBodySize),
  )
  expect(scripts.length).toBeGreaterThanOrEqual(3)
  expect(scripts.reduce((sum, size) => sum + size)).toBeLessThan(300_000)
})

test('an arrow key on a slider redraws England, and everything follows', async ({ page }) => {
  await open(page)
  const retention = slider(page, 'Retention programme')
  const before = await summary(page).textContent()
  await redrawn(page, async () => {
    await retention.focus()
    await page.keyboard.press('End')
  })
  await expect(summary(page)).not.toHaveText(before ?? '')
  await expect(retention).toBeFocused()
  await expect(retention).toHaveAttribute('aria-valuetext', '100%')
  await expect(page.locator('#lever-retention-programme-0')).toHaveValue('100')
  await expect(page).toHaveURL(/retention-programme=1&draws=20/, WAIT)
  await expect(page.locator('#status')).toHaveText(/^By March 2046/, WAIT)
  await expect(page.getByRole('row', { name: /^Retention programme/ })).toBeVisible(WAIT)
  await expect(page.locator('[data-areas="each"]')).toBeVisible(WAIT)
  await expect(page.getByRole('heading', { name: 'Area by area' })).toBeVisible()
})

test('a number typed in moves the slider, and the address brings all of it back', async ({ page }) => {
  await open(page)
  await redrawn(page, () =>
    page
      .getByRole('spinbutton', { name: /Wellbeing|basic conditions|Return to Health/ })
      .first()
      .fill('12000'),
  )
  await expect(page).toHaveURL(/=12000/, WAIT)
  const [checksum, address] = [await drawn(page).getAttribute('data-checksum-one'), page.url()]
  await open(page, address)
  expect(await drawn(page).getAttribute('data-checksum-one')).toBe(checksum)
})

test('a preset sets its levers; a scenario is kept and compared with; back and reset undo', async ({
  page,
}) => {
  await open(page)
  await redrawn(page, () =>
    page.getByLabel('Start from').selectOption({ label: 'Point 6: women returning to work' }),
  )
  await expect(page).toHaveURL(/return-to-work=/, WAIT)
  await page.getByRole('button', { name: 'Keep this scenario to compare with' }).click()
  await expect(page.getByText('Both scenarios are the same', { exact: false })).toBeVisible(WAIT)
  await expect(page.locator('#effect')).toContainText('Point 6: women returning to work', WAIT)
  await redrawn(page, () => page.getByRole('link', { name: 'Set everything back' }).click())
  await expect(page).toHaveURL(/\/build$/, WAIT)
  await expect(page.getByLabel('Compare with')).toHaveValue('no-change')
})

test('a further setting of a lever is for other staff', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Add a setting for others to Retention programme' }).click()
  const second = slider(page, 'Retention programme, another setting')
  await expect(second).toBeVisible(WAIT)
  await redrawn(page, async () => {
    await page.locator('#lever-retention-programme-1').fill('80')
  })
  await page.locator('[data-lever="retention-programme"] summary', { hasText: 'from March' }).nth(1).click()
  await redrawn(page, () => page.locator('#lever-retention-programme-1-for').selectOption('midwives'))
  await expect(page).toHaveURL(/retention-programme=0\.5\*0\.8_for\.midwives/, WAIT)
})

test('what is downloaded is what is drawn, and the scenario file is the scenario', async ({
  page,
  request,
}) => {
  await open(page)
  await builderRests(page)
  const csv = page.waitForEvent('download')
  await page.getByRole('link', { name: 'What is drawn, as CSV' }).click()
  const text = await readFile(await (await csv).path(), 'utf8')
  expect(text).toBe(await (await request.get(`/build/figure.csv?${BASE.split('?')[1]}&areas=each`)).text())
  const coverage = text.split('\n').filter((line) => /^built,2046,ENG,coverage,share,p50,/.test(line))
  const shown = await page
    .locator('#build-coverage-years tr', { hasText: '2046' })
    .locator('td')
    .first()
    .textContent()
  expect(shown).toContain(`${Math.round(Number(coverage[0]?.split(',').at(-1)) * 100)}`)
  const yaml = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Scenario file for headroom project' }).click()
  const file = await readFile(await (await yaml).path(), 'utf8')
  const scenario = readScenario(new Map([...dataFiles(), ['scenarios/mine.yaml', file]]), 'mine')
  expect([...scenario.levers.keys()]).toEqual(['retention-programme'])
  expect(scenario.levers.get('retention-programme')).toMatchObject([
    { setting: 0.5, from: 2027, scope: 'all' },
  ])
})

test('a preset that changes assumptions says which, and works with levers on top', async ({ page }) => {
  await open(page)
  await page.getByLabel('Start from').focus()
  await redrawn(page, () => page.getByLabel('Start from').selectOption({ label: 'Retention fails' }))
  await expect(page).toHaveURL(/assumptions=fails-retention/, WAIT)
  await expect(page.getByLabel('Work with')).toHaveValue('fails-retention')
  const changed = page.locator('.hr-changed')
  await expect(changed).toContainText('15% higher')
  await expect(page.getByLabel('Start from')).toBeFocused()
  const row = changed.getByRole('link').first()
  expect((await page.request.get((await row.getAttribute('href')) ?? '')).status()).toBe(200)
  await redrawn(page, async () => {
    await slider(page, 'Retention programme').focus()
    await page.keyboard.press('End')
  })
  await expect(page).toHaveURL(/retention-programme=1&assumptions=fails-retention/, WAIT)
  await expect(page.getByRole('row', { name: /^Changed assumptions/ })).toBeVisible(WAIT)
  await redrawn(page, () => page.getByLabel('Work with').selectOption('fails-productivity'))
  await expect(changed.getByRole('link')).toHaveCount(3)
  await page.getByLabel('Compare with').selectOption('fails-growth')
  await expect(changed).toHaveCount(2, WAIT)
  await expect(changed.getByRole('link').last()).toHaveAttribute('href', '/assumptions?table=growth')
  await builderRests(page)
  expect(await violations(page)).toEqual([])
  const yaml = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Scenario file for headroom project' }).click()
  const file = await readFile(await (await yaml).path(), 'utf8')
  const scenario = readScenario(new Map([...dataFiles(), ['scenarios/mine.yaml', file]]), 'mine')
  expect(scenario.assumptions).toMatchObject([
    { table: 'productivity', column: 'growth', change: { value: 0 } },
  ])
})

test('once loaded it works without the net', async ({ page, context }) => {
  const changes = page.waitForResponse(/assumptions-.*bundle/, WAIT)
  await open(page)
  await expect(refined(page)).toHaveCount(1, WAIT)
  await (await changes).finished()
  await context.setOffline(true)
  await redrawn(page, async () => {
    await slider(page, 'Retention programme').focus()
    await page.keyboard.press('End')
  })
  await expect(page.locator('[data-areas="each"]')).toBeVisible(WAIT)
  await redrawn(page, () =>
    page.getByLabel('Start from').selectOption({ label: 'Point 6: women returning to work' }),
  )
  await redrawn(page, () =>
    page.getByLabel('Start from').selectOption({ label: 'Training fails to deliver' }),
  )
  await expect(page.locator('[data-trouble]')).toBeHidden()
})

test('a server that is down, and a bundle cut short, are said and can be tried again', async ({ page }) => {
  await page.route('**/england-*.bundle', (route) => route.abort())
  await page.goto(BASE)
  const trouble = page.locator('[data-trouble]')
  await expect(trouble).toContainText('The server doesn’t answer', WAIT)
  expect(await violations(page)).toEqual([])
  await page.unroute('**/england-*.bundle')
  await page.route('**/england-*.bundle', async (route) => {
    const whole = await (await route.fetch()).body()
    await route.fulfill({ body: whole.subarray(0, 50_000), contentType: 'application/octet-stream' })
  })
  await page.getByRole('button', { name: 'Start it again' }).click()
  await expect(trouble).toContainText('came damaged: 50000 of', WAIT)
  await page.unroute('**/england-*.bundle')
  await page.getByRole('button', { name: 'Start it again' }).click()
  await expect(drawn(page)).toHaveCount(1, WAIT)
  await expect(trouble).toBeHidden()
})

test('a worker that was killed is noticed, and what was set is kept', async ({ page }) => {
  await open(page)
  await expect(refined(page)).toHaveCount(1, WAIT)
  // its helper goes with it, perhaps before it is asked to
  for (const worker of page.workers()) await worker.evaluate(() => self.close()).catch(() => undefined)
  await slider(page, 'Retention programme').focus()
  await page.keyboard.press('End')
  const trouble = page.locator('[data-trouble]')
  await expect(trouble).toContainText('has stopped', WAIT)
  await redrawn(page, () => page.getByRole('button', { name: 'Start it again' }).click())
  await expect(trouble).toBeHidden()
  await expect(page).toHaveURL(/retention-programme=1&/, WAIT)
})

test('a second worker that dies costs time, not the answer', async ({ page }) => {
  await open(page, BASE)
  await expect(refined(page)).toHaveCount(1, WAIT)
  const address = `/build?retention-programme=1&${QUICK}`
  const [, helper] = page.workers()
  expect(helper, 'the work is shared between two workers').toBeDefined()
  await helper!.evaluate(() => self.close()).catch(() => undefined)
  await redrawn(page, async () => {
    await slider(page, 'Retention programme').focus()
    await page.keyboard.press('End')
  })
  const alone = await drawn(page).getAttribute('data-checksum-one')
  await open(page, address)
  expect(await drawn(page).getAttribute('data-checksum-one')).toBe(alone)
})

test('every area is seen from fewer runs first, and then from all', async ({ page }) => {
  // noted as it is drawn: the first look may be gone by the time the test looks
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const note = (event: Event): void => {
      const areas = document.querySelector('[data-part="areas"]')?.textContent ?? ''
      const view = document.querySelector('[data-part="summary"] [data-areas]')?.getAttribute('data-areas')
      const { stage } = (event as CustomEvent<{ stage: string }>).detail
      seen.push(`${stage}: areas ${/of (\d+) runs/.exec(areas)?.[1] ?? 'none'}, headline ${view}`)
    }
    document.addEventListener('headroom:drawn', note, true)
  })
  await open(page, '/build?retention-programme=0.5&draws=70')
  await builderRests(page)
  await expect(page.locator('[data-part="areas"]')).toContainText('of 70 runs')
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'one: areas none, headline one',
    'sketch: areas 64, headline one',
    'each: areas 64, headline each',
  ])
})

for (const [query, words] of [
  ['pay-award=9', 'Pay award can’t be set to 900% a year'],
  ['posts=all.budget_7', 'from −20% to 20% a year, found 700%'],
  ['draws=99999999', 'a whole number from 1 to 2000'],
  ['retention-programme=0.5_for.nobody', 'or another code'],
  ['nonsense=1', 'there is no lever named nonsense'],
] as const)
  test(`an absurd address gets a message and the builder as it starts: ${query}`, async ({ page }) => {
    const answer = await page.goto(`/build?${query}`)
    expect(answer?.status()).toBe(400)
    await expect(page.getByRole('alert').first()).toContainText(words)
    await expect(summary(page)).toBeVisible()
    await expect(page.getByLabel('Compare with')).toHaveValue('no-change')
  })

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the form asks the server, and the address holds the answer', async ({ page }) => {
    await page.goto(BASE)
    await expect(page.locator('.hr-slider').first()).toBeHidden()
    await page.locator('#lever-retention-programme-0').fill('100')
    await page.getByRole('button', { name: 'Work it out' }).click()
    await expect(page).toHaveURL(/\/build\?retention-programme=1&draws=20$/, WAIT)
    await expect(page.locator('#lever-retention-programme-0')).toHaveValue('100')
    await expect(page.locator('.hr-build__how')).toContainText('by the server')
    await page.locator('summary', { hasText: 'Assumptions' }).click()
    await page.getByLabel('Work with').selectOption('fails-growth')
    await page.getByRole('button', { name: 'Work it out' }).click()
    await expect(page).toHaveURL(/retention-programme=1&assumptions=fails-growth&/, WAIT)
    await expect(page.locator('.hr-changed')).toContainText('1 percentage point higher')
    await page.getByRole('link', { name: 'Show what each change does alone' }).click()
    await expect(page.getByRole('row', { name: /^Retention programme/ })).toBeVisible(WAIT)
  })
})

test('axe has nothing to report while scenarios are built, at 320 pixels, and nothing runs over there or at 1280', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 })
  await open(page)
  await builderRests(page)
  await unfold(page)
  expect(await violations(page)).toEqual([])
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over, `at ${width} pixels`).toBeLessThanOrEqual(0)
  }
})

test('nothing turns for readers who want less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  const name = await page
    .locator('[data-progress]')
    .evaluate((element) => getComputedStyle(element, '::before').animationName)
  expect(name).toBe('none')
})
