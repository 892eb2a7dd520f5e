import type { ResultArea } from '../../domain/projection.ts'

/** An area's name as a sentence says it: `the South West`, `Devon`, `England`. */
export function placeName(area: ResultArea): string {
  const article = (area.kind === 'region' && area.name !== 'London') || area.name.endsWith('Country')
  return article ? `the ${area.name}` : area.name
}

/** The same at the start of a sentence. */
export const placeNameFirst = (area: ResultArea): string => {
  const name = placeName(area)
  return name.startsWith('the ') ? `T${name.slice(1)}` : name
}
