import { readBacktestMarks, readWidths } from '../../backtest/read-backtest.ts'
import { RESULT_FILES, readBacktestResults } from '../../backtest/read-results.ts'
import { EXPIRED_RULE, type Finding } from '../../domain/finding.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import { overallOf } from '../../views/backtest/verdict.ts'

/** Share of held-back outcomes that the 80 % range may hold before it is said to be wrong. */
const FEWEST = 0.7
const MOST = 0.9

/**
 * Checks of the back-test's numbers and kept results: judgements past their day, sources that aren't in the list,
 * families without a result, ranges that held too few or too many. A data folder may do without a back-test.
 * @param sources ids of the sources there are @param today ISO date that expiry dates are held against
 * @throws HeadroomError where a table is missing or damaged
 */
export function checkBacktest(files: InputFiles, sources: ReadonlySet<string>, today: string): Finding[] {
  if (!files.has(RESULT_FILES.summaries)) return []
  const results = readBacktestResults(files)
  readWidths(files, results.families)
  const marks = readBacktestMarks(files)
  const expired = marks
    .filter(({ expires }) => expires < today)
    .map(
      ({ expires, place }): Finding => ({
        rule: EXPIRED_RULE,
        severity: 'warning',
        message: `This assumption was to be reviewed by ${expires}.`,
        place,
      }),
    )
  const unknown = marks
    .filter(({ source }) => source !== null && !sources.has(source))
    .map(
      ({ source, place }): Finding => ({
        rule: 'backtest-source',
        severity: 'error',
        message: `There is no source with the id ${source}.`,
        place,
      }),
    )
  const untested = results.families
    .filter(({ code }) => !overallOf(results.summaries, 'held-back', code))
    .map(
      ({ code }): Finding => ({
        rule: 'backtest-results',
        severity: 'error',
        message: 'The kept results of the back-test lack this family: make them anew.',
        place: `data/backtest/summary.csv, ${code}`,
      }),
    )
  const eighty = overallOf(results.summaries, 'held-back')?.inside[1]
  const missed: Finding[] =
    eighty !== undefined && eighty >= FEWEST && eighty <= MOST
      ? []
      : [
          {
            rule: 'backtest-coverage',
            severity: 'warning',
            message: `The 80 % ranges of the back-test held ${eighty === undefined ? 'nothing' : `${Math.round(eighty * 100)} %`} of held-back outcomes.`,
            place: 'data/backtest/summary.csv',
          },
        ]
  return [...expired, ...unknown, ...untested, ...missed]
}
