import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, WAIT } from './page-test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const BASE = '/build?retention-programme=0.5&draws=20'

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

test('what is set is saved by keyboard, and opens in the builder again', async ({ page }) => {
  await page.goto(BASE)
  await expect(page.locator('[data-builder][data-checksum-one]')).toHaveCount(1, WAIT)
  await page.locator('#lever-retention-programme-0').fill('75')
  const title = page.getByLabel('Title')
  await title.focus()
  await page.keyboard.type('Three in four')
  // at once, before the address has followed
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/scenarios\/[0-9a-f]{12}$/, WAIT)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Three in four')
  await expect(page.getByText(/^Retention programme: 75%/)).toBeVisible()
  await expect(page.locator('.hr-headline__sentence')).toContainText('By March')
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await fits(page)).toBe(true)
  await page.getByRole('link', { name: 'All saved scenarios' }).click()
  await expect(page.getByRole('link', { name: 'Three in four' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  expect(await fits(page)).toBe(true)
  await page.getByRole('link', { name: 'Three in four' }).click()
  await page.getByRole('link', { name: 'Open it in the builder' }).click()
  await expect(page.locator('#lever-retention-programme-0')).toHaveValue('75', WAIT)
})

test('a title that can’t be saved is said, at its field, and what was set is kept', async ({ page }) => {
  await page.goto(BASE)
  await page.getByRole('button', { name: 'Save on this server' }).click()
  await expect(page.getByRole('alert')).toContainText('This title can’t be saved: it is empty.')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/it is empty/)
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await fits(page)).toBe(true)
  await page.getByRole('alert').getByRole('link').click()
  await expect(page.getByLabel('Title')).toBeFocused()
  await page.getByLabel('Title').fill('Half')
  await page.getByRole('button', { name: 'Save on this server' }).click()
  await expect(page.getByText(/^Retention programme: 50%/)).toBeVisible(WAIT)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('what the page shows is saved', async ({ page }) => {
    await page.goto('/build?retention-programme=0.25&draws=20')
    await page.getByLabel('Title').fill('A quarter')
    await page.getByRole('button', { name: 'Save on this server' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A quarter', WAIT)
    await expect(page.getByText(/^Retention programme: 25%/)).toBeVisible()
  })
})
