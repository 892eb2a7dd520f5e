import type { OutputInfluence, StudyRecord } from '../../domain/sensitivity.ts'
import { formatValue } from '../../views/numbers/format-value.ts'
import { createTornado, outputName } from '../../views/sensitivity/tornado.ts'
import {
  influenceTable,
  optionsTable,
  sayWhatMatters,
  worthTable,
} from '../../views/sensitivity/what-matters.ts'
import type { ServerContext } from '../server-context.ts'
import { describeBlock, type FigureBlock } from './figure-block.ts'
import { pageFrame } from './page-frame.ts'

/** The name of an output in an address: its series and measure, such as `all.all.gap_fte`. */
export const outputCode = ({ series, measure }: OutputInfluence): string =>
  `${series.level}.${series.code}.${measure}`

/** The output that an address asks for; the first where it asks for none that there is. */
export const findOutput = ({ outputs }: StudyRecord, asked: unknown): OutputInfluence =>
  outputs.find((output) => outputCode(output) === asked) ?? outputs[0]!

/**
 * Which assumptions matter.
 * @param study the study in the run's folder, or null where there is none
 * @param trouble why a study that is there can't be read, or null
 */
export function whatMattersPage(
  context: ServerContext,
  study: StudyRecord | null,
  asked: unknown,
  trouble: { readonly message: string; readonly next: string } | null,
): string {
  const { reader, runFolder } = context
  const frame = pageFrame(context, 'What matters', 'what-matters')
  if (!study) {
    const { scenario, area } = reader.projection.manifest
    const options = [
      scenario === 'no-change' ? '' : ` --scenario ${scenario}`,
      area === null ? '' : ` --area ${area}`,
      ` --out ${runFolder ?? 'FOLDER'}`,
    ]
    return context.render('what-matters.njk', {
      ...frame,
      trouble,
      command: `headroom sensitivity${options.join('')}`,
    })
  }
  const output = findOutput(study, asked)
  const { decision } = study
  return context.render('what-matters.njk', {
    ...frame,
    study: {
      ...study,
      place: study.area.name,
      other: isOther(study, context),
      pairs: formatValue(study.base, 'heads'),
      runs: formatValue(study.runs, 'heads'),
    },
    choices: [
      {
        name: 'output',
        label: 'Result',
        groups: [
          {
            label: '',
            choices: study.outputs.map((each) => ({
              value: outputCode(each),
              text: outputName(each),
              selected: each === output,
            })),
          },
        ],
      },
    ],
    said: sayWhatMatters(study, output),
    table: influenceTable(study, output, 'influence'),
    tornado: tornadoBlock(context, study, output),
    decision: decision && {
      options: optionsTable(decision, 'options'),
      worth: worthTable(decision, 'worth'),
      value: formatValue(decision.value, 'gbp', 1),
    },
  })
}

/** The address of the tornado of an output, with an ending for a file of it. */
export const tornadoAddress = (output: OutputInfluence, ending?: string): string =>
  `/figure/tornado${ending ? `.${ending}` : ''}?output=${outputCode(output)}`

/** The tornado of an output as a page shows it. */
export const tornadoBlock = (
  context: ServerContext,
  study: StudyRecord,
  output: OutputInfluence,
): FigureBlock =>
  describeBlock(context, createTornado(study, output), {
    id: 'tornado',
    address: (ending) => tornadoAddress(output, ending),
  })

/** Whether a study was made of another scenario, area or data than the run. */
function isOther({ scenario, area, inputs }: StudyRecord, { reader }: ServerContext): boolean {
  const { manifest, areas } = reader.projection
  const files = new Set([...Object.keys(inputs), ...Object.keys(manifest.inputs)])
  return (
    scenario !== manifest.scenario ||
    area.code !== areas[0]?.code ||
    [...files].some((file) => inputs[file] !== manifest.inputs[file])
  )
}
