import { describe } from 'vitest'
import { type TemplateCase, testCases, topic, withResources } from '../../../test/support/template-cases.js'
import type { referenceKinds } from '../issues/reference-kinds.js'

/** A topic with this name; it stands at 2:52. */
const named = (name: string) =>
  withResources(`  T: { Type: AWS::SNS::Topic, Properties: { TopicName: ${name} } }\n`)

/** The same, and a mapping below. */
const mapped = (name: string) => `${named(name)}Mappings: { Regions: { eu-west-1: { Name: a } } }\n`

const twoTopics = (first: string, second: string) =>
  withResources(
    `  A: { Type: AWS::SNS::Topic, Properties: { TopicName: ${first} } }\n  B: { Type: AWS::SNS::Topic, Properties: { TopicName: ${second} } }\n`,
  )

const conditions = (lines: string) => withResources(`${topic}Conditions:\n${lines}`)

const cases: Readonly<Record<keyof typeof referenceKinds, TemplateCase | readonly TemplateCase[]>> = {
  TEMPLATE_UNKNOWN_REFERENCE: [
    { refuses: named('!Ref Other'), at: '2:61', accepts: named('!Ref AWS::StackName') },
    { refuses: named('!Ref AWS::AccountID'), at: '2:61', accepts: named('!Ref AWS::AccountId') },
    { refuses: named('{ Ref: Other }'), at: '2:63', accepts: named('{ Ref: AWS::Region }') },
    { refuses: named('!GetAtt Other.Arn'), at: '2:64', accepts: twoTopics('!GetAtt B.Anything', 'x') },
    { refuses: named('!Sub "a-${Other}"'), at: '2:61', accepts: named('!Sub "a-${!Other}-${AWS::Region}"') },
    {
      refuses: named('!Sub [ "${One}-${Two}", { One: a } ]'),
      at: '2:63',
      accepts: named('!Sub [ "${One}-${Two.x}", { One: a, Two.x: b } ]'),
    },
    {
      refuses: withResources('  A: { Type: AWS::SNS::Topic, DependsOn: [B] }\n'),
      at: '2:43',
      accepts: withResources(
        '  A: { Type: AWS::SNS::Topic, DependsOn: [B] }\n  B: { Type: AWS::SNS::Topic }\n',
      ),
    },
    {
      refuses: named('!Ref FunctionRole'),
      at: '2:61',
      accepts: `Transform: AWS::Serverless-2016-10-31\n${withResources('  Function: { Type: AWS::Serverless::Function }\nOutputs: { A: { Value: !GetAtt FunctionRole.Arn }, B: { Value: !Ref ServerlessRestApi } }\n')}`,
    },
    {
      refuses: `Transform: AWS::LanguageExtensions\n${named('!Ref Other')}`,
      at: '3:61',
      accepts: `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [a, b]
    - Topic\${Name}:
        Type: AWS::SNS::Topic
        Properties: { TopicName: !Ref Name }
Outputs: { A: { Value: !GetAtt Topica.TopicName } }
`,
    },
    {
      refuses: named('!Ref Other'),
      at: '2:61',
      accepts: withResources(
        '  T: { Type: My::Own::Thing::MODULE }\nOutputs: { A: { Value: !Ref TBucket } }\n',
      ),
    },
    { refuses: named('!Ref Other'), at: '2:61', accepts: `Transform: [MyMacro]\n${named('!Ref Other')}` },
  ],
  TEMPLATE_UNKNOWN_ATTRIBUTE: [
    {
      refuses: withResources('  U: { Type: AWS::IAM::User }\nOutputs: { A: { Value: !GetAtt U.ARN } }\n'),
      at: '3:32',
      accepts: withResources('  U: { Type: AWS::IAM::User }\nOutputs: { A: { Value: !GetAtt U.Arn } }\n'),
    },
    {
      refuses: withResources('  U: { Type: AWS::IAM::User }\nOutputs: { A: { Value: !Sub "${U.Name}" } }\n'),
      at: '3:29',
      accepts: withResources(`${topic}Outputs: { A: { Value: !Sub "\${Topic.WeDoNotKnow}" } }\n`),
    },
  ],
  TEMPLATE_UNKNOWN_CONDITION: [
    {
      refuses: withResources('  A: { Type: AWS::SNS::Topic, Condition: IsProd }\n'),
      at: '2:42',
      accepts: withResources(
        '  A: { Type: AWS::SNS::Topic, Condition: IsProd }\nConditions: { IsProd: !Equals [a, b] }\n',
      ),
    },
    {
      refuses: named('!If [IsProd, a, b]'),
      at: '2:61',
      accepts: `${named('!If [IsProd, a, b]')}Conditions: { IsProd: !Equals [a, b] }\n`,
    },
    {
      refuses: conditions('  A: !Not [!Condition B]\n'),
      at: '4:23',
      accepts: conditions('  A: !Not [!Condition B]\n  B: !Equals [a, b]\n'),
    },
  ],
  TEMPLATE_CONDITION_REFERENCE: {
    refuses: conditions('  A: !Equals [!Ref Topic, x]\n'),
    at: '4:20',
    accepts: conditions('  A: !Equals [!Ref AWS::Region, x]\n'),
  },
  TEMPLATE_CYCLE: [
    { refuses: twoTopics('!Ref B', '!GetAtt A.Arn'), at: '2:61', accepts: twoTopics('!Ref B', 'x') },
    {
      refuses: withResources('  A: { Type: AWS::SNS::Topic, DependsOn: A }\n'),
      at: '2:42',
      accepts: withResources(
        '  A: { Type: AWS::SNS::Topic }\n  B: { Type: AWS::SNS::Topic, DependsOn: A }\n',
      ),
    },
  ],
  TEMPLATE_CONDITION_CYCLE: {
    refuses: conditions('  A: !Not [!Condition B]\n  B: !Not [!Condition A]\n'),
    at: '4:23',
    accepts: conditions('  A: !Not [!Condition B]\n  B: !Equals [a, b]\n'),
  },
  TEMPLATE_FUNCTION_ARGUMENTS: [
    { refuses: named('!Join [a, b, c]'), at: '2:62', accepts: named("!Join [a, !GetAZs '']") },
    { refuses: named('!Join ["", !Sub x]'), at: '2:62', accepts: named('!Join ["", [!Sub x]]') },
    { refuses: named('!Ref [a]'), at: '2:61', accepts: named('!Ref AWS::Region') },
    { refuses: named('!GetAtt T'), at: '2:64', accepts: twoTopics('!GetAtt [B, !Ref AWS::Region]', 'x') },
    { refuses: named('!Sub [a]'), at: '2:61', accepts: named('!Sub [a, {}]') },
    { refuses: named('!Select [2, [a, b]]'), at: '2:64', accepts: named('!Select ["1", [a, b]]') },
    {
      refuses: named('!Select [0, !Join ["", [a]]]'),
      at: '2:64',
      accepts: named('!Select [0, !Split [a, b]]'),
    },
    {
      refuses: named('!Split [a]'),
      at: '2:63',
      accepts: named('!Select [0, !Split ["/", !Ref AWS::StackId]]'),
    },
    {
      refuses: mapped('!FindInMap [Regions, eu-west-1]'),
      at: '2:67',
      accepts: mapped('!FindInMap [Regions, eu-west-1, Name]'),
    },
    {
      refuses: conditions('  A: !Equals [a]\n'),
      at: '4:14',
      accepts: conditions('  A: !Equals [a, !Ref AWS::Region]\n'),
    },
    {
      refuses: conditions('  A: !Not [a]\n'),
      at: '4:11',
      accepts: conditions('  A: !Not [!Equals [a, b]]\n'),
    },
    {
      refuses: `${named('!If [IsProd, a]')}Conditions: { IsProd: !Equals [a, b] }\n`,
      at: '2:60',
      accepts: `${named('!If [IsProd, a, !Ref AWS::NoValue]')}Conditions: { IsProd: !Equals [a, b] }\n`,
    },
  ],
  TEMPLATE_FUNCTION_WITH_SIBLINGS: [
    { refuses: named('{ Fn::Sub: a, Name: b }'), at: '2:58', accepts: named('{ Fn::Sub: a }') },
    {
      refuses: named('{ Ref: AWS::Region, Name: b }'),
      at: '2:58',
      accepts: named('{ Ref: main, Branch: b }'),
    },
  ],
  TEMPLATE_UNKNOWN_FUNCTION: [
    { refuses: named('!Jion ["", [a]]'), at: '2:56', accepts: named('!Join ["", [a]]') },
    {
      refuses: named('{ Fn::sub: a }'),
      at: '2:58',
      accepts: `Transform: MyMacro\n${named('{ Fn::sub: a }')}`,
    },
  ],
  TEMPLATE_NEEDS_TRANSFORM: {
    refuses: named('!ToJsonString { a: b }'),
    at: '2:56',
    accepts: `Transform: AWS::LanguageExtensions\n${named('!ToJsonString { a: b }')}`,
  },
  TEMPLATE_SUB_VARIABLE: {
    refuses: named('!Sub "${name%%.*}"'),
    at: '2:61',
    accepts: named('!Sub "${!name%%.*} ${ AWS::Region } ${} $x"'),
  },
  TEMPLATE_UNKNOWN_MAPPING: {
    refuses: mapped('!FindInMap [Region, eu-west-1, Name]'),
    at: '2:68',
    accepts: mapped('!FindInMap [Regions, !Ref AWS::Region, Name]'),
  },
  TEMPLATE_UNKNOWN_MAP_KEY: [
    {
      refuses: mapped('!FindInMap [Regions, eu-west-2, Name]'),
      at: '2:77',
      accepts: mapped('!FindInMap [Regions, eu-west-1, Name]'),
    },
    {
      refuses: mapped('!FindInMap [Regions, !Ref AWS::Region, name]'),
      at: '2:95',
      accepts: mapped('!FindInMap [!Ref AWS::Region, a, b]'),
    },
  ],
}

describe('functions and what they refer to', () => testCases(cases))
