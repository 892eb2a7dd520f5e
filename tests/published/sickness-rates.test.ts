import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isBlanked } from '../../src/datasets/nhs-sickness/blanking.ts'
import { rateOf } from '../../src/datasets/nhs-sickness/check.ts'
import { parseSickness } from '../../src/datasets/nhs-sickness/parse.ts'
import { openFile } from '../../src/datasets/open-file.ts'
import { createImportContext } from '../../src/datasets/read-code-lists.ts'
import { dataFiles } from '../support/data-files.ts'
import { SHARED, sharedFiles } from '../support/shared-files.ts'

const files = SHARED === null ? [] : sharedFiles('nhs-sickness-absence', /^nhs_sickness_absence_.*\.csv$/)

/** NHS England, NHS Sickness Absence Rates, April 2024 on: rate = FTE days lost / FTE days available, two decimals. */
describe.skipIf(SHARED === null)('published sickness absence rates', () => {
  const { areas } = createImportContext(dataFiles())

  it.each(files.map((file) => [path.basename(file), file]))(
    '%s: every organisation’s rate follows from its days to within 0.005 points',
    async (name, file) => {
      const opened = await openFile({ name, bytes: readFileSync(file), sha256: name })
      const rows = parseSickness(opened, areas)
      expect(rows.length).toBeGreaterThan(270)
      for (const { organisation, daysLost, daysAvailable, rate } of rows) {
        const difference = Math.abs(rateOf(daysLost ?? Number.NaN, daysAvailable ?? Number.NaN) - (rate ?? 0))
        expect(`${organisation} ${difference <= 0.005 + 1e-9}`).toBe(`${organisation} true`)
        expect(`${organisation} ${isBlanked(daysAvailable ?? 0)}`).toBe(`${organisation} false`)
      }
    },
  )
})
