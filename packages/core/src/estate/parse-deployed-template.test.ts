import { describe, expect, it } from 'vitest'
import { compileChanged } from '../../test/support/changed-config.js'
import { forEveryEstate } from '../../test/support/estates.js'
import { emitTemplate } from '../emit/emit-template.js'
import { generateTemplate } from '../generate/generate-template.js'
import { parseDeployedTemplate } from './parse-deployed-template.js'
import { sameTemplate } from './same-template.js'

const formats = ['yaml', 'json', 'json-min'] as const

it('reads back what this program writes, in every format, literal or portable', () => {
  forEveryEstate(({ template }) => {
    for (const format of formats) {
      const parsed = parseDeployedTemplate(emitTemplate(template, format))
      expect(parsed && sameTemplate(parsed, template)).toBe(true)
    }
  })
})

describe('parseDeployedTemplate', () => {
  it('fills in what somebody left out', () => {
    expect(parseDeployedTemplate('Resources:\n  G: { Type: AWS::IAM::Group }')).toEqual({
      AWSTemplateFormatVersion: '2010-09-09',
      Description: '',
      Resources: { G: { Type: 'AWS::IAM::Group', Properties: {} } },
      Outputs: {},
    })
  })

  it('reads short functions, and keeps other sections', () => {
    const text =
      'Parameters: { P: { Type: String } }\nResources:\n  R: { Type: T, Properties: { A: !GetAtt X.Arn, B: !Sub x } }'
    expect(parseDeployedTemplate(text)).toMatchObject({
      Parameters: { P: { Type: 'String' } },
      Resources: { R: { Properties: { A: { 'Fn::GetAtt': ['X', 'Arn'] }, B: { 'Fn::Sub': 'x' } } } },
    })
  })

  it.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['no resources', '{"Outputs":{}}'],
    ['a resource without a type', '{"Resources":{"R":{}}}'],
    ['properties that are a list', '{"Resources":{"R":{"Type":"T","Properties":[]}}}'],
    ['half of a JSON text', '{"Resources":{"R":'],
    ['bad YAML', 'Resources: [a'],
  ])('finds no template in %s', (_what, text) => expect(parseDeployedTemplate(text)).toBeUndefined())
})

describe('sameTemplate', () => {
  const parsed = (text: string) => parseDeployedTemplate(text) ?? expect.fail(text)
  const resource = (properties: string) =>
    parsed(`{"Resources":{"R":{"Type":"T","Properties":${properties}}}}`)

  it.each([
    ['another order of keys', '{"A":1,"B":{"C":2,"D":3}}', '{"B":{"D":3,"C":2},"A":1}', true],
    ['another order of a list', '{"A":[1,2]}', '{"A":[2,1]}', false],
    ['another value', '{"A":1}', '{"A":2}', false],
    ['one more property', '{"A":1}', '{"A":1,"B":""}', false],
  ])('%s', (_what, one, other, isSame) => expect(sameTemplate(resource(one), resource(other))).toBe(isSame))

  it('sees no difference between nothing and an empty section', () => {
    const one = parsed('{"Resources":{"R":{"Type":"T"}}}')
    const { Outputs: _outputs, Description: _description, ...other } = one
    expect(sameTemplate(one, other as typeof one)).toBe(true)
  })

  it('sees an output that is gone, and another description', () => {
    const { model } = compileChanged({})
    const template = generateTemplate(model ?? expect.fail())
    expect(sameTemplate(template, { ...template, Outputs: {} })).toBe(false)
    expect(sameTemplate(template, { ...template, Description: 'another' })).toBe(false)
  })
})
