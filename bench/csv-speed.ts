import { parse } from 'csv-parse/sync'
import { parseCsv as parseWithHucre } from 'hucre'
import { parseCsv } from '../src/datasets/parse-csv.ts'
import { interleaved, row } from './rounds.js'

const MEGABYTES = 100
const ROUNDS = 3
/** A text is no longer than about 500 MB in Node, and a general parser needs many times the text: it reads a part. */
const PART = 20

/** Reading CSV: the importers' own reader against csv-parse, on a file in the shape of the monthly turnover file. */
export async function csvSpeed(): Promise<void> {
  console.log(`\nReading CSV: a generated file of ${MEGABYTES} MB, by processor time`)
  const whole = generate(MEGABYTES * 1e6)
  const part = generate(PART * 1e6)
  const lines = (text: string): number => text.split('\n').length - 1
  const [rows, partRows] = [lines(whole), lines(part)]
  const time = (read: () => readonly unknown[], expected: number) => () => {
    // Processor time, all threads of it: other work on the machine must not count.
    const start = process.cpuUsage()
    const found = read().length
    const { user, system } = process.cpuUsage(start)
    const seconds = (user + system) / 1e6
    if (found !== expected) throw new Error(`${found} rows instead of ${expected}`)
    return seconds
  }
  const seconds = await interleaved(ROUNDS, {
    own: time(() => parseCsv(whole, ','), rows),
    ownPart: time(() => parseCsv(part, ','), partRows),
    csvParse: time(() => parse(part, { relax_column_count: false }), partRows),
    hucre: time(() => parseWithHucre(part), partRows),
  })
  const { own = 0, ownPart = 0, csvParse = 0, hucre = 0 } = seconds
  row('Headroom’s reader', `${(whole.length / 1e6 / own).toFixed(0)} MB/s (goal: 100 MB/s)`)
  row(`Headroom’s reader, ${PART} MB`, `${(part.length / 1e6 / ownPart).toFixed(0)} MB/s`)
  row(`csv-parse, ${PART} MB`, `${(part.length / 1e6 / csvParse).toFixed(0)} MB/s`)
  row(`hucre’s reader of CSV, ${PART} MB`, `${(part.length / 1e6 / hucre).toFixed(0)} MB/s`)
  row('csv-parse’s time to ours', (csvParse / ownPart).toFixed(1))
  row(
    'the faster library’s time to ours',
    `${(Math.min(csvParse, hucre) / ownPart).toFixed(1)} (goal: over 0.5)`,
  )
}

/** Lines like the publisher's, one in fifty with quoted cells, up to a size in bytes. */
function generate(bytes: number): string {
  const lines = ['PERIOD,TYPE,ICS_CODE,ORG_CODE,ORG_NAME,BENCHMARK_GROUP,STAFF_GROUP_1_NAME,HC,FTE']
  let size = 0
  for (let number = 0; size < bytes; number++) {
    const name = number % 50 === 0 ? `"Trust, ${number}"` : `Trust ${number % 997}`
    const line = `202509 to 202510,Joiners,Q${number % 42},R${number % 211},${name},Acute - Large,Nurses & health visitors,${number % 4001},${(number % 4001) * 0.87}`
    lines.push(line)
    size += line.length + 1
  }
  return `${lines.join('\n')}\n`
}
