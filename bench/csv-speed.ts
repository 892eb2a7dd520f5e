import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { parseCsv as parseWithHucre } from 'hucre'
import papaparse from 'papaparse'
import { inferSchema, initParser } from 'udsv'
import { decodeBlocks, detectEncoding } from '../src/datasets/decode-text.ts'
import { createFileChunks } from '../src/storage/file-chunks.ts'
import { csvRows } from '../src/tables/parse-csv.ts'
import { turnoverLines } from './csv-lines.ts'
import { interleaved, row } from './rounds.js'

const MEGABYTES = 100
const ROUNDS = 5
/** The slower libraries build every row before they give the first, at many times the text: they read a part. */
const PART = 20

/**
 * Reading CSV to the text of every cell: the importers' own reader from a file on disk, encoding told first, against
 * libraries that are given the text, each the fastest way it has. And its peak memory on a file and on one four times
 * the size.
 */
export async function csvSpeed(): Promise<void> {
  console.log(
    `\nReading CSV: a generated file of ${MEGABYTES} MB in the shape of the largest, by processor time`,
  )
  const folder = mkdtempSync(path.join(tmpdir(), 'headroom-csv-'))
  try {
    const file = path.join(folder, 'once.csv')
    writeLines(file, MEGABYTES)
    await compareSpeed(file)
    const times = path.join(folder, 'four-times.csv')
    writeLines(times, 4 * MEGABYTES)
    compareMemory(file, times)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeLines(file: string, megabytes: number): void {
  writeFileSync(file, '')
  for (const lines of turnoverLines(megabytes * 1e6)) writeFileSync(file, lines, { flag: 'a' })
}

async function compareSpeed(file: string): Promise<void> {
  const chunks = createFileChunks(file)
  const blocks = [...turnoverLines(MEGABYTES * 1e6)]
  const part = [...turnoverLines(PART * 1e6)].join('')
  const rows = blocks.reduce((sum, block) => sum + linesIn(block), 0)
  const seconds = await interleaved(ROUNDS, {
    own: time(() => count(csvRows(decodeBlocks(chunks(), detectEncoding(chunks())), ',')), rows),
    ownText: time(() => count(csvRows(blocks, ',')), rows),
    udsv: time(() => 1 + countWithUdsv(blocks), rows),
    papaparse: time(() => countWithPapaparse(part), linesIn(part)),
    csvParse: time(() => parse(part).length, linesIn(part)),
    hucre: time(() => parseWithHucre(part).length, linesIn(part)),
  })
  const speed = (name: string): number =>
    (['own', 'ownText', 'udsv'].includes(name) ? MEGABYTES : PART) / (seconds[name] ?? 0)
  row('Headroom’s reader, from disk', `${speed('own').toFixed(0)} MB/s (goal: 100 MB/s)`)
  for (const [name, title] of Object.entries({ ...LIBRARIES, ownText: 'Headroom’s reader' }))
    row(`${title}, text at hand`, `${speed(name).toFixed(0)} MB/s`)
  const fastest = Math.max(...Object.keys(LIBRARIES).map(speed))
  row(
    'ours to the fastest library, text at hand',
    `${(speed('ownText') / fastest).toFixed(2)} (goal: over 0.5)`,
  )
}

const LIBRARIES = { udsv: 'uDSV', papaparse: 'Papa Parse', csvParse: 'csv-parse', hucre: 'hucre' }

const linesIn = (text: string): number => text.split('\n').length - 1

/** Processor time of a reading, all threads of it: other work on the machine must not count. */
const time = (read: () => number, expected: number) => () => {
  const start = process.cpuUsage()
  const found = read()
  const { user, system } = process.cpuUsage(start)
  if (found !== expected) throw new Error(`${found} rows instead of ${expected}`)
  return (user + system) / 1e6
}

function count(rows: Iterable<readonly string[]>): number {
  let found = 0
  for (const cells of rows) if (cells.length > 0) found++
  return found
}

/** Rows but the header, which it takes for its schema. */
function countWithUdsv(blocks: readonly string[]): number {
  const parser = initParser(inferSchema(blocks[0] ?? ''))
  let found = 0
  for (const block of blocks)
    parser.chunk<string[]>(block, parser.stringArrs<string[]>, () => {
      found++
    })
  parser.end()
  return found
}

function countWithPapaparse(text: string): number {
  let found = 0
  papaparse.parse<string[]>(text, {
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: true,
    step: () => {
      found++
    },
  })
  return found
}

function compareMemory(...files: readonly string[]): void {
  const peaks = files.map((file) => {
    const printed = execFileSync(process.execPath, ['dist/bench/csv-memory-run.js', file], {
      encoding: 'utf8',
    })
    const { rows, peak }: { rows: number; peak: number } = JSON.parse(printed)
    row(`peak memory of reading ${rows.toLocaleString('en')} rows`, `${peak.toFixed(0)} MiB`)
    return peak
  })
  const [once = 0, four = 0] = peaks
  row('four times the file to once', `${(four / once).toFixed(2)} (goal: about 1)`)
}
