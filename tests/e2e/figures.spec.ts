import type { Statistic } from '../../src/domain/projection.ts'
import { parseTable } from '../../src/tables/table.ts'
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
    const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
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

test('the picture can be had as a file of its own', async ({ page, request }) => {
  const answer = await request.get('/figure.svg?area=QJK')
  expect(answer.headers()['content-type']).toMatch(/^image\/svg\+xml/)
  expect(answer.headers()['content-disposition']).toContain('headroom-QJK-all-balance.svg')
  await page.setContent(await answer.text())
  await expect(page.getByRole('img', { name: /Devon/ })).toBeVisible()
})
