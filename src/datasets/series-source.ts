import { z } from 'zod'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'

const seriesSource = z.object({
  series: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  attribution: z.string(),
  address: z.string().nullable(),
  editions: z.array(z.object({ edition: z.string(), period: z.string(), file: z.string() })).min(1),
})

/** What `source.json` says of a series: publisher, licence and the editions its tables were made from. */
export type SeriesSource = z.infer<typeof seriesSource>

/**
 * Reads the `source.json` of one series of `data/statistics/`.
 * @throws HeadroomError `file-missing` or `file-unreadable`
 */
export function readSeriesSource(files: InputFiles, series: string): SeriesSource {
  const file = `statistics/${series}/source.json`
  const text = files.get(file)
  if (text === undefined) throw new HeadroomError('file-missing', { file: `data/${file}` })
  try {
    return seriesSource.parse(JSON.parse(text))
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new HeadroomError('file-unreadable', { file: `data/${file}`, reason }, { cause })
  }
}
