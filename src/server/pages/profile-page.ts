import type { AreaFlag } from '../../domain/geography.ts'
import type { ResultArea } from '../../domain/projection.ts'
import { createHeadline } from '../../views/headline/headline.ts'
import { placeName } from '../../views/headline/place-name.ts'
import { factsTable } from '../../views/profile/facts-table.ts'
import { EVERYONE } from '../../views/projection-reader.ts'
import { sectorTable } from '../../views/tables/sector-table.ts'
import { FIGURE_KINDS } from '../figures/figure-kinds.ts'
import { addressOf, type PageQuery, parsePageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { createFanBlock } from './fan-block.ts'
import { createFigureBlock, permanentAddress } from './figure-block.ts'
import { pageFrame } from './page-frame.ts'

const FLAG_WORDS: Readonly<Record<AreaFlag, string>> = {
  coastal: 'Coastal',
  rural: 'Rural',
  deprived: 'Deprived',
}

/** Figures of a profile, in order. */
const SHOWN = ['staffing', 'causes', 'flows', 'population-pyramid', 'staff-pyramid']

/** One area: people, need, supply, gap, and how its staff compare with other areas’. */
export function profilePage(context: ServerContext, area: ResultArea): string {
  const { reader, background, ground, render } = context
  const query: PageQuery = parsePageQuery({ area: area.code }, context)
  const year = reader.lastYear
  const series = { ...EVERYONE, name: '' }
  const region = background.reference.areas.find(({ code }) => code === area.code)?.region
  const facts = area.kind === 'area' ? (ground?.facts() ?? []) : []
  const groups = [...new Set(facts.map(({ group }) => group))]
  const kinds = FIGURE_KINDS.filter(({ code }) => SHOWN.includes(code)).filter(
    ({ code }) => code !== 'staffing' || area.kind !== 'country',
  )
  return render('profile.njk', {
    ...pageFrame(context, `${area.name}: area profile`, 'areas'),
    heading: area.name,
    region: background.reference.regions.find(({ code }) => code === region),
    within: area.kind === 'region' ? areasWithin(context, area) : [],
    code: area.code,
    flags: (ground?.settings().find((setting) => setting.area === area.code)?.flags ?? []).map(
      (flag) => FLAG_WORDS[flag],
    ),
    headline: createHeadline(reader, { area, series, year }),
    sectors: sectorTable(reader, area, {
      id: 'sectors',
      caption: `Staff, need and coverage by sector in ${placeName(area)}. Full-time equivalents; coverage is staff as a share of need. Ranges hold 8 in 10 runs.`,
      year,
    }),
    figure: createFanBlock(context, query),
    facts: groups.map((group, index) => ({
      group,
      table: factsTable(
        facts.filter((fact) => fact.group === group),
        area.code,
        { id: `facts-${index}`, caption: `${group}: here, and the middle of the areas that are known` },
      ),
    })),
    hasGround: ground !== null,
    blocks: kinds.map((kind) => createFigureBlock(context, kind, query)),
    explore: addressOf('/explore', query, reader),
    care: addressOf('/unpaid-care', query, reader),
    permanent: permanentAddress(context, `/areas/${area.code}`),
  })
}

const areasWithin = (
  { reader, background }: ServerContext,
  region: ResultArea,
): readonly { readonly name: string; readonly href: string }[] =>
  background.reference.areas
    .filter((area) => area.region === region.code && reader.findArea(area.code))
    .map(({ code, name }) => ({ name, href: `/areas/${code}` }))
