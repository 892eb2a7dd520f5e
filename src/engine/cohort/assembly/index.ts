export { simulate } from './simulate'
export { publish } from './publish'
export { constantRows, internationalRows, moveInRows, postRows } from './rows'
export { exitShare, exitShareAny } from './exit-share'
