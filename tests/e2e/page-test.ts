import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { readBook } from '../../src/assumptions/read-book.ts'
import type { Projection } from '../../src/domain/projection.ts'
import type { Reference } from '../../src/domain/reference.ts'
import { readReference } from '../../src/pipeline/read-reference.ts'
import { startServer } from '../../src/server/start-server.ts'
import { loadInputFiles } from '../../src/storage/load-input-files.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { writeSensitivity } from '../../src/storage/write-sensitivity.ts'
import { createBackground } from '../../src/views/method/background.ts'
import { renderReport } from '../../src/views/report/render-report.ts'
import { fakePlan } from '../support/fake-plan.ts'
import { fakeStudy, STUDY_REQUEST } from '../support/fake-study.ts'
import { createTestProjection } from '../support/projection.ts'

/** What the browser tests share: a made-up projection, and a server that shows it. */
interface Shared {
  readonly shown: { readonly reference: Reference; readonly projection: Projection; readonly address: string }
}

/** A browser test whose addresses start at a server of a made-up projection. */
export const test = base.extend<object, Shared>({
  shown: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures that are asked for from it
    async ({}, use) => {
      const files = await loadInputFiles(path.join(packageFolder(), 'data'))
      const reference = readReference(files)
      const book = readBook(files, reference)
      const projection = createTestProjection(reference)
      const runFolder = await mkdtemp(path.join(os.tmpdir(), 'headroom-page-'))
      await writeFile(
        path.join(runFolder, 'report.html'),
        renderReport(projection, createBackground(reference, book, files)),
      )
      await writeFile(path.join(runFolder, 'run.json'), JSON.stringify(projection.manifest))
      await writeSensitivity(runFolder, fakeStudy(STUDY_REQUEST, projection.manifest.inputs))
      const server = await startServer({
        projection,
        reference,
        book,
        files,
        runFolder,
        savedFolder: path.join(runFolder, 'saved'),
        plan: async (_files, request) => fakePlan(request),
        host: '127.0.0.1',
        port: 0,
      })
      await use({ reference, projection, address: server.address })
      await server.close()
      await rm(runFolder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  baseURL: ({ shown }, use) => use(shown.address),
})

/** Every kind of page, and the states that differ. */
export const PAGES = {
  'the start': '/',
  'an area, an occupation and one measure': '/?area=QJK&series=occupation.midwives&measure=gap_fte&year=2035',
  'a flow, which has no value in the base year': '/?area=Y56&measure=joiners_heads',
  'everything about a sector in an area': '/explore?area=QJK&series=sector.nhs&measure=coverage&year=2035',
  'a measure that is not known yet in its first year': '/explore?measure=joiners_heads&year=2025',
  'the areas by name': '/areas?order=name',
  'what matters': '/what-matters',
  'the profile of an area': '/areas/QJK',
  'the profile of a region': '/areas/Y58',
  'unpaid care': '/unpaid-care',
  'the book of assumptions': '/assumptions',
  'assumptions that are looked for': '/assumptions?q=nurses&quality=red&page=2',
  'no assumption found': '/assumptions?q=unicorns',
  'one assumption': '/assumptions/hazards/consultants.leave.female',
  'where a number comes from': '/explain?area=QJK&series=occupation.midwives&measure=coverage',
  'a figure of its own': '/figure/ranking?series=occupation.midwives&measure=coverage',
  'the past before a projection': '/explore?series=sector.nhs',
  'the past of an area, a few years':
    '/explore?area=QJK&series=occupation.practice-administration&measure=supply_fte',
  'no past, on request': '/explore?series=sector.nhs&past=no',
  'the tornado on its own': '/figure/tornado',
  'a past projection on its own': '/figure/past-projection',
  'the map on its own': '/figure/map?area=QJK',
  'a figure with nothing in it': '/figure/causes?year=2025',
  'the glossary': '/glossary',
  'a link to another run': '/runs/ffffffffffff/explore',
  'the method': '/method',
  'how we did': '/how-we-did',
  'the data': '/data',
  'what works without the server': '/offline',
  'an address with nothing behind it': '/nowhere',
  'an unknown area': '/?area=XX',
  'the scenario builder': '/build?retention-programme=0.5&draws=20',
  'a chart of a scenario on its own': '/build/figure/coverage?retention-programme=0.5&draws=20',
  'what each change does, on its own': '/build/figure/parts?retention-programme=0.5&draws=20',
  'saved scenarios, none yet': '/scenarios',
  'a saved scenario that isn’t there': '/scenarios/0123456789ab',
  'what it would take': '/take?target=95&staff=midwives&pay-growth=0.02',
  'what it would take, wrongly asked': '/take?quantile=99&from=1999',
  'the report': '/report.html',
} as const

/** What the builder, or a plan, may take at most on a slow machine. */
export const WAIT = { timeout: 120_000 }

/** Waits until the builder has drawn all that it works out for what it drew last. */
export const builderRests = (page: Page): Promise<void> =>
  expect(page.locator('[data-builder][data-checksum-each]:not([data-busy-builder])')).toHaveCount(1, WAIT)

/** Opens a page and waits until nothing more comes into it: the builder goes on after it has loaded. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address)
  if (!/^\/build(\?|$)/.test(address)) return
  await builderRests(page)
  await expect(page.locator('[data-offline-ready]')).toBeVisible(WAIT)
}

/** Opens whatever is folded on a page, so that a test sees all of it. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

export { expect } from '@playwright/test'
