import { openChunks } from '../src/datasets/open-file.ts'
import { readRawCsv } from '../src/datasets/raw-csv.ts'
import { createFileChunks } from '../src/storage/file-chunks.ts'

// Reads one file in a process of its own, so that its peak memory is its own: `node csv-memory-run.js FILE`.
const [file = ''] = process.argv.slice(2)
const opened = await openChunks({ name: file, sha256: '', chunks: createFileChunks(file) })
let rows = 0
let heads = 0
for (const row of readRawCsv(opened, ['HC']).rows) {
  rows++
  heads += row.numeric('HC')
}
console.log(JSON.stringify({ rows, heads, peak: process.resourceUsage().maxRSS / 1024 }))
