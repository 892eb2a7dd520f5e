import { expect, PAGES, test, unfold } from './page-test.ts'

for (const [name, address] of Object.entries(PAGES))
  test(`${name} needs no sideways scrolling at 320 pixels, which is 400 % zoom`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(address)
    await unfold(page)
    const [needed, given] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return [scrollWidth, clientWidth]
    })
    expect(needed).toBeLessThanOrEqual(given ?? 0)
  })

test('a wide table scrolls in a region with a name that the keyboard reaches', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  const region = page.getByRole('region', { name: /by sector/ })
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
})

test('with less motion asked for, nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        element.setAttribute('data-busy', '')
        const { transitionDuration, animationName } = getComputedStyle(element)
        return transitionDuration !== '0s' || animationName !== 'none'
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  )
  expect(moving).toEqual([])
})

test('with colours of the reader’s own, lines and hexagons keep their outlines', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  for (const shape of ['.hr-line--fan', '.hr-line--hatched', '.hr-hex__shape', '.hr-band--inner']) {
    const [stroke, paper] = await page
      .locator(`.hr-only-wide ${shape}`)
      .first()
      .evaluate((element) => [
        getComputedStyle(element).stroke,
        getComputedStyle(document.body).backgroundColor,
      ])
    expect(stroke, shape).not.toBe(paper)
    expect(stroke, shape).not.toBe('none')
  }
})

test('on paper there are figures and tables but no controls', async ({ page }) => {
  await page.goto('/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('form')).toBeHidden()
  await expect(page.locator('.hr-reader')).toBeHidden()
  await expect(page.locator('#key-years')).toBeVisible()
  await expect(page.locator('svg.hr-fan').first()).toBeVisible()
})

test('the report prints on A4', async ({ page }) => {
  await page.goto('/report.html')
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sizes = new Set(paper.match(/\/MediaBox\s*\[[^\]]*\]/g))
  expect([...sizes].join()).toMatch(/594\.\d+ 841\.\d+|595(\.\d+)? 842/)
  const pages = paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(3)
  expect(pages).toBeLessThan(18)
})
