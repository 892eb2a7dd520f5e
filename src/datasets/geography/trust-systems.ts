import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawAny } from '../raw-any.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { TRUST_SYSTEM_COLUMNS } from './kind.ts'

/** How far the weights of a trust may be from 1 in sum: small numbers are left out and activity is rounded to 10. */
const WEIGHT_TOLERANCE = 0.001

/**
 * Reads the weights of trusts by the emergency attendances of each board's residents.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-total`, `edition-incomplete`
 */
export function readTrustSystems(file: PublishedFile, areas: AreaFinder): TidyTable {
  const refuseRepeat = createRepeatCheck()
  const weights = readRawAny(file, TRUST_SYSTEM_COLUMNS).rows.map((row) => {
    const trust = row.text('Trust_code')
    if (!/^[A-Z0-9]{3}$/.test(trust)) row.refuse('Trust_code', 'a code of three characters, such as R0A')
    const area =
      areas.byCode(row.text('ICS_code2')) ?? row.refuse('ICS_code2', 'the code of one of the areas')
    if (areas.byOns(row.text('ICS_code1'), '') !== area)
      row.refuse('ICS_code1', `the ONS code of the same area, ${area}`)
    refuseRepeat(row, `${trust}, ${area}`)
    return {
      trust,
      name: row.text('Trust_name'),
      area,
      attendances: row.numericOrMissing('Type1_ED_activity', { min: 0 }),
      weight: row.numeric('Weighting', { min: 0, max: 1 }),
    }
  })
  if (weights.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any trust' })
  for (const trust of new Set(weights.map((row) => row.trust))) {
    const sum = weights.filter((row) => row.trust === trust).reduce((total, { weight }) => total + weight, 0)
    if (Math.abs(sum - 1) > WEIGHT_TOLERANCE)
      throw new HeadroomError('edition-total', {
        file: file.name,
        what: `the weights of trust ${trust}`,
        expected: '1',
        found: sum.toFixed(6),
      })
  }
  return {
    file: 'trust-systems.csv',
    title: 'NHS trusts and the boards whose residents come to their emergency departments',
    definition:
      'Attendances at major (type 1) emergency departments of each trust by the integrated care board of residence, rounded to 10 ' +
      'with small numbers left out, and the share of each board. A catchment of emergencies; that of all patients is in ' +
      'data/statistics/nhs-ae-activity/trust-areas.csv.',
    editionColumns: [],
    columns: [
      { name: 'trust', type: 'text', description: 'Code of the trust' },
      { name: 'name', type: 'text', description: 'Name of the trust' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      {
        name: 'attendances',
        type: 'integer',
        unit: 'attendances',
        description: 'Attendances, rounded to 10; empty where missing',
      },
      { name: 'weight', type: 'number', unit: 'share', description: 'Share of the trust’s attendances' },
    ],
    rows: weights
      .sort((a, b) => (`${a.trust},${a.area}` < `${b.trust},${b.area}` ? -1 : 1))
      .map(({ trust, name, area, attendances, weight }) => [
        trust,
        name,
        area,
        attendances ?? '',
        roundTo(weight, 6),
      ]),
  }
}
