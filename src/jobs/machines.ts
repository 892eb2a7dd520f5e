// What needs a database, behind one door that is opened only where one is named: other verbs load none of it.
export { computeOnMachines } from './compute-on-machines.ts'
export { openDatabase } from './database.ts'
export { helpWithRuns } from './help-with-runs.ts'
