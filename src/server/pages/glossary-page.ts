import { MEASURES } from '../../domain/measure.ts'
import { unitName } from '../../views/numbers/units.ts'
import { addressOf } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { pageFrame } from './page-frame.ts'

/** What the words and the measures mean. */
export function glossaryPage(context: ServerContext): string {
  const { reader, glossary, render } = context
  const measures = MEASURES.filter(({ code }) => reader.projection.measures.includes(code))
  return render('glossary.njk', {
    ...pageFrame(context, 'Glossary', 'none'),
    sections: glossary,
    measures: measures.map(({ code, name, help, unit }) => ({
      id: `measure-${code}`,
      name,
      help,
      unit: unitName(unit),
      href: addressOf('/explore', { measure: code }, reader),
    })),
  })
}
