import AxeBuilder from '@axe-core/playwright'
import { expect, openWhole, PAGES, test, unfold } from './page-test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Pages whose figures are drawn another way where the page is narrow. */
const NARROW = ['the start', 'the areas by name', 'everything about a sector in an area']

for (const [name, address] of Object.entries(PAGES))
  for (const width of NARROW.includes(name) ? [1280, 320] : [1280])
    test(`${name} has nothing for axe to report at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await openWhole(page, address)
      await unfold(page)
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
    })

// the colours are the same on every page; these have every kind of figure, form and mark between them
for (const name of [
  'everything about a sector in an area',
  'the profile of an area',
  'the book of assumptions',
  'what matters',
  'how we did',
  'the scenario builder',
  'what it would take, wrongly asked',
] as const)
  for (const [colours, media] of [
    ['dark colours', { colorScheme: 'dark' }],
    ['high contrast', { contrast: 'more' }],
  ] as const)
    test(`${name} has nothing for axe to report in ${colours}`, async ({ page }) => {
      await page.emulateMedia(media)
      await openWhole(page, PAGES[name])
      await unfold(page)
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
    })

test('a chart says in words what it shows', async ({ page }) => {
  await page.goto('/')
  const chart = page.getByRole('img', { name: /^Staff, need and funded posts/ }).first()
  await expect(chart).toHaveAccessibleDescription(/Staff: .* in 2025, .* \(.* in 8 of 10 runs\) in 2045\./)
})

for (const [name, address] of Object.entries(PAGES))
  test(`${name} has a table before every chart and map`, async ({ page }) => {
    await openWhole(page, address)
    // a picture in two sizes is one; each has a table of its own after the picture before it
    const without = await page.evaluate(() => {
      const pictures = 'svg.hr-picture'
      const places = [...document.querySelectorAll(`main table, main ${pictures}`)].map((element) =>
        element.matches(pictures)
          ? (element.closest('figure, .hr-only-wide, .hr-only-narrow') ?? element)
          : element,
      )
      const isTable = (element?: Element): boolean => element?.tagName === 'TABLE'
      const isPair = (element: Element, before?: Element): boolean =>
        element === before ||
        (element.matches('.hr-only-narrow') && element.previousElementSibling === before)
      return places
        .filter((each, i) => !isTable(each) && !isTable(places[i - 1]) && !isPair(each, places[i - 1]))
        .map(
          (each) => each.querySelector('svg')?.getAttribute('aria-labelledby') ?? each.outerHTML.slice(0, 80),
        )
    })
    expect(without).toEqual([])
  })
