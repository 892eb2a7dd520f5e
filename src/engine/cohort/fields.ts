/** The fields of the kernel's `Task`, in its order (assembly/task.ts): sizes and addresses, 32 bits each. */
export const TASK_FIELDS = [
  'occupations',
  'years',
  'services',
  'bands',
  'bandStart',
  'heads',
  'joiners',
  'participation',
  'hazards',
  'occupationTable',
  'pool',
  'posts',
  'moveStart',
  'moveFrom',
  'moveShare',
  'factors',
  'yearRows',
  'yearRow',
  'productivityRows',
  'productivityRow',
  'attendance',
  'state',
  'nextState',
  'bandHeads',
  'stay',
  'away',
  'stayed',
  'moved',
  'results',
  'row',
] as const

/** The fields of the kernel's `Publication`, in its order (assembly/publication.ts). */
export const PUBLICATION_FIELDS = [
  'draws',
  'slots',
  'occupations',
  'services',
  'series',
  'seriesStart',
  'seriesMember',
  'seriesTwin',
  'quantiles',
  'quantileCount',
  'rows',
  'sums',
  'derived',
  'scratch',
  'counts',
  'buckets',
  'taken',
  'pairs',
  'gathered',
  'out',
  'seriesBytes',
  'useStart',
  'useService',
  'service',
  'productivity',
  'productivityRow',
  'unmet',
  'needWeight',
  'unmetWeight',
  'fundedWeight',
  'international',
  'internationalShare',
  'moveStart',
  'moveFrom',
  'moveShare',
] as const

export type Fields<Names extends readonly string[]> = Readonly<Record<Names[number], number>>

/** Writes a record's fields at an address of the kernel's memory. */
export function writeFields<Names extends readonly string[]>(
  memory: WebAssembly.Memory,
  address: number,
  names: Names,
  fields: Fields<Names>,
): void {
  const words = new Uint32Array(memory.buffer, address, names.length)
  names.forEach((name, i) => {
    words[i] = fields[name as Names[number]]
  })
}
