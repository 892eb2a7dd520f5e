import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { REPORT_POLICY } from '../security.ts'
import type { ServerContext } from '../server-context.ts'

/** Files of a run folder that may be downloaded, and what each is. Nothing else in the folder is served. */
const RUN_FILES = [
  { name: 'projection.csv', about: 'every value by area, staff, measure and year' },
  { name: 'run.json', about: 'what went into the run: version, seed, and a checksum of every file' },
  { name: 'sensitivity.csv', about: 'which assumptions matter, where that has been studied' },
  { name: 'sensitivity.json', about: 'the same study whole' },
  { name: 'report.html', about: 'the report to read or print, in one file' },
] as const

/** The files of a run folder that are there. */
export const findRunFiles = (folder: string | null): readonly { name: string; about: string }[] =>
  folder === null ? [] : RUN_FILES.filter(({ name }) => existsSync(path.join(folder, name)))

/** Serves the files of the run folder, if there is one. */
export function addRunFiles(server: FastifyInstance, { runFolder }: ServerContext): void {
  if (runFolder === null) return
  const folder = path.resolve(runFolder)
  for (const { name } of RUN_FILES)
    server.get(`/${name}`, (_, reply) => {
      if (!existsSync(path.join(folder, name))) return reply.callNotFound()
      if (name.endsWith('.html')) reply.header('content-security-policy', REPORT_POLICY)
      return reply.header('cache-control', 'no-cache').sendFile(name, folder)
    })
}
