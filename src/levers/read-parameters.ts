import type { Judged, Judgement, Source } from '../domain/assumption-book.ts'
import type { Distribution } from '../domain/distribution.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Row, readTable } from '../tables/table.ts'
import type { Lever } from './lever.ts'
import {
  type LeverNumbers,
  type LeverParameter,
  parameterFinder,
  SHARED,
  type TransferRule,
} from './numbers.ts'

const SHARED_PARAMETERS: Readonly<Record<string, string>> = { time_freed: 'log', added: 'log' }

/** Columns of a judgement, which end every table of `data/levers`. */
export const JUDGEMENT = ['basis', 'quality', 'source', 'signed_by', 'expires', 'note'] as const
const COLUMNS = ['lever', 'parameter', 'value', 'low', 'high', 'distribution', 'unit', ...JUDGEMENT]
const TRANSFER_COLUMNS = ['code', 'name', 'from', 'to', 'rate', 'share', ...JUDGEMENT]
/** Standard deviations between the 10th and the 90th percentile of a normal distribution. */
const MIDDLE_80 = 2.563103131089201

/**
 * Reads the numbers of the levers and checks that each lever has its own, in its own units.
 * @throws HeadroomError naming file, row and column of what is damaged, missing, unsigned or in another unit
 */
export function readLeverNumbers(
  files: InputFiles,
  levers: readonly Lever[],
  sources: ReadonlyMap<string, Source>,
  occupations: readonly string[],
): LeverNumbers {
  const units = new Map<string, string>()
  const declared = [...levers, { code: SHARED, parameters: SHARED_PARAMETERS }]
  for (const { code, parameters } of declared)
    for (const [parameter, unit] of Object.entries(parameters)) units.set(`${code}/${parameter}`, unit)
  const found = new Map<string, Judged<LeverParameter>>()
  for (const row of readTable(files, 'levers/parameters.csv', COLUMNS).rows) {
    const key = `${row.text('lever')}/${row.text('parameter')}`
    const unit = units.get(key)
    if (unit === undefined)
      throw new HeadroomError('table-reference', {
        ...placeOf(row),
        column: 'parameter',
        found: key,
        list: 'the parameters of the levers',
      })
    if (row.text('unit') !== unit)
      throw new HeadroomError('table-cell', {
        ...placeOf(row),
        column: 'unit',
        expected: unit,
        found: row.text('unit'),
      })
    refuseRepeat(row, key, found)
    found.set(key, { ...readValues(row), judgement: readJudgement(row, sources) })
  }
  for (const key of units.keys())
    if (!found.has(key))
      throw new HeadroomError('table-incomplete', { file: 'data/levers/parameters.csv', missing: key })
  return {
    parameter: parameterFinder([...found.values()]),
    parameters: [...found.values()],
    transfers: readTransfers(files, sources, occupations),
  }
}

const placeOf = ({ file, number }: Row) => ({ file, row: number })

function refuseRepeat(row: Row, key: string, found: ReadonlyMap<string, Judged<object>>): void {
  const first = found.get(key)?.judgement.row
  if (first !== undefined) throw new HeadroomError('table-duplicate', { ...placeOf(row), key, first })
}

function readValues(row: Row): LeverParameter {
  const kind = row.oneOf('distribution', ['point', 'triangular', 'uniform', 'normal'])
  const low = row.numeric('low')
  const high = row.numeric('high', { min: low })
  const value = row.numeric('value', { min: low, max: high })
  const middle = (low + high) / 2
  if ((kind === 'normal' || kind === 'uniform') && Math.abs(value - middle) > 1e-9 * Math.max(1, high - low))
    throw new HeadroomError('table-cell', {
      ...placeOf(row),
      column: 'value',
      expected: `the middle of low and high, ${middle}`,
      found: String(value),
    })
  return {
    lever: row.text('lever'),
    parameter: row.text('parameter'),
    value,
    low,
    high,
    distribution: distributionOf(kind, value, low, high),
    unit: row.text('unit'),
  }
}

/** `low` and `high` are limits, but the 10th and 90th percentile of a normal distribution; a point has no spread. */
function distributionOf(
  kind: 'point' | 'triangular' | 'uniform' | 'normal',
  value: number,
  low: number,
  high: number,
): Distribution {
  if (kind === 'point') return { kind, value }
  if (kind === 'triangular') return { kind, low, mode: value, high }
  if (kind === 'uniform') return { kind, low, high }
  return { kind, mean: value, sd: (high - low) / MIDDLE_80 }
}

function readTransfers(
  files: InputFiles,
  sources: ReadonlyMap<string, Source>,
  occupations: readonly string[],
): Judged<TransferRule>[] {
  const found = new Map<string, Judged<TransferRule>>()
  const occupation = (row: Row, column: string): string => {
    const code = row.text(column)
    if (!occupations.includes(code))
      throw new HeadroomError('table-reference', {
        ...placeOf(row),
        column,
        found: code,
        list: 'occupations',
      })
    return code
  }
  for (const row of readTable(files, 'levers/transfers.csv', TRANSFER_COLUMNS).rows) {
    const code = row.text('code')
    refuseRepeat(row, code, found)
    found.set(code, {
      code,
      name: row.text('name'),
      from: occupation(row, 'from'),
      to: occupation(row, 'to'),
      rate: row.numeric('rate', { min: 0.1, max: 10 }),
      share: row.numeric('share', { min: 0, max: 0.5 }),
      judgement: readJudgement(row, sources),
    })
  }
  return [...found.values()]
}

/**
 * Who says a number of `data/levers`, and how well it is known.
 * @throws HeadroomError where it is unsigned or its source isn’t in the list
 */
export function readJudgement(row: Row, sources: ReadonlyMap<string, Source>): Judgement {
  const signedBy = row.optional('signed_by')
  if (signedBy === null) throw new HeadroomError('assumption-unsigned', placeOf(row))
  const id = row.text('source')
  const source = sources.get(id)
  if (source === undefined)
    throw new HeadroomError('table-reference', {
      ...placeOf(row),
      column: 'source',
      found: id,
      list: 'sources.csv',
    })
  return {
    ...placeOf(row),
    basis: row.oneOf('basis', ['published', 'derived', 'assumed']),
    quality: row.oneOf('quality', ['green', 'amber', 'red']),
    source,
    signedBy,
    expires: row.text('expires'),
    note: row.optional('note') ?? '',
  }
}
