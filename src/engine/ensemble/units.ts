import type { EngineModel } from '../../domain/engine-model.ts'

/** Areas whose draws are added before they are summarised: one area, a region, or England. */
export interface Unit {
  /** Place on the first axis of the result. */
  readonly index: number
  readonly areas: readonly number[]
}

/** The units of a run by kind, each list in the order of the result. */
export interface Units {
  readonly england: Unit | null
  readonly regions: readonly Unit[]
  readonly areas: readonly Unit[]
  readonly count: number
}

/** England, the regions, the areas; or the areas alone. */
export function unitsOf(model: Pick<EngineModel, 'areas' | 'regionOfArea'>, rollUp: boolean): Units {
  const areas = Array.from({ length: model.areas }, (_, r) => r)
  if (!rollUp)
    return {
      england: null,
      regions: [],
      areas: areas.map((r) => ({ index: r, areas: [r] })),
      count: model.areas,
    }
  const regionCount = model.areas > 0 ? model.regionOfArea[model.areas - 1]! + 1 : 0
  const regions = Array.from({ length: regionCount }, (_, region) => ({
    index: 1 + region,
    areas: areas.filter((r) => model.regionOfArea[r] === region),
  }))
  return {
    england: { index: 0, areas },
    regions,
    areas: areas.map((r) => ({ index: 1 + regionCount + r, areas: [r] })),
    count: 1 + regionCount + model.areas,
  }
}
