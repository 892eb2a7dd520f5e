import { z } from 'zod'
import type { InputFiles } from '../../domain/input-files.ts'

/** A series of published statistics that the projection is built from. */
export interface Publication {
  readonly publisher: string
  readonly title: string
  readonly licence: string
  /** The wording the publisher asks for. */
  readonly attribution: string
  readonly address: string | null
  readonly periods: readonly string[]
}

const SOURCE = z.object({
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  attribution: z.string(),
  address: z.string().nullable(),
  editions: z.array(z.object({ period: z.string() })),
})

/**
 * The publications that stand behind the statistics of the data folder, by title. A description that
 * is damaged is left out: the importer's checks report it.
 */
export function readPublications(files: InputFiles): readonly Publication[] {
  const texts = [...files].filter(([path]) => /^statistics\/[^/]+\/source\.json$/.test(path))
  const found = texts.flatMap(([, text]) => {
    const source = SOURCE.safeParse(parseJson(text))
    if (!source.success) return []
    const { editions, ...rest } = source.data
    return [{ ...rest, periods: editions.map(({ period }) => period) }]
  })
  return found.sort((a, b) => (a.title < b.title ? -1 : 1))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
