import { expect, PAGES, test } from './page-test.ts'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the form shows another figure', async ({ page }) => {
    await page.goto('/explore')
    await page.getByLabel('Area', { exact: true }).selectOption('QKK')
    await page.getByLabel('Measure', { exact: true }).selectOption('coverage')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/South East London/)
    await expect(page.getByLabel('Area', { exact: true })).toHaveValue('QKK')
    await expect(page.getByRole('heading', { name: /^Coverage of need: .*South East London/ })).toBeVisible()
  })

  test('what needs script is not there, and the rest is', async ({ page }) => {
    await page.goto('/')
    await expect(page.locator('.hr-reader')).toBeHidden()
    await expect(page.locator('.hr-only-wide svg.hr-fan')).toBeVisible()
    await page.getByText('Every year as a table').click()
    await expect(page.locator('#every-year')).toBeVisible()
  })

  test('a hexagon is a link to its area', async ({ page }) => {
    await page.goto('/areas')
    await page
      .locator('.hr-only-wide')
      .getByRole('link', { name: /^Kent and Medway:/ })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Kent and Medway/)
  })
})

test('no page asks another host for anything, or breaks its own policy', async ({ page, shown }) => {
  const asked: string[] = []
  const troubles: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 40')) troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  for (const address of Object.values(PAGES)) await page.goto(address)
  await page.goto('/explore')
  await page.getByLabel('Area', { exact: true }).selectOption('QJK')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Devon/)
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter((url) => new URL(url).origin !== shown.address)).toEqual([])
  expect(troubles).toEqual([])
})
