export { simulate } from './simulate'
export { publish } from './publish'
export { constantRows, internationalRows, moneyRows, moveInRows, postRows, residualRow } from './rows'
// For tests of the parts.
export { exitShare, exitShareAny } from './exit-share'
export { expNearOf, expOf, lnOf } from './power'
export { summarise } from './summary'
