#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/headroom.js', import.meta.url)
if (existsSync(program)) await import(program.href)
else {
  console.error('Headroom has not been built yet. Run “npm run build” in its folder first.')
  process.exitCode = 2
}
