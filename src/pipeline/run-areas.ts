import { ENGLAND } from '../domain/geography.ts'
import type { ResultArea } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'

/** Which areas a run simulates and which it reports. */
export interface RunAreas {
  /** Reported areas, in the order of the result’s first axis. */
  readonly areas: readonly ResultArea[]
  /** Indices of the simulated areas, ascending. */
  readonly kept: readonly number[]
  /** Whether the engine adds areas up. */
  readonly rollUp: boolean
  /** Leading rows of the engine’s result that aren’t reported: a single region’s total comes twice. */
  readonly skip: number
}

/**
 * The areas of a run.
 * @param code `ENG` for the country, its regions and areas; a region code for that region and its areas; an
 *   area code for that area alone
 * @throws HeadroomError `area-unknown`
 */
export function runAreas(reference: Reference, code: string): RunAreas {
  const { regions, areas } = reference
  const row =
    (kind: ResultArea['kind']) =>
    (place: { readonly code: string; readonly name: string }): ResultArea => ({
      code: place.code,
      name: place.name,
      kind,
    })
  if (code === ENGLAND)
    return {
      areas: [
        row('country')({ code, name: 'England' }),
        ...regions.map(row('region')),
        ...areas.map(row('area')),
      ],
      kept: areas.map((_, r) => r),
      rollUp: true,
      skip: 0,
    }
  const region = regions.find((candidate) => candidate.code === code)
  if (region) {
    const kept = areas.flatMap((area, r) => (area.region === code ? [r] : []))
    return {
      areas: [row('region')(region), ...kept.map((r) => row('area')(areas[r]!))],
      kept,
      rollUp: true,
      skip: 1,
    }
  }
  const r = areas.findIndex((candidate) => candidate.code === code)
  if (r < 0) throw new HeadroomError('area-unknown', { code })
  return { areas: [row('area')(areas[r]!)], kept: [r], rollUp: false, skip: 0 }
}
