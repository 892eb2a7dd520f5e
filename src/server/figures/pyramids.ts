import { populationByAge, staffByAge } from '../../pipeline/people-by-age.ts'
import type { Figure } from '../../views/figures/figure.ts'
import { createPyramid, toBands } from '../../views/figures/pyramid.ts'
import { placeName } from '../../views/headline/place-name.ts'
import { midSentence, seriesNoun } from '../../views/series-noun.ts'
import type { PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'

/** Staff in post at the base by age and sex, in bands of five years. */
export function staffPyramid({ reader, ground }: ServerContext, { area, series }: PageQuery): Figure {
  const staff = ground ? staffByAge(ground.inputs(), area.code, series) : null
  const bands = staff ? toBands(staff.women, staff.men, { first: staff.firstAge, width: 5, open: true }) : []
  return createPyramid({
    title: `Staff by age and sex: ${midSentence(seriesNoun(series))}, ${placeName(area)}, March ${reader.firstYear}`,
    note: 'People employed. Ages are not published by area and occupation: the national profile of each occupation is fitted to each area, so read the shape and not the single band.',
    area: area.code,
    people: series.level === 'all' ? 'all staff' : series.code,
    year: reader.firstYear,
    bands,
  })
}

/** Residents by age and sex, in bands of five years. */
export function populationPyramid({ reader, ground }: ServerContext, { area }: PageQuery): Figure {
  const inputs = ground?.inputs() ?? null
  const people = inputs ? populationByAge(inputs, area.code) : null
  const year = inputs?.statistics.populationYear ?? reader.firstYear
  return createPyramid({
    title: `Residents by age and sex, ${placeName(area)}, mid-${year}`,
    note: 'Published estimate of the people who live here.',
    area: area.code,
    people: 'residents',
    year,
    bands: people ? toBands(people.women, people.men, { first: people.firstAge, width: 5, open: true }) : [],
  })
}
