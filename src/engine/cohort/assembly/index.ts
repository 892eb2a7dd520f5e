export { simulate } from './simulate'
export { publish } from './publish'
export { constantRows, internationalRows, moveInRows, postRows } from './rows'
// For tests of the parts.
export { exitShare, exitShareAny } from './exit-share'
export { summarise } from './summary'
