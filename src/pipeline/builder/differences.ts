type Numbers = Float64Array | Int32Array
const isNumbers = (value: unknown): value is Numbers =>
  value instanceof Float64Array || value instanceof Int32Array

/** A part of plain data that differs from other data: where it stands, and what stands there. */
export interface Difference {
  /** Keys from the outside in; places of lists as text. */
  readonly path: readonly string[]
  readonly value: unknown
}

/**
 * What of plain data differs from other data, to the bit. Arrays of numbers and parts of another shape are
 * given whole.
 * @param from objects, lists, maps by text, arrays of numbers and values
 */
export function differences(from: unknown, to: unknown, path: readonly string[] = []): Difference[] {
  if (isSame(from, to)) return []
  const [before, after] = [partsOf(from), partsOf(to)]
  const isAlike =
    before !== null &&
    after !== null &&
    from instanceof Map === to instanceof Map &&
    Array.isArray(from) === Array.isArray(to) &&
    before.size === after.size &&
    [...before.keys()].every((key) => after.has(key))
  if (!isAlike) return [{ path, value: to }]
  return [...after].flatMap(([key, part]) => differences(before.get(key), part, [...path, key]))
}

/** The data that the differences were found in, made from the data they were found against, which stays as it is. */
export function withDifferences<Data>(data: Data, found: readonly Difference[]): Data {
  return found.reduce<unknown>((whole, { path, value }) => replaced(whole, path, value), data) as Data
}

function isSame(a: unknown, b: unknown): boolean {
  if (!isNumbers(a) || !isNumbers(b)) return Object.is(a, b)
  return (
    a instanceof Float64Array === b instanceof Float64Array &&
    a.length === b.length &&
    a.every((value, i) => Object.is(value, b[i]))
  )
}

/** The parts of data by key; null where it has none. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (value instanceof Map) return value
  if (typeof value !== 'object' || value === null || isNumbers(value)) return null
  return new Map(Object.entries(value))
}

function replaced(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const part = replaced(partsOf(whole)?.get(key), rest, value)
  if (whole instanceof Map) return new Map([...whole]).set(key, part)
  if (Array.isArray(whole)) return whole.map((old: unknown, i) => (String(i) === key ? part : old))
  return { ...(whole as object), [key]: part }
}
