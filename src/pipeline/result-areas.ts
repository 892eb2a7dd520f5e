import { ENGLAND } from '../domain/geography.ts'
import type { ResultArea } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'

/**
 * Which areas a run simulates and which it reports.
 * @param code `ENG` for the country, its regions and areas; an area code for that area alone
 * @returns the reported areas, the indices of the simulated ones, and whether to add them up
 * @throws HeadroomError `area-unknown`
 */
export function resultAreas(
  reference: Reference,
  code: string,
): { readonly areas: readonly ResultArea[]; readonly kept: readonly number[]; readonly rollUp: boolean } {
  const area = ({ code, name }: { code: string; name: string }): ResultArea => ({ code, name, kind: 'area' })
  if (code === ENGLAND)
    return {
      areas: [
        { code: ENGLAND, name: 'England', kind: 'country' },
        ...reference.regions.map(({ code, name }): ResultArea => ({ code, name, kind: 'region' })),
        ...reference.areas.map(area),
      ],
      kept: reference.areas.map((_, r) => r),
      rollUp: true,
    }
  const r = reference.areas.findIndex((candidate) => candidate.code === code)
  if (r < 0) throw new HeadroomError('area-unknown', { code })
  return { areas: [area(reference.areas[r]!)], kept: [r], rollUp: false }
}
