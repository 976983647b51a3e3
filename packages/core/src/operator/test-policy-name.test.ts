import { describe, expect, it } from 'vitest'
import { sampleIdentity, sampleModel, samplePolicy } from '../../test/support/sample-model.js'
import { testPolicyName } from './test-policy-name.js'

const modelOf = (...names: readonly string[]) =>
  sampleModel({ policies: names.map((name) => samplePolicy(name)) })
const named = (ending: string) => `edge-prod-b001-policy-${ending}`

describe('testPolicyName', () => {
  it('is a pattern for numbered levels', () => {
    const model = modelOf('s3-level1-read-only', 'group-qa-testing')
    expect(testPolicyName(named('s3-level1-read-only'), model)).toBe(named('*-level*-t??????'))
  })

  it.each(['group-qa-testing', 'combined-ops-services-read-only', 'role-glue-etl'])(
    'is the full name for %s',
    (ending) => expect(testPolicyName(named(ending), modelOf(ending))).toBe(named(`${ending}-t??????`)),
  )

  it('is the full name for levels, too, where the pattern fits a real policy', () => {
    const model = modelOf('s3-level1-read-only', 's3-level2-testing')
    expect(testPolicyName(named('s3-level1-read-only'), model)).toBe(named('s3-level1-read-only-t??????'))
  })

  it('does not take the prefix for a level', () => {
    const identity = { ...sampleIdentity, prefix: 'top-level-prod-b001' }
    const model = { ...sampleModel({ policies: [] }), identity }
    const name = 'top-level-prod-b001-policy-group-people'
    expect(testPolicyName(name, model)).toBe(`${name}-t??????`)
  })
})
