const HEADER =
  'PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,REPORTING_ORG_NAME,REPORTING_ORG_CODE,CLUSTER_GROUP,BENCHMARK_GROUP,STAFF_GROUP_1_NAME,HC,FTE\n'

/** Lines of the monthly turnover file, the largest there is, up to a size in bytes; one in fifty has a quoted cell. */
export function* turnoverLines(bytes: number): Generator<string, void, undefined> {
  let lines = HEADER
  let size = 0
  for (let number = 0; size < bytes; number++) {
    const name =
      number % 50 === 0 ? `"Trust, ${number}"` : `Guy and Thomas ${number % 997} NHS Foundation Trust`
    lines += `202509 to 202510,Denominator at end of period,Y56,London,Q${number % 42},South East London,${name},R${number % 211},Acute,Acute - Large,Nurses & health visitors,${number % 4001},${((number % 4001) * 0.87).toFixed(5)}\n`
    if (lines.length < 1_000_000) continue
    size += lines.length
    yield lines
    lines = ''
  }
}
