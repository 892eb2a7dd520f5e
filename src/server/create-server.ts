import path from 'node:path'
import helmet from '@fastify/helmet'
import statics from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { RESULT_FILES, readBacktestResults } from '../backtest/read-results.ts'
import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Projection } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import { createFindPast } from '../pipeline/published-past.ts'
import type { PlanElsewhere } from '../threads/plan-on-thread.ts'
import { parseGlossary } from '../views/glossary/parse-glossary.ts'
import { createBackground } from '../views/method/background.ts'
import { createReader } from '../views/projection-reader.ts'
import { createAnswers } from './answer.ts'
import { createWorkshop, kernelFileOf } from './builder/workshop.ts'
import { createGround } from './ground.ts'
import { readPageAssets } from './page-assets.ts'
import { createPlans, type Plans } from './plans/plans.ts'
import { readGlossary } from './read-glossary.ts'
import { addAssumptions } from './routes/assumptions.ts'
import { addBuilder } from './routes/build.ts'
import { addBuilderFigures } from './routes/build-figures.ts'
import { addFigures } from './routes/figures.ts'
import { addOffline } from './routes/offline.ts'
import { addPages } from './routes/pages.ts'
import { addPastFigures } from './routes/past-figures.ts'
import { addPermanentLinks } from './routes/permanent-links.ts'
import { addRunFiles } from './routes/run-files.ts'
import { addSaved } from './routes/saved.ts'
import { addTake } from './routes/take.ts'
import { addWhatMatters } from './routes/what-matters.ts'
import { openSaved } from './saved/saved.ts'
import { PAGE_POLICY, SECURITY, WORKER_NAME, WORKER_POLICY, writePolicy } from './security.ts'
import type { ServerContext } from './server-context.ts'
import { siteVersion } from './site-version.ts'
import { createTemplates } from './templates.ts'
import { createTroubles, notFound } from './troubles.ts'
import { readForms } from './writing/form-body.ts'
import { WRITE_LIMITS, type WriteLimits } from './writing/limits.ts'

/** Milliseconds after the start at which the ground of the run is read, once the first pages are out. */
const READ_AHEAD = 1500

/** What a server shows. */
export interface ServerOptions {
  readonly projection: Projection
  readonly reference: Reference
  /** The assumptions behind the run, for the page on how sure it is. */
  readonly book?: AssumptionBook | null
  /** The data folder, for what the run started from. */
  readonly files?: InputFiles
  /** Folder with `projection.csv`, `run.json` and `report.html`, to offer them for download. */
  readonly runFolder?: string
  /** Folder of the study that comes with Headroom, shown where the run's folder has none. */
  readonly studies?: string
  /** Folder that what readers save goes to; without it nothing can be saved. */
  readonly savedFolder?: string
  /** Works plans out without holding up the server; without it, or without a folder, “what would it take” isn’t there. */
  readonly plan?: PlanElsewhere
  /** Other limits on what readers may write. */
  readonly limits?: Partial<WriteLimits>
  /** Told of failures of the program; standard error unless given. */
  readonly log?: (text: string) => void
}

/**
 * Builds the server of one projection; it doesn't listen yet.
 * @throws HeadroomError `file-missing` where the page's assets have not been built
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { projection, reference, book = null, files, runFolder, studies, log = console.error } = options
  const limits = { ...WRITE_LIMITS, ...options.limits }
  const assets = readPageAssets()
  const ground = files ? createGround(files, projection, reference) : null
  const backtest = files?.has(RESULT_FILES.summaries) ? readBacktestResults(files) : null
  const workshop = ground && createWorkshop(ground, projection.manifest, kernelFileOf(assets))
  const saved = options.savedFolder === undefined ? null : openSaved(options.savedFolder, limits)
  const context: ServerContext = {
    reader: createReader(projection),
    background: createBackground(reference, book, files),
    assets,
    version: siteVersion(projection.manifest, assets),
    workshop,
    backtest,
    findPast: files && backtest ? createFindPast(files, reference, backtest) : () => null,
    ground,
    render: createTemplates(),
    answers: createAnswers(),
    saved,
    plans: createPlansOf(options, { ground, workshop, saved, limits, log }),
    glossary: parseGlossary(readGlossary()),
    runFolder: runFolder ?? null,
    studies: studies ?? null,
  }
  const answerTrouble = createTroubles(context, log)
  const server = Fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: true,
    // an address that can't even be read never reaches the hooks that set the policy
    frameworkErrors: (error, request, reply) => {
      answerTrouble(error, request, reply.header('content-security-policy', writePolicy(PAGE_POLICY)))
    },
  })
  await server.register(helmet, SECURITY)
  await server.register(statics, {
    root: context.assets.folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
    setHeaders: (response, file) => {
      if (path.basename(file).startsWith(WORKER_NAME))
        response.setHeader('content-security-policy', writePolicy(WORKER_POLICY))
    },
  })
  readForms(server, limits.body)
  server.setErrorHandler(answerTrouble)
  server.setNotFoundHandler((request, reply) => answerTrouble(notFound, request, reply))
  addOffline(server, context)
  addPages(server, context)
  addBuilder(server, context)
  addBuilderFigures(server, context)
  addSaved(server, context)
  addTake(server, context)
  addAssumptions(server, context)
  addFigures(server, context)
  addPastFigures(server, context)
  addRunFiles(server, context)
  addWhatMatters(server, context)
  addPermanentLinks(server, context)
  // read ahead, so that the first reader to ask where a number comes from does not wait for it
  server.addHook('onListen', (done) => {
    setTimeout(() => readAhead(context, log), READ_AHEAD).unref()
    done()
  })
  server.get('/healthz', (_, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok', run: projection.manifest.run }),
  )
  return server
}

/** What plans are worked out with, where the server has all that takes. */
function createPlansOf(
  { projection: { manifest }, reference, plan, savedFolder }: ServerOptions,
  {
    ground,
    workshop,
    saved,
    limits,
    log,
  }: Pick<ServerContext, 'ground' | 'workshop' | 'saved'> & {
    readonly limits: WriteLimits
    readonly log: (text: string) => void
  },
): Plans | null {
  if (!ground || !workshop || !saved || !plan || savedFolder === undefined) return null
  const { headroomVersion: version } = manifest
  const { guard } = saved
  const parts = { ground, reference, workshop, version, guard, limits, log }
  return createPlans({ ...parts, folder: savedFolder, solve: plan })
}

/** Reads what the run started from. Whoever asks for it later is told what is wrong with it, so here it only is logged. */
function readAhead({ ground }: ServerContext, log: (text: string) => void): void {
  try {
    ground?.facts()
  } catch (error) {
    log(error instanceof Error ? error.message : String(error))
  }
}
