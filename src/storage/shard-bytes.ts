import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { RegionShard } from '../domain/ensemble.ts'
import { decodeValues, encodeValues } from './projection-values.ts'

const FORMAT = 1
/** Bytes of the first line, whatever it says: a multiple of eight, so that the numbers after it can be read in place. */
const HEADER = 256

const headerSchema = z.object({
  format: z.literal(FORMAT),
  run: z.string(),
  region: z.int().min(0),
  /** Numbers in `RegionShard.values` and in `RegionShard.sum`. */
  values: z.int().min(0),
  sum: z.int().min(0),
  sha256: z.string(),
})
type Header = z.infer<typeof headerSchema>

/**
 * A shard as bytes: a line of JSON that says what it is, with its checksum, filled up with blanks; then its
 * statistics and its sum, as `encodeValues` writes them. The numbers are views where the machine allows it.
 * @param run identity of the run, see `identifyRun`
 */
export function encodeShard(run: string, { region, values, sum }: RegionShard): readonly Uint8Array[] {
  const parts = [encodeValues(values), encodeValues(sum)]
  const described = { format: FORMAT, run, region, values: values.length, sum: sum.length } as const
  const header = JSON.stringify({ ...described, sha256: checksum(described, parts) })
  return [Buffer.from(`${header.padEnd(HEADER - 1)}\n`), ...parts]
}

/**
 * Reads the bytes of a shard back, after checking them against their checksum.
 * @throws Error saying in a few words why they are not that run's shard of that region
 */
export function decodeShard(bytes: Uint8Array, run: string, region: number): RegionShard {
  const header = readHeader(bytes.subarray(0, HEADER))
  if (header.run !== run || header.region !== region) throw new Error('it is of another run or region')
  const body = bytes.subarray(HEADER)
  if (body.byteLength !== (header.values + header.sum) * Float64Array.BYTES_PER_ELEMENT)
    throw new Error('it is cut short or too long')
  if (checksum(header, [body]) !== header.sha256) throw new Error('its checksum does not fit')
  const numbers = decodeValues(body)
  return { region, values: numbers.subarray(0, header.values), sum: numbers.subarray(header.values) }
}

function readHeader(bytes: Uint8Array): Header {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new Error('it does not begin as a shard does', { cause })
  }
}

function checksum(
  { run, region, values, sum }: Omit<Header, 'sha256'>,
  parts: readonly Uint8Array[],
): string {
  const hash = createHash('sha256').update(`${run} ${region} ${values} ${sum}\n`)
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
