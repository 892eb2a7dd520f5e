import { expect, test } from './page-test.ts'

test('the first stop skips to the content', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main-content')).toBeFocused()
})

test('every figure is read point by point with the arrow keys', async ({ page }) => {
  await page.goto('/explore?area=QJK&measure=coverage')
  const blocks = page.locator('[data-figure-block]')
  await expect(blocks).toHaveCount(5)
  for (const block of await blocks.all()) {
    const slider = block.getByRole('slider', { name: 'Read the figure point by point' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    const words = await block.locator('[data-point="1"]').getAttribute('data-say')
    await expect(slider).toHaveAttribute('aria-valuetext', words ?? 'no words')
    await expect(block.locator('output')).toHaveText(words ?? 'no words')
    await expect(block.locator('.hr-only-wide .hr-mark-group--read')).toHaveCount(1)
    await expect(block.locator('.hr-only-wide [data-mark="1"]')).toHaveClass(/hr-mark-group--read/)
  }
})

test('a choice changes the page in place, and back brings the old one again', async ({ page }) => {
  await page.goto('/explore')
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
  const area = page.getByLabel('Area', { exact: true })
  await area.focus()
  await area.selectOption('QJK')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Devon/)
  await expect(page).toHaveURL(/area=QJK/)
  await expect(page).toHaveTitle(/Devon/)
  await expect(page.locator('#status')).toHaveText(/Now showing: .*Devon/)
  await expect(area).toBeFocused()
  await page.getByLabel('Staff', { exact: true }).selectOption('occupation.midwives')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Midwives in Devon to 2045')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/workforce in Devon/)
  await expect(page.getByLabel('Staff', { exact: true })).toHaveValue('all')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/England/)
  await expect(area).toHaveValue('ENG')
  await expect(page.locator('body[data-same-page]')).toHaveCount(1)
})

test('the table of all areas is unfolded by a link to it, and stays so when another choice is made', async ({
  page,
}) => {
  await page.goto('/explore')
  await page.getByRole('link', { name: 'All 42 areas in a table' }).click()
  await expect(page).toHaveURL(/\/areas/)
  const table = page.getByRole('table', { name: /^The 42 areas in 2045/ })
  await expect(table).toBeInViewport()
  await page.getByLabel('Staff', { exact: true }).selectOption('sector.nhs')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/NHS/)
  await expect(table).toBeVisible()
  await page.goto('/areas')
  await expect(table).toBeHidden()
  await page.getByLabel('Order of the table').selectOption('name')
  await expect(table.getByRole('rowheader').first()).toHaveText(/^Bath/)
})

test('the chart is read year by year with the arrow keys', async ({ page }) => {
  await page.goto('/')
  const slider = page.getByRole('slider', { name: 'Read the chart year by year' })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', '2044')
  const words = page.locator('.hr-reader output')
  await expect(words).toHaveText(/^March 2044\s+Staff: [\d,]+ \([\d,]+ to [\d,]+ in 8 of 10 runs\)\s+Need: /)
  await page.keyboard.press('Home')
  await expect(words).toHaveText(/^March 2025/)
  await expect(page.locator('.hr-only-wide .hr-marker')).toHaveAttribute('visibility', 'visible')
})

test('pointing at the chart reads the year there', async ({ page }) => {
  await page.goto('/')
  const chart = page.locator('.hr-only-wide svg.hr-fan')
  await chart.scrollIntoViewIfNeeded()
  const box = await chart.boundingBox()
  if (!box) throw new Error('the chart has no place')
  await page.mouse.move(box.x + box.width * 0.45, box.y + box.height / 2)
  await expect(page.locator('.hr-reader output')).toHaveText(/^March 203\d/)
})

test('on the map the arrow keys move between neighbours and enter goes to an area', async ({ page }) => {
  await page.goto('/?area=QJK')
  const map = page.locator('.hr-only-wide svg.hr-hexes')
  await expect(map.locator('a[tabindex="0"]')).toHaveCount(1)
  await map.getByRole('link', { name: /^Devon:/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(map.getByRole('link', { name: /^Cornwall/ })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(map.getByRole('link', { name: /^Somerset/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Somerset/)
})

test('from any hexagon the arrow keys reach all 42', async ({ page }) => {
  await page.goto('/')
  const reached = await page.evaluate(() => {
    const map = document.querySelector('.hr-only-wide svg.hr-hexes')
    const first = map?.querySelector<SVGAElement>('a[tabindex="0"]')
    const found = new Set<Element>()
    const open: SVGAElement[] = first ? [first] : []
    for (let link = open.pop(); link; link = open.pop()) {
      if (found.has(link)) continue
      found.add(link)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        link.focus()
        link.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
        if (document.activeElement instanceof SVGAElement) open.push(document.activeElement)
      }
    }
    return found.size
  })
  expect(reached).toBe(42)
})
