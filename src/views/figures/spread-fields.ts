import { STATISTICS } from '../../domain/projection.ts'
import type { Spread } from '../projection-reader.ts'
import type { Field } from './figure.ts'

/** Every statistic of a value as fields of a record; nulls where there is no value. */
export const spreadFields = (spread: Spread | null): Readonly<Record<string, Field>> =>
  Object.fromEntries(STATISTICS.map((statistic) => [statistic, spread?.[statistic] ?? null]))
