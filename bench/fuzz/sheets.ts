import type { PublishedFile } from '../../src/datasets/published-file.ts'
import type { Cell, Sheet } from '../../src/datasets/workbook.ts'
import type { Chance } from './chance.ts'

/** A workbook with a sheet lost, renamed or under another's name, or rows and cells of one changed. */
export function damageSheets(file: PublishedFile, chance: Chance, values: readonly string[]): PublishedFile {
  if (file.kind !== 'workbook') return file
  const sheets = [...file.workbook.sheets]
  const at = chance.below(sheets.length)
  const sheet = sheets[at]
  if (sheet === undefined) return file
  const changed = (): Sheet[] => {
    switch (chance.below(6)) {
      case 0:
        return sheets.filter((_, index) => index !== at)
      case 1:
        return sheets.with(at, { ...sheet, name: `${sheet.name} (2)` })
      case 2:
        return sheets.with(at, { ...sheet, rows: chance.pick(sheets).rows })
      case 3:
        return sheets.with(at, { ...sheet, rows: chance.shuffle(sheet.rows) })
      case 4:
        return sheets.with(at, { ...sheet, rows: dropRows(sheet, chance) })
      default:
        return sheets.with(at, { ...sheet, rows: changeCells(sheet, chance, values) })
    }
  }
  return { ...file, workbook: { sheets: changed() } }
}

function dropRows({ rows }: Sheet, chance: Chance): Sheet['rows'] {
  const first = chance.below(rows.length)
  const count = 1 + chance.below(4)
  return rows.filter((_, index) => index < first || index >= first + count)
}

function changeCells({ rows }: Sheet, chance: Chance, values: readonly string[]): Sheet['rows'] {
  const changed: Cell[][] = rows.map((row) => [...row])
  for (let times = 1 + chance.below(5); times > 0; times--) {
    const row = changed[chance.below(changed.length)]
    if (row && row.length > 0) row[chance.below(row.length)] = chance.pick<Cell>([...values, null, -1, 0.5])
  }
  return changed
}
