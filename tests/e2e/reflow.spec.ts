import { expect, openWhole, PAGES, test, unfold } from './page-test.ts'

/** A window of 1280 by 1024 at 400 % zoom. */
const ZOOMED = { width: 320, height: 256 }

for (const [name, address] of Object.entries(PAGES))
  test(`${name} at 400 % zoom loses nothing and scrolls in one direction only`, async ({ page }) => {
    await page.setViewportSize(ZOOMED)
    await openWhole(page, address)
    await unfold(page)
    const { needed, given, cut } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const isCut = (element: Element): boolean => {
        const { overflowX, overflowY, clip } = getComputedStyle(element)
        // text for screen readers alone is cut by design, and a field scrolls what is in it
        if (element.matches('input, select, textarea')) return false
        if (clip !== 'auto' || element.classList.contains('govuk-visually-hidden')) return false
        const [wide, tall] = [
          element.scrollWidth > element.clientWidth + 1,
          element.scrollHeight > element.clientHeight + 1,
        ]
        return (wide && /hidden|clip/.test(overflowX)) || (tall && /hidden|clip/.test(overflowY))
      }
      const leavesPage = (element: Element): boolean => {
        const { width, right } = element.getBoundingClientRect()
        return width > 0 && right > clientWidth + 1 && element.closest('.hr-scroll, pre') === null
      }
      return {
        needed: scrollWidth,
        given: clientWidth,
        cut: [...document.querySelectorAll('main *:not(svg *)')]
          .filter((element) => isCut(element) || leavesPage(element))
          .map((element) => element.outerHTML.slice(0, 100)),
      }
    })
    expect(needed).toBeLessThanOrEqual(given)
    expect(cut).toEqual([])
  })

test('a wide table scrolls in a region with a name that the keyboard reaches', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  const region = page.getByRole('region', { name: /by sector/ })
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
})

test('with less motion asked for, nothing moves on any page', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const address of Object.values(PAGES)) {
    await page.goto(address)
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        element.setAttribute('data-busy', '')
        return [null, '::before', '::after'].flatMap((part) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, part)
          const still = transitionDuration === '0s' && animationName === 'none' && scrollBehavior !== 'smooth'
          return still ? [] : [element.outerHTML.slice(0, 80)]
        })
      }),
    )
    expect(moving, address).toEqual([])
  }
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
