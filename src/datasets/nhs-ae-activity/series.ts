import { HeadroomError } from '../../errors/headroom-error.ts'
import { onlyFile, refuseSamePeriod } from '../editions.ts'
import { type Edition, filesOf, OGL, type Series } from '../series.ts'
import { activityTable } from './activity-table.ts'
import { checkActivity } from './check.ts'
import { aeMonthly, trustAreas } from './kind.ts'
import { parseActivity } from './parse.ts'
import { readTrustAreas, trustAreaTable } from './trust-areas.ts'

/** Attendances at accident and emergency departments, and emergency admissions. */
export const nhsAeActivity: Series = {
  code: 'nhs-ae-activity',
  title: 'A&E attendances and emergency admissions',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS England, A&E Attendances and Emergency Admissions; catchments of trusts: Office for Health Improvement and Disparities. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/',
  notes: [
    'Areas are those where patients live, by the catchments of 2022; the publisher counts by where they were seen.',
    'A trust’s catchment is of all its patients, admitted ones above all; those of its emergency department live nearer.',
    'Several months are revised releases; a month that is imported again replaces the one before.',
  ],
  starts: [aeMonthly, trustAreas],
  companions: [],
  harmonise(files, { areas, trustAreas: before }) {
    const lookup = onlyFile(filesOf(files, trustAreas), trustAreas)
    const shares = lookup ? readTrustAreas(lookup, areas) : before
    const parsed = filesOf(files, aeMonthly).map((file) => ({ file, ...parseActivity(file) }))
    refuseSamePeriod(parsed.map(({ file, month }) => ({ name: file.name, periods: new Set([month]) })))
    const [first] = parsed
    if (first && shares.length === 0)
      throw new HeadroomError('edition-companion', { given: first.file.name, missing: trustAreas.title })
    const known = new Set(shares.map(({ trust }) => trust))
    const lookupEdition: readonly Edition[] = lookup
      ? [
          {
            edition: 'catchments of 2022',
            period: '2022',
            file: lookup.name,
            sha256: lookup.sha256,
            rows: shares.length,
          },
        ]
      : []
    return {
      editions: [
        ...parsed.map(({ file, month, rows }): Edition => {
          const { name, sha256 } = file
          return { edition: month, period: month, file: name, sha256, rows: rows.length }
        }),
        ...lookupEdition,
      ],
      tables: [
        ...(first ? [activityTable(parsed, shares, areas)] : []),
        ...(lookup ? [trustAreaTable(shares)] : []),
      ],
      findings: parsed.flatMap(({ file, ...month }) =>
        checkActivity(month, (code) => known.has(code), file.name),
      ),
    }
  },
}
