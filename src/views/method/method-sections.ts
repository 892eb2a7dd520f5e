import type { Source } from '../../domain/assumption-book.ts'
import type { Quality } from '../../domain/origin.ts'
import type { Projection } from '../../domain/projection.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { writeTable } from '../tables/data-table.ts'
import type { Background } from './background.ts'
import { countQualities, judgementsOf, sourcesOf } from './judgements.ts'
import type { Publication } from './publications.ts'
import { sayDistribution } from './say-distribution.ts'

/** How sure the projection is, in plain words, with the count of assumptions by quality. */
export function certaintySection(background: Background): Markup {
  return html`<p>The ranges come from running the model many times. Each run takes another believable value for every number we don’t know for certain. A range of 8 in 10 runs leaves 1 run in 10 above it and 1 in 10 below.</p>
<p><strong>These ranges themselves have not been tested against the past.</strong> The engine has: it projected published staff series from older bases, with ranges set on half of them and judged on the other half. Need, the gap and unpaid care have no published past to test. Read the ranges as the least that could go differently: they hold what we know we don’t know, not surprises such as a pandemic or a change of policy.</p>
<p>Each run varies the same things for every area at once. So the ranges of two areas can overlap although one is always above the other.</p>
<p>Nothing here is a forecast of what will be decided. It shows where today’s patterns lead if nobody changes them.</p>
${background.book ? qualityParagraph(background) : null}`
}

const QUALITY_WORDS: Readonly<Record<Quality, string>> = {
  green: 'rest on a good published figure',
  amber: 'rest on a published figure for something close to it',
  red: 'are largely judgement',
}

function qualityParagraph({ book }: Background): Markup | null {
  if (!book) return null
  const judgements = judgementsOf(book)
  const counts = countQualities(judgements)
  const items = (['green', 'amber', 'red'] as const).map(
    (quality) =>
      html`<li>${qualityMark(quality)} ${formatValue(counts[quality], 'heads')} ${QUALITY_WORDS[quality]}</li>`,
  )
  return html`<p>Of the ${formatValue(judgements.length, 'heads')} assumptions in the model:</p><ul class="govuk-list hr-marks">${items}</ul>`
}

/** A mark of quality as a word, so that it never rests on colour. */
export const qualityMark = (quality: Quality): Markup =>
  html`<span class="hr-mark hr-mark--${quality}">${quality[0]?.toUpperCase()}${quality.slice(1)}</span>`

/** What the runs vary: each uncertain assumption with its range, quality and source. Null without a book. */
export function uncertaintyTable({ book }: Background, id: string): Markup | null {
  if (!book || book.uncertainty.length === 0) return null
  const rows = book.uncertainty.map((each) => ({
    header: each.meaning,
    cells: [
      each.walk > 0
        ? `${sayDistribution(each.distribution)}, drifting ${each.walk} a year${each.memory === undefined ? '' : ' and coming back'}`
        : sayDistribution(each.distribution),
      each.unit,
      qualityMark(each.judgement.quality),
      each.judgement.source.publisher,
    ],
  }))
  return writeTable({
    id,
    caption:
      'What each run varies, and the range that 8 in 10 runs draw it from. A factor of 1 changes nothing.',
    columns: ['Assumption', 'Range', 'Unit', 'Quality', 'Source'].map((label) => ({ label })),
    rows,
  })
}

/** The published statistics and the sources of assumptions, as two lists. */
export function sourceLists(background: Background): Markup {
  const { publications, book } = background
  const sources = book ? sourcesOf(judgementsOf(book)) : []
  return html`${publications.length > 0 ? html`<h3 class="govuk-heading-s">Published statistics</h3><ul class="govuk-list govuk-list--bullet">${publications.map(publicationItem)}</ul>` : null}${sources.length > 0 ? html`<h3 class="govuk-heading-s">Sources of assumptions</h3><ul class="govuk-list govuk-list--bullet">${sources.map(sourceItem)}</ul>` : null}`
}

const link = (text: string, address: string | null): Markup =>
  address ? html`<a class="govuk-link" href="${address}">${text}</a>` : html`${text}`

const publicationItem = ({ title, address, periods, attribution }: Publication): Markup =>
  html`<li>${link(title, address)}, ${periods.join(', ')}. ${attribution}</li>`

const sourceItem = ({ publisher, publication, edition, location, address }: Source): Markup =>
  html`<li>${publisher}, ${link(publication, address)}, ${edition}${location ? `, ${location}` : null}</li>`

/** What a run was, enough to do it again. */
export function runSummary({ manifest }: Projection): Markup {
  const rows: readonly (readonly [string, string])[] = [
    ['Run', manifest.run],
    ['Scenario', manifest.scenario.replaceAll('-', ' ')],
    ['Base date', `31 March ${manifest.baseYear}`],
    ['Years ahead', String(manifest.years)],
    ['Runs of the model', formatValue(manifest.draws, 'heads')],
    ['Seed', String(manifest.seed)],
    ['Design of draws', manifest.design],
    ['Version', manifest.headroomVersion],
    ['Hash of the program', manifest.code],
    ['Files read', String(Object.keys(manifest.inputs).length)],
  ]
  const items = rows.map(
    ([term, value]) =>
      html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${term}</dt><dd class="govuk-summary-list__value hr-break">${value}</dd></div>`,
  )
  return html`<dl class="govuk-summary-list">${items}</dl>`
}

/** What checks found in the run, worst first; null where they found nothing. */
export function findingsList({ findings }: Projection, limit = 20): Markup | null {
  if (findings.length === 0) return null
  const order = { error: 0, warning: 1, note: 2 } as const
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity])
  const items = sorted
    .slice(0, limit)
    .map(({ severity, message, place }) => html`<li>${severity}: ${message} (${place})</li>`)
  const rest = findings.length - limit
  return html`<ul class="govuk-list govuk-list--bullet">${items}${rest > 0 ? html`<li>and ${rest} more in the run’s record</li>` : null}</ul>`
}
