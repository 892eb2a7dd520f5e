import { refuseSamePeriod } from '../editions.ts'
import type { PublishedFile } from '../published-file.ts'
import type { Edition, Harmonised } from '../series.ts'
import { checkRelease, checkReleases } from './check-release.ts'
import { rateTables } from './rate-tables.ts'
import { parseRelease, type Release } from './release.ts'

/**
 * Rates of one or more released workbooks, kept apart by their date of release.
 * @throws HeadroomError see `parseRelease`; `edition-twice` for two workbooks of one date
 */
export function harmoniseReleases(files: readonly PublishedFile[]): Harmonised {
  const releases = files.map(parseRelease).sort((a, b) => (a.released < b.released ? -1 : 1))
  refuseSamePeriod(
    releases.map(({ file, released }) => ({
      name: file.name,
      periods: new Set([`the release of ${released}`]),
    })),
  )
  return {
    editions: releases.map(editionOf),
    tables: rateTables(releases),
    findings: [...releases.flatMap(checkRelease), ...checkReleases(releases)],
  }
}

function editionOf({ file, released, regions, groups, types, organisations }: Release): Edition {
  const months = [...new Set(regions.rates.map(({ month }) => month))].sort()
  const labels = new Set((groups ?? []).map(({ staffGroup, level }) => `${level} ${staffGroup}`))
  const typeMonths = new Set((types?.rates ?? []).map(({ month }) => month))
  return {
    edition: `released ${released}`,
    period: `${months[0]}/${months.at(-1)}`,
    file: file.name,
    sha256: file.sha256,
    rows: months.length + labels.size + typeMonths.size + (organisations ?? []).length,
  }
}
