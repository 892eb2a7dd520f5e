/** What an importer knows of an area: its codes and its name. */
export interface AreaName {
  /** NHS code, for example `QKK`. */
  readonly code: string
  readonly onsCode: string
  readonly name: string
  /** ISO date from which the area counts, and the last on which it did; null where it still does. */
  readonly validFrom: string
  readonly validTo: string | null
}

/** Finds the area a publisher means by a code or a name; null where it is none of ours. */
export interface AreaFinder {
  readonly codes: readonly string[]
  /** Areas that a file of a month, for example `2024-04`, should have: those that had not ended or were yet to begin. */
  codesIn(month: string): readonly string[]
  byCode(nhsCode: string): string | null
  /** By ONS code or, as these change with small boundary changes, by name. */
  byOns(onsCode: string, name: string): string | null
  byName(name: string): string | null
}

/**
 * Makes the finder from the areas of `data/reference/areas.csv`.
 * @param laterCodes the ONS code that replaced an older one, by the older
 */
export function createAreaFinder(
  areas: readonly AreaName[],
  laterCodes: ReadonlyMap<string, string> = new Map(),
): AreaFinder {
  const codes = new Set(areas.map(({ code }) => code))
  const ons = new Map(areas.map(({ onsCode, code }) => [onsCode, code]))
  const names = new Map(areas.map(({ name, code }) => [plainName(name), code]))
  // Files of before the first areas of all are re-based on them.
  const earliest = areas.map(({ validFrom }) => validFrom).sort()[0] ?? ''
  const counts = (month: string, { validFrom, validTo }: AreaName): boolean =>
    (validFrom === earliest || validFrom.slice(0, 7) <= month) &&
    (validTo === null || validTo.slice(0, 7) >= month)
  const byName = (name: string): string | null => names.get(plainName(name)) ?? null
  return {
    codes: [...codes].sort(),
    codesIn: (month) =>
      areas
        .filter((area) => counts(month, area))
        .map(({ code }) => code)
        .sort(),
    byCode: (code) => (codes.has(code.trim()) ? code.trim() : null),
    byOns: (code, name) => byName(name) ?? ons.get(laterCodes.get(code.trim()) ?? code.trim()) ?? null,
    byName,
  }
}

/** An area's name without the words publishers add or leave out: NHS, Integrated Care Board, ICB, the. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/\bintegrated care (board|system)\b|\bic[bs]\b|\bnhs\b|\bthe\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
