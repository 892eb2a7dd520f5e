import type { Area, Region } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Occupation, Sector, StaffGroup } from '../domain/occupation.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Row, readTable } from '../tables/table.ts'

/**
 * Reads the pinned code lists of `data/reference/`.
 * @throws HeadroomError naming file, row and column where a list is damaged, a code stands twice, or a
 *   code of another list is unknown
 */
export function readReference(files: InputFiles): Reference {
  const sectors = list(
    files,
    'sectors',
    ['code', 'name', 'counting'],
    (row): Sector => ({
      code: row.text('code'),
      name: row.text('name'),
      counting: row.oneOf('counting', ['posts', 'hours']),
    }),
  )
  const staffGroups = list(
    files,
    'staff-groups',
    ['code', 'name', 'sector', 'publisher', 'series', 'published_label'],
    (row): StaffGroup => ({
      code: row.text('code'),
      name: row.text('name'),
      sector: member(row, 'sector', sectors, 'sectors'),
      publisher: row.text('publisher'),
      series: row.text('series'),
      publishedLabel: row.text('published_label'),
    }),
  )
  const occupations = list(
    files,
    'occupations',
    ['code', 'name', 'sector', 'staff_group', 'registered', 'profile'],
    (row): Occupation => ({
      code: row.text('code'),
      name: row.text('name'),
      sector: member(row, 'sector', sectors, 'sectors'),
      staffGroup: member(row, 'staff_group', staffGroups, 'staff groups'),
      registered: row.oneOf('registered', ['yes', 'no']) === 'yes',
      profile: row.text('profile'),
    }),
  )
  const regions = list(
    files,
    'regions',
    ['code', 'ons_code', 'name'],
    (row): Region => ({
      code: row.text('code'),
      onsCode: row.text('ons_code'),
      name: row.text('name'),
    }),
  )
  const areas = list(
    files,
    'areas',
    ['code', 'ons_code', 'name', 'region', 'valid_from', 'valid_to', 'hex_column', 'hex_row'],
    (row): Area => ({
      code: row.text('code'),
      onsCode: row.text('ons_code'),
      name: row.text('name'),
      region: member(row, 'region', regions, 'regions'),
      validFrom: row.text('valid_from'),
      validTo: row.optional('valid_to'),
      hex: { column: row.integer('hex_column'), row: row.integer('hex_row') },
    }),
  )
  const order = new Map(regions.map(({ code }, i) => [code, i]))
  const byRegion = [...areas].sort(
    (a, b) => order.get(a.region)! - order.get(b.region)! || (a.code < b.code ? -1 : 1),
  )
  return { sectors, staffGroups, occupations, regions, areas: byRegion }
}

function list<T extends { readonly code: string }>(
  files: InputFiles,
  name: string,
  columns: readonly string[],
  read: (row: Row) => T,
): T[] {
  const table = readTable(files, `reference/${name}.csv`, columns)
  const rows = new Map<string, number>()
  return table.rows.map((row) => {
    const item = read(row)
    const first = rows.get(item.code)
    if (first !== undefined)
      throw new HeadroomError('table-duplicate', { file: table.file, row: row.number, key: item.code, first })
    rows.set(item.code, row.number)
    return item
  })
}

function member(row: Row, column: string, items: readonly { readonly code: string }[], name: string): string {
  const found = row.text(column)
  if (!items.some(({ code }) => code === found))
    throw new HeadroomError('table-reference', {
      file: row.file,
      row: row.number,
      column,
      found,
      list: `the ${name}`,
    })
  return found
}
