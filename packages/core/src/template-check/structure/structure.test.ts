import { describe } from 'vitest'
import {
  type TemplateCase,
  testCases,
  topic,
  withResources,
  withTopic,
} from '../../../test/support/template-cases.js'
import type { structureKinds } from '../issues/structure-kinds.js'

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

const outputs = (count: number) =>
  withResources(`${topic}Outputs:\n${many(count, (index) => `  O${index}: { Value: x }\n`)}`)

/** A parameter that is used; its own lines start at line 3. */
const parameter = (lines: string) => `Parameters:
  Name:
${lines}
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref Name } }
`

const cases: Readonly<Record<keyof typeof structureKinds, TemplateCase | readonly TemplateCase[]>> = {
  TEMPLATE_TOO_LARGE: {
    refuses: withTopic(`#${'x'.repeat(1_048_576)}`),
    at: '1:1',
    accepts: withTopic(`#${'x'.repeat(50_000)}`),
  },
  TEMPLATE_INLINE_SIZE: {
    refuses: withTopic(`#${'x'.repeat(51_200)}`),
    at: '1:1',
    accepts: withTopic(`#${'x'.repeat(51_200 - 60)}`),
  },
  TEMPLATE_EMPTY: { refuses: '# nothing\n', at: '1:1', accepts: withTopic('') },
  TEMPLATE_NOT_A_MAP: [
    { refuses: '- a\n', at: '1:1', accepts: withTopic('') },
    { refuses: 'just a text\n', at: '1:1', accepts: '{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}' },
  ],
  TEMPLATE_ALIAS: [
    {
      refuses: withResources('  A: &a { Type: AWS::SNS::Topic }\n  B: *a\n'),
      at: '3:6',
      accepts: withResources('  A: &a { Type: AWS::SNS::Topic }\n'),
    },
    {
      refuses: withResources('  A: &a { Type: AWS::SNS::Topic }\n  B:\n    <<: *a\n'),
      at: '4:9',
      accepts: withResources(topic),
    },
  ],
  TEMPLATE_NULL: [
    {
      refuses: withResources('  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName:\n'),
      at: '5:7',
      accepts: withResources("  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ''\n"),
    },
    { refuses: withTopic('Outputs:'), at: '1:1', accepts: withTopic('Outputs: {}') },
    {
      refuses: withResources('  T: { Type: AWS::SNS::Topic, DependsOn: [null] }\n'),
      at: '2:43',
      accepts: withResources('  T: { Type: AWS::SNS::Topic, DependsOn: [] }\n'),
    },
  ],
  TEMPLATE_UNKNOWN_SECTION: [
    { refuses: withTopic('Output: {}'), at: '1:1', accepts: withTopic('Outputs: {}') },
    { refuses: 'Resource:\n  A: { Type: AWS::SNS::Topic }\n', at: '1:1', accepts: withTopic('Hooks: {}') },
    {
      refuses: withTopic('Globals: {}'),
      at: '1:1',
      accepts: withTopic('Transform: AWS::Serverless-2016-10-31\nGlobals: {}'),
    },
  ],
  TEMPLATE_FORMAT_VERSION: {
    refuses: withTopic("AWSTemplateFormatVersion: '2012-10-17'"),
    at: '1:27',
    accepts: withTopic('AWSTemplateFormatVersion: 2010-09-09'),
  },
  TEMPLATE_NO_RESOURCES: [
    { refuses: 'Description: x\n', at: '1:1', accepts: withTopic('') },
    { refuses: 'Resources: {}\n', at: '1:1', accepts: withTopic('') },
    { refuses: 'Description: x\nResources:\n', at: '2:1', accepts: withTopic('') },
    { refuses: 'name: x\nversion: 3\n', at: '1:1', accepts: withTopic('') },
  ],
  TEMPLATE_WRONG_SHAPE: [
    { refuses: 'Resources: [a]\n', at: '1:12', accepts: withTopic('') },
    { refuses: withResources('  A: text\n'), at: '2:6', accepts: withTopic('') },
    {
      refuses: withResources('  A: { Type: AWS::SNS::Topic, Properties: [] }\n'),
      at: '2:43',
      accepts: withResources('  A: { Type: AWS::SNS::Topic, Properties: {} }\n'),
    },
    {
      refuses: withResources('  A: { Type: AWS::SNS::Topic, DependsOn: { B: x } }\n'),
      at: '2:42',
      accepts: withResources(`${topic}  A: { Type: AWS::SNS::Topic, DependsOn: Topic }\n`),
    },
    {
      refuses: withTopic('Description: !Sub x'),
      at: '1:14',
      accepts: withTopic('Description: x'),
    },
    {
      refuses: withResources(`${topic}Outputs:\n  A: { Value: [a] }\n`),
      at: '4:15',
      accepts: withResources(`${topic}Outputs:\n  A: { Value: a }\n`),
    },
    { refuses: withTopic('Parameters: { A: String }'), at: '1:18', accepts: withTopic('Parameters: {}') },
    {
      refuses: withTopic('Transform: 5'),
      at: '1:12',
      accepts: withTopic('Transform: [AWS::LanguageExtensions]'),
    },
  ],
  TEMPLATE_KEY_UNKNOWN: [
    {
      refuses: withResources('  A: { Type: AWS::SNS::Topic, Propertys: {} }\n'),
      at: '2:31',
      accepts: withResources('  A: { Type: AWS::SNS::Topic, UpdateReplacePolicy: Retain }\n'),
    },
    {
      refuses: parameter('    Type: String\n    Defaults: x'),
      at: '4:5',
      accepts: parameter('    Type: String'),
    },
    {
      refuses: withResources(`${topic}Outputs:\n  A: { Value: a, Exports: { Name: b } }\n`),
      at: '4:18',
      accepts: withResources(`${topic}Outputs:\n  A: { Value: a, Export: { Name: b } }\n`),
    },
  ],
  TEMPLATE_KEY_MISSING: [
    { refuses: withResources('  A: { Properties: {} }\n'), at: '2:3', accepts: withTopic('') },
    { refuses: parameter('    Default: x'), at: '2:3', accepts: parameter('    Type: String') },
    {
      refuses: withResources(`${topic}Outputs:\n  A: { Description: a }\n`),
      at: '4:3',
      accepts: withResources(`${topic}Outputs:\n  A: { Description: a, Value: b }\n`),
    },
    {
      refuses: withResources(`${topic}Outputs:\n  A: { Value: a, Export: {} }\n`),
      at: '4:18',
      accepts: withResources(`${topic}Outputs:\n  A: { Value: a, Export: { Name: !Sub b } }\n`),
    },
  ],
  TEMPLATE_LOGICAL_ID: [
    {
      refuses: withResources('  my-topic: { Type: AWS::SNS::Topic }\n'),
      at: '2:3',
      accepts: withResources('  MyTopic1: { Type: AWS::SNS::Topic }\n'),
    },
    {
      refuses: withResources(`  ${'a'.repeat(256)}: { Type: AWS::SNS::Topic }\n`),
      at: '2:3',
      accepts: withResources(`  ${'a'.repeat(255)}: { Type: AWS::SNS::Topic }\n`),
    },
    {
      refuses: withResources(`${topic}Outputs: { a_b: { Value: x } }\n`),
      at: '3:12',
      accepts: withResources(`${topic}Outputs: { ab: { Value: x } }\n`),
    },
  ],
  TEMPLATE_ID_TWICE: {
    refuses: `Parameters: { A: { Type: String } }\nResources:\n  A: { Type: AWS::SNS::Topic }\n  B: { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref A } }\n`,
    at: '3:3',
    accepts: parameter('    Type: String'),
  },
  TEMPLATE_TOO_MANY: [
    {
      refuses: withResources(many(501, (index) => `  T${index}: { Type: AWS::SNS::Topic }\n`)),
      at: '502:3',
      accepts: withResources(many(500, (index) => `  T${index}: { Type: AWS::SNS::Topic }\n`)),
    },
    { refuses: outputs(201), at: '204:3', accepts: outputs(200) },
    {
      refuses: withTopic(`Mappings:\n  M:\n    a:\n${many(201, (index) => `      k${index}: x\n`)}`),
      at: '204:7',
      accepts: withTopic(`Mappings:\n  M:\n    a:\n${many(200, (index) => `      k${index}: x\n`)}`),
    },
  ],
  TEMPLATE_DESCRIPTION_TOO_LONG: {
    refuses: withTopic(`Description: ${'ä'.repeat(513)}`),
    at: '1:14',
    accepts: withTopic(`Description: ${'ä'.repeat(512)}`),
  },
  TEMPLATE_RESOURCE_TYPE: [
    {
      refuses: withResources('  A: { Type: AWS::IAM::Roles }\n'),
      at: '2:14',
      accepts: withResources('  A: { Type: AWS::IAM::User }\n'),
    },
    {
      refuses: withResources('  A: { Type: Topic }\n'),
      at: '2:14',
      accepts: withResources(
        '  A: { Type: "Custom::My-Thing@1" }\n  B: { Type: Acme::Team::Thing::MODULE }\n',
      ),
    },
  ],
  TEMPLATE_ATTRIBUTE_VALUE: {
    refuses: withResources('  A: { Type: AWS::SNS::Topic, DeletionPolicy: Keep }\n'),
    at: '2:47',
    accepts: withResources('  A: { Type: AWS::SNS::Topic, DeletionPolicy: RetainExceptOnCreate }\n'),
  },
  TEMPLATE_PARAMETER_TYPE: {
    refuses: parameter('    Type: string'),
    at: '3:11',
    accepts: parameter('    Type: AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>'),
  },
  TEMPLATE_PARAMETER_DEFAULT: [
    {
      refuses: parameter('    Type: String\n    AllowedValues: [a, b]\n    Default: c'),
      at: '5:14',
      accepts: parameter('    Type: String\n    AllowedValues: [a, b, 1]\n    Default: "1"'),
    },
    {
      refuses: parameter('    Type: Number\n    Default: x'),
      at: '4:14',
      accepts: parameter('    Type: Number\n    Default: "5"'),
    },
    {
      refuses: parameter('    Type: Number\n    MaxValue: 4\n    Default: 5'),
      at: '5:14',
      accepts: parameter('    Type: Number\n    MaxValue: "5"\n    Default: 5'),
    },
    {
      refuses: parameter('    Type: String\n    MinLength: 1\n    Default: ""'),
      at: '5:14',
      accepts: parameter('    Type: String\n    MaxLength: 3\n    Default: abc'),
    },
    {
      refuses: parameter('    Type: String\n    AllowedPattern: "[0-9]{12}"\n    Default: abc'),
      at: '5:14',
      accepts: parameter('    Type: String\n    AllowedPattern: "[0-9]{12}"\n    Default: "123456789012"'),
    },
    {
      refuses: parameter('    Type: CommaDelimitedList\n    AllowedValues: [a, b]\n    Default: a,c'),
      at: '5:14',
      accepts: parameter('    Type: CommaDelimitedList\n    AllowedValues: [a, b]\n    Default: a, b'),
    },
    {
      refuses: parameter('    Type: String\n    Default: [a]'),
      at: '4:14',
      accepts: parameter(
        '    Type: AWS::SSM::Parameter::Value<String>\n    AllowedValues: [x]\n    Default: /a',
      ),
    },
  ],
  TEMPLATE_PARAMETER_UNUSED: {
    refuses: withTopic('Parameters: { A: { Type: String } }'),
    at: '1:15',
    accepts: withTopic('Transform: MyMacro\nParameters: { A: { Type: String } }'),
  },
  TEMPLATE_PATTERN: {
    refuses: parameter('    Type: String\n    AllowedPattern: "[a-z"'),
    at: '4:21',
    accepts: parameter('    Type: String\n    AllowedPattern: "(?i)[a-z]++\\\\z"'),
  },
  TEMPLATE_MAPPING: [
    {
      refuses: withTopic('Mappings: { M: { a: x } }'),
      at: '1:21',
      accepts: withTopic('Mappings: { M: { a: { b: x } } }'),
    },
    {
      refuses: withTopic('Mappings: { M: { a: { b: { c: d } } } }'),
      at: '1:26',
      accepts: withTopic('Mappings: { M: { 123456789012: { b: [x, 5, true] } } }'),
    },
  ],
  TEMPLATE_CONDITION_SHAPE: {
    refuses: withTopic('Conditions: { A: true }'),
    at: '1:18',
    accepts: withTopic('Conditions: { A: !Not [!Condition B], B: !Equals [a, b] }'),
  },
}

describe('the structure of a template', () => testCases(cases))
