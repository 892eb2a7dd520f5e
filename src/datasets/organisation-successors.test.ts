import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageFolder } from '../storage/package-folder.ts'
import { readOrganisationSuccessors, successorsOn } from './organisation-successors.ts'

const FILE = 'statistics/geography/organisation-successors.csv'
const successors = readOrganisationSuccessors(
  new Map([[FILE, readFileSync(path.join(packageFolder(), 'data', FILE), 'utf8')]]),
)

describe('the successors of organisations', () => {
  it('are 1,444 dated steps, none of an organisation to itself', () => {
    expect(successors).toHaveLength(1_444)
    expect(successors.filter(({ from }) => !/^\d{4}-\d\d-\d\d$/.test(from))).toEqual([])
    expect(successors.filter(({ code, successor }) => code === successor)).toEqual([])
  })

  it('are followed only as far as the day asked about', () => {
    expect(successorsOn('RY1', '2018-03-30', successors)).toEqual(['RY1'])
    expect(successorsOn('RY1', '2018-03-31', successors)).toEqual(['RW4'])
  })

  it('end for every organisation, also where a code came back', () => {
    const round = [
      { code: 'AAA', successor: 'BBB', from: '2010-04-01' },
      { code: 'BBB', successor: 'AAA', from: '2012-04-01' },
    ]
    expect(successorsOn('AAA', '2011-01-01', round)).toEqual(['BBB'])
    expect(successorsOn('AAA', '2013-01-01', round)).toEqual(['AAA'])
    for (const { code } of successors) expect(successorsOn(code, '2026-01-01', successors)).not.toEqual([])
  })

  it('are several where an organisation was split', () => {
    const split = [
      { code: 'AAA', successor: 'CCC', from: '2010-04-01' },
      { code: 'AAA', successor: 'BBB', from: '2010-04-01' },
    ]
    expect(successorsOn('AAA', '2010-04-01', split)).toEqual(['BBB', 'CCC'])
  })
})
