import { BACKTEST_PARTS, type BacktestPart } from '../domain/backtest.ts'
import { fnv1a } from '../stats/fnv.ts'

/**
 * Which half of the series an area or staff group belongs to, by the last bit of the hash of its code: the
 * same in every family, so that no area helps to set the widths that it is judged by.
 */
export const partOf = (code: string): BacktestPart => BACKTEST_PARTS[fnv1a(code) % 2 === 1 ? 0 : 1]
