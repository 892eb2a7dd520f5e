import { MEASURES } from '../../domain/measure.ts'
import { html } from '../../views/markup.ts'
import { unitName } from '../../views/numbers/units.ts'
import { writeTable } from '../../views/tables/data-table.ts'
import type { ServerContext } from '../server-context.ts'
import { listAddresses, sayEndings } from './addresses.ts'
import { pageFrame } from './page-frame.ts'

/** What can be downloaded, every address of the server, and the dictionary of measures. */
export function dataPage(context: ServerContext, files: readonly { name: string; about: string }[]): string {
  const { reader } = context
  const { projection } = reader
  const area = reader.localAreas.at(-1) ?? reader.home
  const measures = MEASURES.filter(({ code }) => projection.measures.includes(code)).map((measure) => ({
    header: measure.name,
    cells: [
      html`<code class="hr-code">${measure.code}</code>`,
      unitName(measure.unit),
      measure.help,
      measure.definition,
      measure.formula,
    ],
  }))
  return context.render('data.njk', {
    ...pageFrame(context, 'Data and API', 'data'),
    files,
    endings: sayEndings(),
    groups: listAddresses(area.code, projection.manifest.run).map(({ title, addresses }, index) => ({
      title,
      table: writeTable({
        id: `addresses-${index}`,
        caption: title,
        captionHidden: true,
        columns: [{ label: 'Address' }, { label: 'What' }],
        rows: addresses
          .filter(({ needs }) => needs === undefined || context[needs] !== null)
          .map(({ href, about }) => ({
            header: html`<a class="govuk-link hr-break" href="${href}">${href}</a>`,
            cells: [about],
          })),
      }),
    })),
    measures: writeTable({
      id: 'measures',
      caption: 'Dictionary of measures',
      captionHidden: true,
      columns: ['Measure', 'Code', 'Unit', 'In plain words', 'Definition', 'Formula'].map((label) => ({
        label,
      })),
      rows: measures,
    }),
  })
}
