import { watchInterruption } from './interruption.ts'

// before anything else is loaded, so that Ctrl-C is answered from the start
const interruption = watchInterruption(process)
const { start } = await import('./start.ts')
await start(interruption)
