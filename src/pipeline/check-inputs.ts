import { readSources as readSourceList } from '../assumptions/read-sources.ts'
import { readSources } from '../datasets/catalogue/read-sources.ts'
import { checkCorrections } from '../datasets/corrections/check-corrections.ts'
import { checkDefinitions } from '../datasets/definitions/check-definitions.ts'
import { readDefinitions } from '../datasets/definitions/read-definitions.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { Finding } from '../domain/finding.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../engine/ensemble/draw-factors.ts'
import { simulateDraw } from '../engine/reference/simulate-draw.ts'
import { checkBacktest } from './backtest/check-backtest.ts'
import { checkBaseYear } from './check-base-year.ts'
import { checkBook } from './check-book.ts'
import { checkLevers } from './check-levers.ts'
import { limitAreas } from './limit-areas.ts'
import { type Inputs, readInputs } from './read-inputs.ts'

const IDENTITY_TOLERANCE = 1e-9
const CHECK_YEARS = 20

/**
 * Runs every check of data and model that needs no ensemble.
 * @param files text of the files under `data/`
 * @param today ISO date that assumptions' expiry dates are held against
 * @returns findings; none of severity `error` means fit for use
 * @throws HeadroomError where a file is missing or damaged beyond checking
 */
export function checkInputs(files: InputFiles, today: string): Finding[] {
  const inputs = readInputs(files, CHECK_YEARS)
  return [
    ...inputs.findings,
    ...checkBaseYear(inputs),
    ...checkBook(files, inputs.reference, inputs.book, today),
    ...checkLevers(files, inputs, today),
    ...checkBacktest(files, new Set(readSourceList(files).keys()), today),
    ...checkIdentity(inputs),
    ...checkCorrections(files, today),
    ...readSources(files).flatMap((source) => checkDefinitions(files, source, readDefinitions(files))),
  ]
}

/** The plain engine on one area: start - leavers - moves out + moves in + joiners + residual = end, and no other figure negative. */
function checkIdentity({ model, reference }: Inputs): Finding[] {
  const one: EngineModel = limitAreas(model, [0])
  const { staff: records } = simulateDraw(one, createDrawFactors(one)(0, CENTRAL_DRAW))
  const findings: Finding[] = []
  for (let t = 1; t < records.length; t++)
    for (const [o, [end]] of records[t]!.entries()) {
      if (!end) continue
      const start = records[t - 1]![o]![0]!.supplyHeads
      const { residualHeads, ...others } = end
      const expected =
        start - end.leaversHeads - end.movesOutHeads + end.movesInHeads + end.joinersHeads + residualHeads
      const isKept = Math.abs(end.supplyHeads - expected) <= IDENTITY_TOLERANCE * Math.max(1, expected)
      const isPositive = Object.values(others).every((value) => value >= 0)
      if (isKept && isPositive) continue
      findings.push({
        rule: isKept ? 'nothing-negative' : 'people-accounted-for',
        severity: 'error',
        message: `In ${one.baseYear + t} the year ends with ${end.supplyHeads} people where the flows give ${expected}.`,
        place: `${reference.areas[0]!.code}, ${reference.occupations[o]!.name}`,
      })
    }
  return findings
}
