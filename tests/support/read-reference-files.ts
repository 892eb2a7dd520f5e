import { readFileSync } from 'node:fs'
import type { Reference } from '../../src/domain/reference.ts'
import { readReference } from '../../src/pipeline/read-reference.ts'

const LISTS = ['areas', 'occupations', 'regions', 'sectors', 'staff-groups']

/** The code lists of `data/reference/`, for tests. */
export function readReferenceFiles(): Reference {
  const folder = new URL('../../data/reference/', import.meta.url)
  const read = (name: string) => readFileSync(new URL(`${name}.csv`, folder), 'utf8')
  return readReference(new Map(LISTS.map((name) => [`reference/${name}.csv`, read(name)])))
}
