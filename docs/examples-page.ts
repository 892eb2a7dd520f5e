import { format } from 'd3-format'
import type { InputFiles } from '../src/domain/input-files.ts'
import { WORKED_EXAMPLES } from '../src/pipeline/examples/examples.ts'
import { distance, type WorkedExample, type WorkedFigure } from '../src/pipeline/examples/worked-example.ts'
import { page, table } from './markdown.ts'

const number = (value: number): string => format(Math.abs(value) < 100 ? ',.4~r' : ',.0f')(value)

/** Other models’ printed results beside what the engine gives from their inputs. */
export const examplesPage = (files: InputFiles): string =>
  page(
    'Other models on Headroom’s engine',
    'Can the engine say what others have said? Here are four published pieces of workforce planning, run on ' +
      'the engine that projects England, each from its own printed inputs. The figures are in ' +
      '`data/examples/`, with what is printed, and what had to be assumed, marked row by row. Where the ' +
      'printed inputs do not lead to the printed result, the table says so and says why: a model whose ' +
      'workings are not published can be emulated, not repeated.',
    ...WORKED_EXAMPLES.map((example) => section(example, example.run(files))),
  )

const section = (example: WorkedExample, figures: readonly WorkedFigure[]): string =>
  [
    `## ${example.title}`,
    `${example.source} Figures: \`data/examples/${example.code}.csv\`.`,
    table(
      ['figure', 'unit', 'printed', 'Headroom', 'reached'],
      figures.map((figure) => [
        figure.name,
        figure.unit,
        printed(figure),
        number(figure.ours),
        figure.missed ? `no, off by ${number(distance(figure))}: ${figure.missed.why}` : 'yes',
      ]),
    ),
    'What had to be assumed:',
    example.assumed.map((sentence) => `- ${sentence}`).join('\n'),
  ].join('\n\n')

function printed({ printed: [low, high] }: WorkedFigure): string {
  if (low === high) return number(low)
  return high === Number.POSITIVE_INFINITY ? `${number(low)} or more` : `${number(low)} to ${number(high)}`
}
