export { simulate } from './simulate'
export { publish } from './publish'
export { constantRows, internationalRows, moveInRows, postRows } from './rows'
export { exitShareOf } from './exit-share'
