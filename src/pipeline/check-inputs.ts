import { checkCorrections } from '../datasets/corrections/check-corrections.ts'
import type { AssumptionBook, Judgement } from '../domain/assumption-book.ts'
import type { EngineModel, UncertaintyTarget } from '../domain/engine-model.ts'
import type { Finding } from '../domain/finding.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../engine/ensemble/draw-factors.ts'
import { simulateDraw } from '../engine/reference/simulate-draw.ts'
import { distributionCentre } from '../stats/distribution.ts'
import { countQualities, judgementsOf } from '../views/method/judgements.ts'
import { checkBaseYear } from './check-base-year.ts'
import { limitAreas } from './limit-areas.ts'
import { type Inputs, readInputs } from './read-inputs.ts'

const IDENTITY_TOLERANCE = 1e-9
const SHARE_TOLERANCE = 0.005
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
    ...checkBook(inputs.book, today),
    ...checkIdentity(inputs),
    ...checkCorrections(files, today),
  ]
}

function checkBook(book: AssumptionBook, today: string): Finding[] {
  const judged = judgementsOf(book)
  const expired = judged
    .filter(({ expires }) => expires < today)
    .map(
      (judgement): Finding => ({
        rule: 'assumption-current',
        severity: 'warning',
        message: `This assumption was to be reviewed by ${judgement.expires}.`,
        place: placeOf(judgement),
      }),
    )
  const shares = [
    ...[...book.ageSex.values()].map(({ ages, judgement }) => ({ bands: ages, judgement })),
    ...book.joinerAges.values(),
  ]
    .filter(({ bands }) => Math.abs(bands.reduce((a, b) => a + b, 0) - 1) > SHARE_TOLERANCE)
    .map(
      ({ bands, judgement }): Finding => ({
        rule: 'shares-add-up',
        severity: 'error',
        message: `The shares of the age bands add up to ${bands.reduce((a, b) => a + b, 0)}, not 1.`,
        place: placeOf(judgement),
      }),
    )
  const centres = book.uncertainty
    .filter(
      ({ distribution, target }) =>
        (centreOf(target) ?? distributionCentre(distribution)) !== distributionCentre(distribution),
    )
    .map(
      (row): Finding => ({
        rule: 'uncertainty-centred',
        severity: 'error',
        message: `${row.id} is centred on ${distributionCentre(row.distribution)}, not ${centreOf(row.target)}: the central run would not be the run with every assumption as stated.`,
        place: placeOf(row.judgement),
      }),
    )
  const { green, amber, red } = countQualities(judged)
  const summary: Finding = {
    rule: 'assumption-quality',
    severity: 'note',
    message: `${judged.length} assumptions: ${green} green, ${amber} amber, ${red} red.`,
    place: 'data/assumptions',
  }
  return [...expired, ...shares, ...centres, summary]
}

const placeOf = ({ file, row }: Judgement): string => `${file}, row ${row}`

const SHIFTS: readonly UncertaintyTarget[] = ['growth', 'productivity', 'population', 'unpaid-growth']
/** Their draw is the value itself, so any centre is right. */
const VALUES: readonly UncertaintyTarget[] = [
  'pay-leave',
  'pay-fill',
  'pressure-leave',
  'pressure-sickness',
  'pressure-attrition',
  'placement-strain',
  'care-pool',
]

/** The centre that keeps the central run as stated, or null where any does. */
const centreOf = (target: UncertaintyTarget): number | null =>
  VALUES.includes(target) ? null : SHIFTS.includes(target) ? 0 : 1

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
