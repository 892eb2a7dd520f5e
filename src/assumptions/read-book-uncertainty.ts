import { ASSUMPTION_KINDS, type AssumptionBook } from '../domain/assumption-book.ts'
import type { Distribution, UncertaintyTarget } from '../domain/engine-model.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { Row } from '../tables/table.ts'
import { type BookCodes, type BookReader, readCode } from './book-reader.ts'
import { TARGET_UNITS } from './family-units.ts'
import { CHILDRENS_THERAPIES } from './read-book-need.ts'

const TARGETS = Object.keys(TARGET_UNITS) as UncertaintyTarget[]
const COLUMNS = [
  'id',
  'target',
  'scope',
  'distribution',
  'p1',
  'p2',
  'p3',
  'walk',
  'memory',
  'meaning',
  'unit',
  'kind',
]
/** Just below 1: a walk that kept all of its pace would never end its spells. */
const MOST_KEPT = 0.99

/** How far each assumption may be out. @throws HeadroomError `assumption-unit` where a unit is not the target's */
export function readUncertainty(book: BookReader, codes: BookCodes): Pick<AssumptionBook, 'uncertainty'> {
  const { sectors, groups, occupations, services } = codes
  return {
    uncertainty: book.list('uncertainty', COLUMNS, (row) => {
      const target = row.oneOf('target', TARGETS)
      const unit = row.text('unit')
      if (unit !== TARGET_UNITS[target])
        throw new HeadroomError('assumption-unit', {
          file: row.file,
          row: row.number,
          what: row.text('id'),
          expected: TARGET_UNITS[target],
          found: unit,
        })
      return {
        key: row.text('id'),
        id: row.text('id'),
        target,
        scope: readCode(
          row,
          'scope',
          ['all', ...sectors, ...groups, ...occupations, ...services, CHILDRENS_THERAPIES],
          'scopes',
        ),
        distribution: readDistribution(row),
        walk: row.numeric('walk', { min: 0 }),
        memory:
          row.optional('memory') === null ? undefined : row.numeric('memory', { min: 0, max: MOST_KEPT }),
        meaning: row.text('meaning'),
        unit,
        kind: row.oneOf('kind', ASSUMPTION_KINDS),
      }
    }),
  }
}

function readDistribution(row: Row): Distribution {
  const kind = row.oneOf('distribution', KINDS)
  if (kind === 'empirical') return { kind, values: readValues(row) }
  const p1 = row.numeric('p1')
  switch (kind) {
    case 'point':
      return { kind, value: p1 }
    case 'uniform':
      return { kind, low: p1, high: row.numeric('p2', { min: p1 }) }
    case 'triangular': {
      const mode = row.numeric('p2', { min: p1 })
      return { kind, low: p1, mode, high: row.numeric('p3', { min: mode }) }
    }
    case 'normal':
      return { kind, mean: p1, sd: row.numeric('p2', { min: 0 }) }
    case 'lognormal':
      return { kind, median: p1, sdLog: row.numeric('p2', { min: 0 }) }
    case 'beta':
      return {
        kind,
        alpha: row.numeric('p1', SHAPE),
        beta: row.numeric('p2', SHAPE),
        high: row.numeric('p3', { min: 0 }),
      }
  }
}

const KINDS = ['point', 'uniform', 'triangular', 'normal', 'lognormal', 'beta', 'empirical'] as const
/** Shapes beyond these put all the weight on one spot. */
const SHAPE = { min: 0.01, max: 10_000 }

/** The equally likely values of a list, as p1 has them: numbers with a space between. */
function readValues(row: Row): number[] {
  const found = row.text('p1')
  const values = found.split(' ').map((text) => (text === '' ? Number.NaN : Number(text)))
  if (!values.every(Number.isFinite))
    throw new HeadroomError('table-cell', {
      file: row.file,
      row: row.number,
      column: 'p1',
      expected: 'numbers with one space between',
      found,
    })
  return values.sort((a, b) => a - b)
}
