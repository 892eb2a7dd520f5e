import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { widthsCsv } from '../../backtest/backtest-csv.ts'
import { createSimulate } from '../../engine/ensemble/simulate.ts'
import { loadInputFiles } from '../../storage/load-input-files.ts'
import { calibrateWidths } from './calibrate-widths.ts'

it('tries', async () => {
  const files = await loadInputFiles('data')
  const simulate = createSimulate(await freshKernel())
  const w = await calibrateWidths(files, 1, simulate)
  writeFileSync('data/backtest/widths.csv', widthsCsv(w))
  console.log(widthsCsv(w))
}, 3600000)
