import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileFile, examplesFolder } from '../../test/support/compile.js'
import { forEveryEstate, propertyTimeoutMs } from '../../test/support/estates.js'
import { sampleModel } from '../../test/support/sample-model.js'
import { generateTemplate } from '../generate/generate-template.js'
import type { SecModel } from '../model/model.js'
import { nameLimits } from '../names/names.js'
import { resourcesOf } from '../operator/resources.js'
import { checkQuotas } from '../quotas/check-quotas.js'
import { testModel } from './test-model.js'

const suffix = '-tabc123'
const examples = readdirSync(examplesFolder).filter((file) => file.endsWith('.yaml'))
const compiled = (file: string, portable = false) => compileFile(`${examplesFolder}/${file}`, portable).model

const namesOf = ({ groups, roles, policies, identity }: SecModel) => [
  identity.stackName,
  ...groups.map(({ groupName }) => groupName),
  ...roles.map(({ roleName }) => roleName),
  ...policies.map(({ policyName }) => policyName),
]

/** Every real name that still stands somewhere without the suffix. */
function realNamesIn(text: string, model: SecModel): readonly string[] {
  return namesOf(model).filter((name) => new RegExp(`${name}(?![a-z0-9-])`).test(text))
}

describe.each(examples)('the test deployment of %s', (file) => {
  const model = compiled(file)
  const test = testModel(model, suffix)

  it('has every name with the suffix', () =>
    expect(namesOf(test)).toEqual(namesOf(model).map((name) => `${name}${suffix}`)))

  it.each([false, true])('names nothing real in its template (portable: %s)', (portable) => {
    const real = compiled(file, portable)
    const text = JSON.stringify(generateTemplate(testModel(real, suffix)))
    expect(realNamesIn(text, real)).toEqual([])
    expect(text).toContain(suffix)
  })

  it('has the same logical ids and outputs, and waits for the same resources', () => {
    const [template, real] = [generateTemplate(test), generateTemplate(model)]
    expect(Object.keys(template.Resources)).toEqual(Object.keys(real.Resources))
    expect(Object.keys(template.Outputs)).toEqual(Object.keys(real.Outputs))
    const references = (value: unknown) => JSON.stringify(value).match(/"(Ref|Fn::GetAtt)":("\w+"|\["\w+)/g)
    expect(references(template)).toEqual(references(real))
  })

  it('lets nobody assume a role but services', () => {
    const never = { DateLessThan: { 'aws:CurrentTime': '1970-01-01T00:00:00Z' } }
    for (const [index, { kind, trust }] of test.roles.entries()) {
      if (kind === 'service') expect(trust).toEqual(model.roles[index]?.trust)
      else for (const { statement } of trust) expect(statement.Condition).toMatchObject(never)
    }
  })

  it('keeps within the quotas and the lengths of names', () => {
    expect(checkQuotas(test)).toEqual([])
    for (const { roleName } of test.roles) expect(roleName.length).toBeLessThanOrEqual(nameLimits.role)
    expect(test.identity.stackName.length).toBeLessThanOrEqual(nameLimits.stack)
  })

  it('is what the operator may touch', () => {
    const patterns = (['test-group', 'test-role', 'test-policy'] as const).flatMap((kind) =>
      resourcesOf[kind](model),
    )
    const shapes = patterns.map((pattern) =>
      pattern.slice(pattern.lastIndexOf('/') + 1).replace('??????', 'abc123'),
    )
    expect(shapes.sort()).toEqual(namesOf(test).slice(1).sort())
  })
})

describe('testModel', () => {
  it('is protected by nothing and tells nobody', () => {
    const deployment = {
      ...sampleModel().deployment,
      notificationArns: ['arn:aws:sns:us-west-1:123456789012:x'],
    }
    const model = testModel(sampleModel({ deployment }), suffix)
    expect(model.deployment).toEqual({ ...deployment, terminationProtection: false, notificationArns: [] })
    expect(model.identity.stem).toBe(sampleModel().identity.stem)
  })

  it('renames what may be assumed and passed', () => {
    const [group] = testModel(sampleModel(), suffix).groups
    expect(group?.mayAssume).toEqual([`edge-prod-b001-role-aqa-tester${suffix}`])
    expect(group?.mayPass[0]?.roleName).toBe(`edge-prod-b001-role-sagemaker-execution${suffix}`)
  })

  it.each(['', '-tabc12', '-tABC123', '-tabc1234', 'tabc123', '-xabc123', '-tabc12-'])(
    'refuses "%s"',
    (text) => expect(() => testModel(sampleModel(), text)).toThrow(RangeError),
  )

  it(
    'leaves no real name in the template of any estate',
    () =>
      forEveryEstate(({ model }) =>
        expect(
          realNamesIn(JSON.stringify(generateTemplate(testModel(model, suffix)).Resources), model),
        ).toEqual([]),
      ),
    propertyTimeoutMs,
  )
})
