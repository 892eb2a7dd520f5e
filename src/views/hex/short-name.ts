import { wrapText } from '../wrap-text.ts'

/** Usual short forms of words in the names of areas. */
const SHORT: Readonly<Record<string, string>> = {
  and: '&',
  North: 'N',
  South: 'S',
  East: 'E',
  West: 'W',
  Bedfordshire: 'Beds',
  Berkshire: 'Berks',
  Buckinghamshire: 'Bucks',
  Cambridgeshire: 'Cambs',
  Derbyshire: 'Derbys',
  Gloucestershire: 'Glos',
  Hampshire: 'Hants',
  Herefordshire: 'Herefs',
  Hertfordshire: 'Herts',
  Lancashire: 'Lancs',
  Leicestershire: 'Leics',
  Lincolnshire: 'Lincs',
  Northamptonshire: 'Northants',
  Nottinghamshire: 'Notts',
  Oxfordshire: 'Oxon',
  Shropshire: 'Shrops',
  Somerset: 'Som',
  Staffordshire: 'Staffs',
  Warwickshire: 'Warks',
  Wiltshire: 'Wilts',
  Worcestershire: 'Worcs',
  Yorkshire: 'Yorks',
}

/** Adjoining initials written as one: N E is NE. */
const POINTS: Readonly<Record<string, string>> = { 'N E': 'NE', 'N W': 'NW', 'S E': 'SE', 'S W': 'SW' }

/**
 * An area's name cut to short lines for a hexagon: `Bath & NE`, `Somerset,`, ... The full name stays in
 * the hexagon's label.
 * @param width longest line, in characters, where words allow it
 */
export function shortNameLines(name: string, width = 13): readonly string[] {
  if (name.length <= 12) return [name]
  const words = name
    .split(' ')
    .map((word) => {
      const comma = word.endsWith(',') ? ',' : ''
      const bare = comma ? word.slice(0, -1) : word
      return (SHORT[bare] ?? bare) + comma
    })
    .join(' ')
    .replace(/\b([NS]) ([EW])\b/g, (pair) => POINTS[pair] ?? pair)
  return wrapText(words, width)
}
