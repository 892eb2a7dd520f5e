import { onlyFile, refuseSamePeriod } from '../editions.ts'
import type { PublishedFile } from '../published-file.ts'
import { filesOf, type Harmonised, type ImportContext, OGL, type Series } from '../series.ts'
import { networkMeans, networkPosts } from './kind.ts'
import { meanFteTable, parseNetworkMeans } from './mean-fte.ts'
import { parsePosts } from './parse-posts.ts'
import { checkPosts, roleTable, staffTable } from './post-tables.ts'

/** Staff of primary care networks. */
export const pcnWorkforce: Series = {
  code: 'pcn-workforce',
  title: 'Primary Care Network Workforce',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS England, Primary Care Network Workforce. Contains public sector information licensed under the Open Government Licence v3.0.',
  address:
    'https://digital.nhs.uk/data-and-information/publications/statistical/primary-care-network-workforce',
  notes: [
    'Growth is that of a programme (the Additional Roles Reimbursement Scheme), and of more networks reporting, not a trend to carry on.',
    'The numbers of people are drawn anew at each census: nobody can be followed from one to the next.',
    'The panel of networks, collated by the Health Equity Evidence Centre, holds the mean FTE of a post in each network and year, as a comparison with the censuses shows; its sum is not a number of staff.',
  ],
  starts: [networkPosts, networkMeans],
  companions: [],
  harmonise(files, context) {
    const posts = filesOf(files, networkPosts)
    const means = onlyFile(filesOf(files, networkMeans), networkMeans)
    const parts = [
      ...(posts.length > 0 ? [harmonisePosts(posts, context)] : []),
      ...(means ? [harmoniseMeans(means, context)] : []),
    ]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

function harmonisePosts(files: readonly PublishedFile[], { areas }: ImportContext): Harmonised {
  const parsed = files.map((file) => ({ file, posts: parsePosts(file, areas) }))
  const editions = parsed.map(({ file, posts }) => {
    const period = posts[0]?.census ?? ''
    return {
      edition: `census of ${period}`,
      period,
      file: file.name,
      sha256: file.sha256,
      rows: posts.length,
    }
  })
  refuseSamePeriod(editions.map(({ file, period }) => ({ name: file, periods: new Set([period]) })))
  const all = parsed.flatMap(({ posts }) => posts)
  const staff = staffTable(all, areas)
  return {
    editions,
    tables: [...(staff ? [staff] : []), roleTable(all)],
    findings: parsed.flatMap(({ file, posts }) => checkPosts(posts, areas, file.name)),
  }
}

function harmoniseMeans(file: PublishedFile, { areas }: ImportContext): Harmonised {
  const means = parseNetworkMeans(file, areas)
  const years = [...new Set(means.map(({ year }) => year))].sort((a, b) => a - b)
  const period = `${years[0]}/${years.at(-1)}`
  return {
    editions: [
      { edition: 'panel of networks', period, file: file.name, sha256: file.sha256, rows: means.length },
    ],
    tables: [meanFteTable(means)],
    findings: [],
  }
}
