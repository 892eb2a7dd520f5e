import type { Page } from '@playwright/test'
import { builderRests, expect, openWhole, PAGES, test } from './page-test.ts'

/** More stops than any page has. */
const STOPS = 900

/** What has the focus: whether it can be seen, whether it follows the one before, and what it can be read with. */
interface Stop {
  readonly name: string
  readonly visible: boolean
  readonly marked: boolean
  readonly inOrder: boolean
  /** For the slider of a figure, which of the page’s it is. */
  readonly figure: number | null
}

/** Sliders that read a figure, in the order of the page. */
const READERS = '[data-reader] input, [data-points] input, [data-reader-of] input'

async function stopAt(page: Page): Promise<Stop | null> {
  return page.evaluate(async (readers) => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const isVisible = (): boolean => {
      const { width, height, top, bottom } = element.getBoundingClientRect()
      return width > 0 && height > 0 && bottom > 0 && top < innerHeight
    }
    // what a page draws above the focus is made up for by the browser in its next frame, not before
    if (!isVisible())
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))
    const hex = element.querySelector('.hr-hex__shape')
    const { outlineStyle, boxShadow, backgroundColor } = getComputedStyle(element)
    const before = (window as { walked?: Element }).walked
    ;(window as { walked?: Element }).walked = element
    const follows =
      !before?.isConnected ||
      Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    const place = [...document.querySelectorAll(readers)].indexOf(element)
    return {
      name: `${element.tagName} ${element.id || element.textContent?.trim().slice(0, 30)}`,
      visible: isVisible(),
      marked:
        outlineStyle !== 'none' ||
        boxShadow !== 'none' ||
        backgroundColor === 'rgb(255, 221, 0)' ||
        (hex !== null && getComputedStyle(hex).fill === 'rgb(255, 221, 0)'),
      inOrder: follows,
      figure: place < 0 ? null : place,
    }
  }, READERS)
}

for (const [name, address] of Object.entries(PAGES))
  test(`${name} is walked by keyboard alone: every stop can be seen, every figure is read, the last leads out`, async ({
    page,
  }) => {
    await openWhole(page, address)
    const figures = await page.locator(READERS).count()
    const read = new Set<number>()
    let stops = 0
    for (; stops < STOPS; stops++) {
      await page.keyboard.press('Tab')
      const stop = await stopAt(page)
      if (stop === null) break
      expect(stop, stop.name).toMatchObject({ visible: true, marked: true, inOrder: true })
      if (stop.figure === null) continue
      const slider = page.locator(READERS).nth(stop.figure)
      const before = await slider.getAttribute('aria-valuetext')
      await page.keyboard.press((await slider.inputValue()) === '0' ? 'ArrowRight' : 'ArrowLeft')
      // a figure of one point has nowhere to go
      if ((await slider.getAttribute('max')) !== '0')
        await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '')
      expect(
        await slider.evaluate((input) => input.parentElement?.querySelector('output')?.textContent),
      ).not.toBe('')
      read.add(stop.figure)
    }
    expect(stops, 'the keyboard is caught on the page').toBeLessThan(STOPS)
    // the report has neither script nor sliders, and an error page little more than the menu
    expect(stops).toBeGreaterThan(address === '/report.html' ? 0 : 10)
    expect(read.size).toBe(figures)
  })

/** Roles that say nothing without a name. */
const NAMED =
  /^\s*- '?(link|button|slider|img|table|combobox|textbox|searchbox|checkbox|radio|spinbutton|region|navigation|figure|group)(?! ")(?=[:\s[']|$)/

for (const [name, address] of Object.entries(PAGES))
  test(`${name} says what everything is to a screen reader, under one heading of the first level and landmarks`, async ({
    page,
  }) => {
    await openWhole(page, address)
    const lines = (await page.locator('body').ariaSnapshot()).split('\n')
    const unnamed = lines.filter((line) => NAMED.test(line))
    // what is folded is a group whose summary names it
    expect(unnamed.filter((line) => !/- group\b/.test(line))).toEqual([])
    expect(lines.filter((line) => /- '?heading .*\[level=1\]/.test(line))).toHaveLength(1)
    const roles = (role: string): number => lines.filter((line) => line.trim().startsWith(`- ${role}`)).length
    expect(roles('main')).toBe(1)
    if (address === '/report.html') return
    expect([roles('banner'), roles('contentinfo')]).toEqual([1, 1])
    expect(roles('navigation')).toBeGreaterThan(0)
  })

test('the skip link is the first stop of every page and leads to its content', async ({ page }) => {
  for (const address of Object.values(PAGES).filter((each) => each !== '/report.html')) {
    await page.goto(address)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to main content' }), address).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('#main-content'), address).toBeFocused()
  }
})

test('the slider of a chart with its past reads counts and past projections too, and the picture follows', async ({
  page,
}) => {
  await page.goto('/explore?series=sector.nhs&measure=supply_heads')
  const slider = page.getByRole('slider', { name: 'Read the chart year by year' })
  await slider.focus()
  await page.keyboard.press('Home')
  const words = page.locator('[data-reader] output')
  await expect(words).toHaveText(/^September 2009\s+Published count: [\d,]+$/)
  const marker = page.locator('.hr-only-wide .hr-fan .hr-marker').first()
  const first = Number(await marker.getAttribute('x1'))
  for (let year = 2010; year <= 2021; year++) await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', 'September 2021')
  await expect(words).toHaveText(
    /Projected from September 2011: [\d,]+ \([\d,]+ to [\d,]+ in 8 of 10 draws\): .*\s+Projected from September 2016/,
  )
  expect(Number(await marker.getAttribute('x1'))).toBeGreaterThan(first)
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '2025')
})

test('the past can be hidden, and stays hidden when another choice is made', async ({ page }) => {
  await page.goto('/explore?series=sector.nhs')
  await page.getByRole('link', { name: 'Hide the past' }).click()
  await expect(page).toHaveURL(/past=no/)
  await expect(page.locator('.hr-past')).toHaveCount(0)
  await page.getByLabel('Staff', { exact: true }).selectOption('staff_group.midwives')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Midwives/)
  await expect(page).toHaveURL(/past=no/)
  await page.getByRole('link', { name: 'Show the past' }).click()
  await expect(page.locator('.hr-only-wide .hr-past')).toHaveCount(1)
  await expect(page.getByText('No past is drawn here')).toHaveCount(0)
  await page.goto('/explore')
  await expect(page.getByText('No past is drawn here')).toBeVisible()
})

test('the builder’s charts are read by arrows, without moving a lever, and say the new value when one moves', async ({
  page,
}) => {
  await page.goto('/build?retention-programme=0.5&draws=20')
  await builderRests(page)
  const drawn = page.locator('[data-builder][data-checksum-one]')
  const checksum = await drawn.getAttribute('data-checksum-one')
  const slider = page.getByRole('slider', { name: /^Read the chart year by year ?: Difference in staff/ })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  const words = page.locator('[data-reader-of="build-difference-years"] output')
  await expect(words).toHaveText(/^March 2045\s+\S.*\d/)
  expect(await drawn.getAttribute('data-checksum-one')).toBe(checksum)
  // a lever that moved would have been heard in the next frame
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  expect(await page.locator('[data-builder][data-checksum-each]').count()).toBe(1)
  const before = await words.textContent()
  await page.getByRole('slider', { name: 'Retention programme', exact: true }).focus()
  await page.keyboard.press('End')
  await expect(drawn).not.toHaveAttribute('data-checksum-one', checksum ?? '', { timeout: 120_000 })
  await expect(words).toHaveText(/^March 2045/)
  await expect(words).not.toHaveText(before ?? '')
})
