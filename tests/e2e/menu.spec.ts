import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './page-test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const NARROW = { width: 320, height: 640 }

test('at 320 pixels the menu folds behind a button, which the keyboard opens and Escape closes', async ({
  page,
}) => {
  await page.setViewportSize(NARROW)
  await page.goto('/explore')
  const button = page.getByRole('button', { name: 'Menu' })
  const entry = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'How we did' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(entry).toBeHidden()
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(entry).toBeVisible()
  await expect(page.getByRole('link', { name: 'Explore', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  )
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  const { right, height } = await entry.evaluate((element) => element.getBoundingClientRect().toJSON())
  expect(right).toBeLessThanOrEqual(320)
  expect(height).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Start', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await expect(entry).toBeHidden()
})

test('a window that widens shows the whole menu and no button', async ({ page }) => {
  await page.setViewportSize(NARROW)
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Menu' })).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Menu' }).getByRole('link')).toHaveCount(10)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the menu stands open at 320 pixels', async ({ page }) => {
    await page.setViewportSize(NARROW)
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden()
    await expect(page.locator('#navigation').getByRole('link', { name: 'How we did' })).toBeVisible()
  })
})

test('a menu whose script doesn’t come opens by itself', async ({ page }) => {
  await page.setViewportSize(NARROW)
  await page.route('**/assets/headroom-*.js', (route) => route.abort())
  await page.goto('/')
  await expect(page.locator('#navigation').getByRole('link', { name: 'How we did' })).toBeVisible()
})
