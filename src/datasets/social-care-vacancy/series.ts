import type { Finding } from '../../domain/finding.ts'
import { onlyFile } from '../editions.ts'
import { filesOf, OGL, type Series } from '../series.ts'
import { councilWeights } from '../social-care-turnover/council-lookups.ts'
import { boardDistricts, districtCouncils, districtSuccessors } from '../social-care-turnover/kind.ts'
import { meanOfAreas } from '../social-care-turnover/weigh-councils.ts'
import { vacancyFile } from './kind.ts'
import { parseVacancies } from './parse.ts'
import { areaTable, councilTable, YEAR } from './tables.ts'

/** Vacancies in adult social care by council. */
export const socialCareVacancy: Series = {
  code: 'social-care-vacancy',
  title: 'Vacancies in adult social care, 2019/20',
  publisher: 'Skills for Care, collated by the British Red Cross (Resilience Index)',
  licence: OGL,
  attribution:
    'Skills for Care estimates of 2019/20, collated for the Resilience Index of the British Red Cross. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: null,
  notes: [
    'The only vacancy rates by council that were found. Rates of England and its regions are published yearly; these serve for the spread between areas, not for the level.',
    'In counties the file gives each district a part of the county’s figure: the parts are a tenth of other councils’ figures and add up to figures like theirs.',
    'Turnover here is lower than the published rate of the same councils (series social-care-turnover): a mean over workplaces, not over staff. The two must not be mixed.',
  ],
  starts: [vacancyFile],
  companions: [boardDistricts, districtSuccessors, districtCouncils],
  harmonise(files, context) {
    const file = onlyFile(filesOf(files, vacancyFile), vacancyFile)
    if (!file) return { editions: [], tables: [], findings: [] }
    const { councils, blank, rows } = parseVacancies(file, context.countyDistricts)
    const weights = councilWeights(files, context, [file.name])
    const table = areaTable(councils, weights, context.councilSuccessors)
    const known = new Set([
      ...weights.map(({ council }) => council),
      ...context.councilSuccessors.map(({ code }) => code),
    ])
    const reached = new Set(table.rows.map(([, area]) => area))
    const absent = context.areas.codes.filter((code) => !reached.has(code))
    const findings: Finding[] = councils
      .filter(({ council }) => !known.has(council))
      .map(({ council }) => ({
        rule: 'council-unmatched',
        severity: 'warning',
        message: `${council} is in no area and counts in none.`,
        place: file.name,
      }))
    if (blank > 0)
      findings.push({
        rule: 'rows-without-figures',
        severity: 'note',
        message: `Rows without a district or without all three figures: ${blank}. They were left out.`,
        place: file.name,
      })
    if (absent.length > 0)
      findings.push({
        rule: 'area-vacancy-complete',
        severity: 'note',
        message: `No council of ${absent.join(', ')} has figures.`,
        place: 'area-vacancy.csv',
      })
    const mean = meanOfAreas(
      table.rows.map(([, area, vacancy]) => ({ area: String(area), value: Number(vacancy) })),
      weights,
    )
    if (mean !== null)
      findings.push({
        rule: 'area-vacancy-mean',
        severity: 'note',
        message: `The areas’ mean, weighted by small areas, is ${(100 * mean).toFixed(1)} %; the file has no figure of England to compare it with.`,
        place: 'area-vacancy.csv',
      })
    return {
      editions: [{ edition: YEAR, period: YEAR, file: file.name, sha256: file.sha256, rows }],
      tables: [councilTable(councils), table],
      findings,
    }
  },
}
