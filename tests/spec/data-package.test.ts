import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseTable } from '../../src/tables/table.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()
const tables = [...files.keys()].filter((file) => /^statistics\/[^/]+\/[^/]+\.csv$/.test(file)).sort()

/** What the Data Package standard, version 2, asks of a descriptor, as far as ours goes. */
const field = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'number']),
  description: z.string().min(1),
  unit: z.string().optional(),
  definition: z.string().min(1).optional(),
})
const resource = z.strictObject({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  type: z.literal('table'),
  path: z.string().regex(/^(?!\/)(?!.*\.\.)/),
  title: z.string().min(1),
  description: z.string().min(1),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  bytes: z.int().positive(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  sources: z.array(z.strictObject({ title: z.string().min(1), path: z.url().optional() })).min(1),
  licenses: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z0-9._-]+$/),
        title: z.string(),
        path: z.url().optional(),
      }),
    )
    .min(1),
  schema: z.strictObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
    fields: z.array(field).min(1),
    missingValues: z.array(z.string()),
    primaryKey: z.array(z.string()).min(1).optional(),
  }),
})
const dataPackage = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  title: z.string(),
  description: z.string(),
  resources: z.array(resource).min(1),
})

/** What the W3C’s Metadata Vocabulary for Tabular Data asks of a table’s metadata, as far as ours goes. */
const csvw = z.strictObject({
  '@context': z.tuple([
    z.literal('http://www.w3.org/ns/csvw'),
    z.strictObject({ '@language': z.literal('en') }),
  ]),
  url: z.string().regex(/^[^/]+\.csv$/),
  'dc:title': z.string().min(1),
  'dc:description': z.string().min(1),
  'dc:publisher': z.string().min(1),
  'dc:source': z.string().min(1),
  'dc:license': z.union([z.string(), z.strictObject({ '@id': z.url() })]),
  dialect: z.strictObject({
    header: z.literal(true),
    delimiter: z.literal(','),
    encoding: z.literal('utf-8'),
  }),
  tableSchema: z.strictObject({
    columns: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[A-Za-z0-9_]+$/),
          titles: z.string(),
          datatype: z.enum(['string', 'integer', 'number']),
          'dc:description': z.string().min(1),
          'schema:unitText': z.string().optional(),
          'schema:measurementTechnique': z.string().min(1).optional(),
          required: z.literal(true).optional(),
        }),
      )
      .min(1),
    primaryKey: z.array(z.string()).min(1).optional(),
  }),
})

const described = dataPackage.parse(JSON.parse(files.get('datapackage.json') ?? ''))

describe('the Data Package', () => {
  it('has every table once, under one name', () => {
    expect(described.resources.map(({ path }) => path).sort()).toEqual(tables)
    expect(new Set(described.resources.map(({ name }) => name)).size).toBe(tables.length)
  })
})

describe.each(described.resources)('$path', ({ path, bytes, hash, schema }) => {
  const text = files.get(path) ?? ''
  const columns = schema.fields.map(({ name }) => name)
  const { rows } = parseTable(text, path, columns)

  it('has the bytes, checksum, types and key that are described', () => {
    expect(bytes).toBe(Buffer.byteLength(text))
    expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
    for (const { name, type } of schema.fields)
      for (const row of rows) {
        if (row.optional(name) === null) continue
        if (type === 'integer') row.integer(name)
        if (type === 'number') row.numeric(name)
      }
    const keys = rows.map((row) => (schema.primaryKey ?? []).map((name) => row.text(name)).join())
    if (schema.primaryKey) expect(new Set(keys).size).toBe(rows.length)
  })

  it('has CSVW metadata beside it that say the same', () => {
    const metadata = csvw.parse(JSON.parse(files.get(`${path}-metadata.json`) ?? ''))
    expect(path.endsWith(`/${metadata.url}`)).toBe(true)
    expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(columns)
    expect(metadata.tableSchema.primaryKey).toEqual(schema.primaryKey)
  })
})
