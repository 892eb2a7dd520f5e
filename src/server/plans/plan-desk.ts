import type { Plan, PlanRequest } from '../../domain/plan.ts'
import type { PlanRecord } from '../../domain/plan-record.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { SavedFolder } from '../../storage/saved-folder.ts'
import { planId } from '../../storage/saved-plans.ts'
import type { WriteLimits } from '../writing/limits.ts'
import { writeQuestion } from './question.ts'

/** How an answer stands. */
export type PlanState =
  /** Others are before it. */
  | { readonly kind: 'waiting'; readonly question: string; readonly before: number }
  /** Being worked out; `share` of it is done. */
  | { readonly kind: 'working'; readonly question: string; readonly share: number }
  | { readonly kind: 'done'; readonly record: PlanRecord }
  /** It came to nothing, by a mistake of the reader’s or of the program’s. */
  | { readonly kind: 'failed'; readonly question: string; readonly error: HeadroomError | null }
  /** Nobody looked for long. */
  | { readonly kind: 'stopped'; readonly question: string }

/** Where questions are asked and answers looked at. One plan is worked out at a time; a few wait. */
export interface PlanDesk {
  /**
   * Asks a question, unless its answer is there or on its way already.
   * @returns the name of the answer
   * @throws HeadroomError `plans-busy`, `saved-full`, `saved-damaged`
   */
  ask(request: PlanRequest): string
  /** How an answer stands; null for one that nobody asked for. Whoever looks keeps it going. @throws HeadroomError `saved-damaged` */
  look(id: string): PlanState | null
  /** Stops what is under way. */
  close(): void
}

/** What a desk works with. */
export interface DeskParts {
  readonly answers: SavedFolder<PlanRecord>
  /** What names the data, and the version: with the question they name the answer. */
  readonly inputs: () => string
  readonly version: string
  readonly solve: (
    request: PlanRequest,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<Plan>
  /** What a plan comes to, in sentences with their ranges. */
  readonly describe: (plan: Plan) => Promise<readonly string[]>
  readonly limits: Pick<WriteLimits, 'waiting' | 'patience'>
  /** Told of failures of the program. */
  readonly log: (text: string) => void
  readonly now: () => number
}

interface Job {
  readonly id: string
  readonly request: PlanRequest
  readonly question: string
  readonly stop: AbortController
  share: number
  /** When somebody last looked. */
  seen: number
}

/** Endings that are remembered, the latest. */
const REMEMBERED = 50
/** How often the desk looks whether anybody still waits, in milliseconds. */
const ROUND = 5000

/** Opens a desk. */
export function openPlanDesk(parts: DeskParts): PlanDesk {
  const { answers, limits, log, now } = parts
  const queue: Job[] = []
  const ended = new Map<string, PlanState>()
  let current: Job | null = null

  const remember = (id: string, state: PlanState): void => {
    ended.set(id, state)
    const [oldest] = ended.keys()
    if (ended.size > REMEMBERED && oldest !== undefined) ended.delete(oldest)
  }

  async function work(job: Job): Promise<void> {
    const { id, question, request, stop } = job
    try {
      const plan = await parts.solve(
        request,
        (done, total) => {
          // A later search starts from the first step again: what was reached stays shown.
          job.share = Math.max(job.share, total > 0 ? done / total : 0)
        },
        stop.signal,
      )
      const made = `${new Date(now()).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`
      const words = await parts.describe(plan)
      answers.keep({ id, question, inputs: parts.inputs(), version: parts.version, made, plan, words })
    } catch (error) {
      if (stop.signal.aborted) remember(id, { kind: 'stopped', question })
      else {
        const told = error instanceof HeadroomError ? error : null
        if (!told) log(error instanceof Error ? (error.stack ?? error.message) : String(error))
        remember(id, { kind: 'failed', question, error: told })
      }
    } finally {
      current = null
      next()
    }
  }

  function next(): void {
    if (current) return
    current = queue.shift() ?? null
    if (current) void work(current)
  }

  /** Gives up what nobody has looked at for long. */
  function sweep(): void {
    const oldest = now() - limits.patience * 1000
    for (const job of queue.filter(({ seen }) => seen < oldest)) {
      queue.splice(queue.indexOf(job), 1)
      remember(job.id, { kind: 'stopped', question: job.question })
    }
    if (current && current.seen < oldest) current.stop.abort(new Error('nobody waits for it'))
  }
  const rounds = setInterval(sweep, ROUND)
  rounds.unref()

  const find = (id: string): Job | undefined =>
    current?.id === id ? current : queue.find((job) => job.id === id)

  return {
    ask(request) {
      const question = writeQuestion(request)
      const id = planId({ question, inputs: parts.inputs(), version: parts.version })
      const known = find(id)
      if (known) {
        known.seen = now()
        return id
      }
      if (answers.find(id)) return id
      sweep()
      if (answers.isFull()) throw new HeadroomError('saved-full', { most: answers.most, what: answers.what })
      if (current && queue.length >= limits.waiting)
        throw new HeadroomError('plans-busy', { waiting: queue.length })
      ended.delete(id)
      queue.push({ id, request, question, stop: new AbortController(), share: 0, seen: now() })
      next()
      return id
    },
    look(id) {
      const job = find(id)
      if (job) {
        job.seen = now()
        const { question } = job
        if (job === current) return { kind: 'working', question, share: job.share }
        return { kind: 'waiting', question, before: queue.indexOf(job) + 1 }
      }
      const record = answers.find(id)
      return record ? { kind: 'done', record } : (ended.get(id) ?? null)
    },
    close() {
      clearInterval(rounds)
      queue.length = 0
      current?.stop.abort(new Error('the server is closing'))
    },
  }
}
