import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { parseTable } from '../../src/tables/table.ts'
import { formatValue } from '../../src/views/numbers/format-value.ts'
import { unitStep } from '../../src/views/numbers/round-to-range.ts'
import { builderRests, expect, test, unfold, WAIT } from './page-test.ts'

// what doesn’t come from the server must be noticed, so nothing is kept
test.use({ serviceWorkers: 'block' })

const QUERY = 'retention-programme=0.5&draws=20'
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const NAMES = ['balance', 'coverage', 'difference', 'parts', 'areas']

const drawn = (page: Page) => page.locator('[data-builder][data-checksum-one]')
const link = (page: Page, name: string, ending: string) =>
  page.locator(`a[href^="/build/figure/${name}.${ending}?"], a[href="/build/figure/${name}.${ending}"]`)

/** Clicks a link of a figure and reads what is downloaded. */
async function downloaded(page: Page, name: string, ending: string): Promise<string> {
  const waiting = page.waitForEvent('download', WAIT)
  await link(page, name, ending).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe(`headroom-scenario-${name}.${ending}`)
  return readFile(await download.path(), 'utf8')
}

/** A table of years of the page as its texts. */
const tableOf = (page: Page, id: string) =>
  page
    .locator(`#${id} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim() ?? '')),
    )

/** What such a table must say by the lines of a file, curve by curve. */
function tableFrom(text: string): readonly (readonly string[])[] {
  const columns = text.slice(0, text.indexOf('\n')).split(',')
  const byYear = new Map<string, string[]>()
  for (const row of parseTable(text, 'figure.csv', columns).rows) {
    const [p10, p50, p90] = [row.numeric('p10'), row.numeric('p50'), row.numeric('p90')]
    const say = (value: number) => formatValue(value, row.text('unit'), unitStep(p10, p90, row.text('unit')))
    const [low, middle, high] = [say(p10), say(p50), say(p90)]
    const year = row.text('year')
    byYear.set(year, [...(byYear.get(year) ?? [year]), low === high ? middle : `${middle} ${low} to ${high}`])
  }
  return [...byYear.values()]
}

test('every chart of the builder has every year in a table, which is what its file holds', async ({
  page,
}) => {
  await page.goto(`/build?${QUERY}`)
  await builderRests(page)
  await expect(link(page, 'coverage', 'csv')).toHaveAttribute('href', /areas=each$/)
  for (const [name, table] of [
    ['balance', 'build-years'],
    ['coverage', 'build-coverage-years'],
    ['difference', 'build-difference-years'],
  ] as const) {
    const shown = await tableOf(page, table)
    expect(shown).toHaveLength(21)
    expect(shown, name).toEqual(tableFrom(await downloaded(page, name, 'csv')))
  }
})

test('the files that the browser makes are the server’s: England as one area, and every area', async ({
  page,
  request,
}) => {
  await page.goto(`/build?${QUERY}&year=2040`)
  await builderRests(page)
  await expect(link(page, 'coverage', 'csv')).toHaveAttribute('href', /areas=each$/)
  // what is made here is asked of nobody
  await page.route('**/build/figure/**', (route) => route.abort())
  for (const name of NAMES) {
    const theirs = async (ending: string): Promise<string> =>
      (await request.get((await link(page, name, ending).getAttribute('href')) ?? '')).text()
    for (const ending of ['csv', 'svg'])
      expect(await downloaded(page, name, ending), `${name}.${ending}`).toBe(await theirs(ending))
    const [own, served] = [await downloaded(page, name, 'json'), await theirs('json')].map((text) =>
      JSON.parse(text),
    )
    expect({ ...own, note: '' }).toEqual({ ...served, note: '' })
    expect(own.note).toContain('in this browser')
  }
})

test('the links of a figure follow a lever that moves, at once and once it has settled', async ({ page }) => {
  await page.goto(`/build?${QUERY}`)
  await expect(drawn(page)).toHaveCount(1, WAIT)
  const lever = page.getByRole('slider', { name: 'Retention programme', exact: true })
  await lever.focus()
  await page.keyboard.press('End')
  // before the address has followed
  const asked = page.waitForRequest(/\/build\/figure\/balance\.png\?/)
  await link(page, 'balance', 'png').click()
  const query = new URL((await asked).url()).searchParams
  expect(
    Number(query.get('retention-programme')) || Number(query.get('retention-programme.percent')) / 100,
  ).toBe(1)
  for (const name of NAMES)
    for (const ending of ['csv', 'json', 'svg', 'png'])
      await expect(link(page, name, ending)).toHaveAttribute('href', /\?retention-programme=1&draws=20/, WAIT)
  const svg = await downloaded(page, 'parts', 'svg')
  expect(svg).toContain('Retention programme')
})

test('“On its own” leads to the figure in the same state, and from there back', async ({ page }) => {
  await page.goto(`/build?${QUERY}`)
  await expect(drawn(page)).toHaveCount(1, WAIT)
  await page.getByRole('link', { name: 'On its own: Coverage of need' }).click()
  await expect(page).toHaveURL(/\/build\/figure\/coverage\?retention-programme=0\.5&draws=20/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Coverage of need: “Your scenario”/)
  await page.getByRole('link', { name: 'Build on this scenario' }).click()
  await expect(page).toHaveURL(/\/build\?retention-programme=0\.5&draws=20$/)
})

for (const name of NAMES)
  test(`the figure ${name} on its own is read by arrows in the words of its table, which stands before it; axe finds nothing`, async ({
    page,
  }) => {
    await page.goto(`/build/figure/${name}?${QUERY}`)
    await unfold(page)
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    const before = await page.evaluate(() => {
      const [table, picture] = [
        document.querySelector('main table'),
        document.querySelector('main svg.hr-picture'),
      ]
      return (
        table && picture && Boolean(table.compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_FOLLOWING)
      )
    })
    expect(before).toBe(true)
    const slider = page.getByRole('slider', { name: 'Read the figure point by point' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    const said = page.locator('main [data-points] output')
    const words = await page.locator('main tbody tr').nth(1).getAttribute('data-say')
    await expect(said).toHaveText(words ?? 'no words')
    const marks = page.locator(
      '.hr-only-wide .hr-mark-group--read, .hr-only-wide .hr-marker[visibility="visible"]',
    )
    await expect(marks).toHaveCount(1)
  })

test('a file that the server can’t make now is said on the page, which goes on', async ({
  page,
  context,
}) => {
  await page.goto(`/build?${QUERY}`)
  await builderRests(page)
  await context.setOffline(true)
  await link(page, 'coverage', 'png').click()
  const trouble = page.locator('[data-trouble]')
  await expect(trouble).toContainText('The server, which makes it, doesn’t answer.')
  for (const name of NAMES) expect(await downloaded(page, name, 'csv')).toMatch(/^(scenario|part),/)
  await context.setOffline(false)
  await page.goto('/build?draws=201')
  await expect(drawn(page)).toHaveCount(1, WAIT)
  await link(page, 'areas', 'png').click()
  await expect(trouble).toContainText('The option draws can’t be 201. It must be at most 200', WAIT)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the links are those of the state that the server shows', async ({ page, request }) => {
    await page.goto(`/build?${QUERY}`)
    for (const name of NAMES)
      for (const ending of ['csv', 'json', 'svg', 'png'])
        await expect(link(page, name, ending)).toHaveAttribute(
          'href',
          `/build/figure/${name}.${ending}?${QUERY}`,
        )
    const text = await (await request.get(`/build/figure/coverage.csv?${QUERY}`)).text()
    expect(await tableOf(page, 'build-coverage-years')).toEqual(tableFrom(text))
    await page.getByRole('link', { name: 'On its own: Area by area' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Coverage of need by area/)
    await expect(page.locator('main tbody tr')).toHaveCount(42)
  })
})

for (const [address, status, words] of [
  ['/build/figure/nothing', 404, 'There is nothing at this address.'],
  ['/build/figure/coverage.pdf', 404, 'There is nothing at this address.'],
  ['/build/figure/coverage?pay-award=9', 400, 'Pay award can’t be set to 900% a year'],
  ['/build/figure/areas?draws=500', 400, 'It must be at most 200'],
] as const)
  test(`a wrong address of a figure gets one message: ${address}`, async ({ page, request }) => {
    const answer = await request.get(address)
    expect(answer.status()).toBe(status)
    expect(await answer.text()).toContain(words)
    if (address.endsWith('.pdf')) return
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  })
