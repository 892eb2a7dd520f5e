import type { Statistic } from '../../src/domain/projection.ts'
import { parseTable } from '../../src/tables/table.ts'
import { formatValue } from '../../src/views/numbers/format-value.ts'
import { unitStep } from '../../src/views/numbers/round-to-range.ts'
import type { Spread } from '../../src/views/projection-reader.ts'
import { spreadText } from '../../src/views/tables/spread-cell.ts'
import { expect, test, unfold } from './page-test.ts'

const COLUMNS = 'run,scenario,year,area,level,code,measure,unit,statistic,value'.split(',')

for (const address of [
  '/',
  '/?area=Y60&series=sector.primary-care',
  '/?area=QMM&measure=vacancy_rate',
  '/?measure=leavers_heads',
])
  test(`the download at ${address} holds the figures of the table`, async ({ page, request }) => {
    await page.goto(address)
    await unfold(page)
    const rows = await page
      .locator('#every-year tbody tr')
      .evaluateAll((found) =>
        found.map((row) =>
          [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim() ?? ''),
        ),
      )
    const href = await page
      .getByRole('link', { name: /^Download CSV/ })
      .first()
      .getAttribute('href')
    const text = await (await request.get(href ?? '')).text()
    const spreads = new Map<string, { unit: string; spread: Partial<Record<Statistic, number>> }>()
    for (const row of parseTable(text, 'figure.csv', COLUMNS).rows) {
      const key = `${row.text('year')} ${row.text('measure')} ${row.text('area')}`
      const entry = spreads.get(key) ?? { unit: row.text('unit'), spread: {} }
      entry.spread[row.text('statistic') as Statistic] = row.numeric('value')
      spreads.set(key, entry)
    }
    const measures = [...new Set([...spreads.keys()].map((key) => key.slice(5)))]
    const expected = rows.map(([year = '']) => [
      year,
      ...measures.map((measure) => {
        const found = spreads.get(`${year} ${measure}`)
        if (!found) return '–no value'
        const { middle, range } = spreadText(found.spread as Spread, found.unit)
        return range ? `${middle} ${range}` : middle
      }),
    ])
    expect(rows).toHaveLength(21)
    expect(rows).toEqual(expected)
  })

test('the download of a chart with its past holds every count and range of the past’s table', async ({
  page,
  request,
}) => {
  await page.goto('/explore?series=sector.nhs')
  await unfold(page)
  const shown = await page
    .locator('#every-count tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim() ?? '')),
    )
  const href = await page.getByRole('link', { name: /^Download CSV: Staff, need/ }).getAttribute('href')
  const text = await (await request.get(href ?? '')).text()
  const rows = parseTable(text, 'figure.csv', [...COLUMNS, 'counted', 'projected_from']).rows.filter(
    (row) => row.optional('counted') !== null,
  )
  const value = (day: string, from: string | null, statistic: string): number | undefined =>
    rows
      .find(
        (row) =>
          row.text('counted') === day &&
          row.optional('projected_from') === from &&
          row.text('statistic') === statistic,
      )
      ?.numeric('value')
  const said = (number: number, low: number, high: number): string =>
    formatValue(number, 'fte', unitStep(low, high, 'fte'))
  expect(shown).toHaveLength(13)
  for (const [when, count, ...projected] of shown) {
    const day = `${when?.split(' ')[1]}-09`
    const counted = value(day, null, 'count') ?? Number.NaN
    expect(count).toBe(said(counted, counted, counted))
    for (const [place, from] of ['2011-09', '2016-09'].entries()) {
      const [low, middle, high] = ['p10', 'p50', 'p90'].map((statistic) => value(day, from, statistic))
      expect(projected[place]).toBe(
        low === undefined || middle === undefined || high === undefined
          ? '–not projected'
          : `${said(middle, low, high)} ${said(low, low, high)} to ${said(high, low, high)}`,
      )
    }
  }
})

test('the picture can be had as a file of its own', async ({ page, request }) => {
  const answer = await request.get('/figure.svg?area=QJK')
  expect(answer.headers()['content-type']).toMatch(/^image\/svg\+xml/)
  expect(answer.headers()['content-disposition']).toContain('headroom-QJK-all-balance.svg')
  await page.setContent(await answer.text())
  await expect(page.getByRole('img', { name: /Devon/ })).toBeVisible()
})
