import { describe, expect, it } from 'vitest'
import { resourceSpecFile } from '../../../scripts/generate-resource-spec.js'
import { readGenerated } from '../../../test/support/read-generated.js'
import { role, type TemplateCase, testCases, withResources } from '../../../test/support/template-cases.js'
import type { resourceKinds } from '../issues/resource-kinds.js'
import { iamTypes, specOf } from './resource-spec.js'

const arns = (count: number) =>
  Array.from({ length: count }, (_, index) => `        - arn:aws:iam::aws:policy/P${index}\n`).join('')

const group = (name: string, properties = '') =>
  `  ${name}: { Type: AWS::IAM::Group, Properties: { GroupName: ${properties} } }\n`

const parameter = (properties: string) =>
  withResources(`  P: { Type: AWS::SSM::Parameter, Properties: { Type: String, ${properties} } }\n`)

const inline = `PolicyName: x, PolicyDocument: { Version: '2012-10-17', Statement: { Effect: Allow, Action: '*', Resource: '*' } }`

const cases: Readonly<Record<keyof typeof resourceKinds, TemplateCase | readonly TemplateCase[]>> = {
  TEMPLATE_UNKNOWN_PROPERTY: [
    {
      refuses: role('      ManagedPolicyArn: []\n'),
      at: '8:7',
      accepts: role('      ManagedPolicyArns: []\n'),
    },
    {
      refuses: role('      Tags: [{ Key: a, Values: b, Value: c }]\n'),
      at: '8:24',
      accepts: role('      Tags: [{ Key: a, Value: c }]\n'),
    },
    {
      refuses: role(`      Policies: [{ Name: y, ${inline} }]\n`),
      at: '8:20',
      accepts: role(`      Policies: [{ ${inline} }]\n`),
    },
    {
      refuses: withResources('  G: { Type: AWS::IAM::Group, Properties: { Tags: [] } }\n'),
      at: '2:45',
      accepts: 'Transform: MyMacro\nResources: { G: { Type: AWS::IAM::Group, Properties: { Tags: [] } } }\n',
    },
  ],
  TEMPLATE_MISSING_PROPERTY: [
    { refuses: withResources('  R: { Type: AWS::IAM::Role }\n'), at: '2:3', accepts: role('') },
    {
      refuses: withResources('  R: { Type: AWS::IAM::InstanceProfile, Properties: { Path: / } }\n'),
      at: '2:41',
      accepts: withResources('  R: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [x] } }\n'),
    },
    {
      refuses: role('      Tags: [{ Key: a }]\n'),
      at: '8:14',
      accepts: role('      Tags: [!Ref AWS::NoValue]\n'),
    },
    {
      refuses: role('      Tags: [{ Key: a, Value: !Ref AWS::NoValue }]\n'),
      at: '8:14',
      accepts: role('      Tags: [{ Key: a, Value: !Ref AWS::Region }]\n'),
    },
  ],
  TEMPLATE_PROPERTY_TYPE: [
    {
      refuses: role('      ManagedPolicyArns: arn:aws:iam::aws:policy/A\n'),
      at: '8:26',
      accepts: role('      ManagedPolicyArns: !Split [",", a]\n'),
    },
    {
      refuses: role('      ManagedPolicyArns: !Sub a\n'),
      at: '8:26',
      accepts: role('      ManagedPolicyArns: [!Sub a]\n'),
    },
    { refuses: role('      RoleName: [a]\n'), at: '8:17', accepts: role('      RoleName: 5\n') },
    {
      refuses: role('      RoleName: !Split [a, b]\n'),
      at: '8:17',
      accepts: role('      RoleName: !Select [0, !Split [a, b]]\n'),
    },
    {
      refuses: role('      MaxSessionDuration: 1h\n'),
      at: '8:27',
      accepts: role("      MaxSessionDuration: '3600'\n"),
    },
    {
      refuses: role('      ManagedPolicyArns: !Ref P\nParameters: { P: { Type: String } }\n'),
      at: '8:26',
      accepts: role('      ManagedPolicyArns: !Ref P\nParameters: { P: { Type: CommaDelimitedList } }\n'),
    },
    {
      refuses: withResources(
        '  P: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: !Ref U } }\n  U: { Type: AWS::IAM::User }\n',
      ),
      at: '2:62',
      accepts: withResources(
        '  P: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref U] } }\n  U: { Type: AWS::IAM::User }\n',
      ),
    },
    {
      refuses: withResources(
        '  U: { Type: AWS::IAM::User, Properties: { LoginProfile: { Password: a, PasswordResetRequired: maybe } } }\n',
      ),
      at: '2:96',
      accepts: withResources(
        '  U: { Type: AWS::IAM::User, Properties: { LoginProfile: { Password: a, PasswordResetRequired: yes } } }\n',
      ),
    },
    {
      refuses: role(
        '      ManagedPolicyArns: !If [C, a, !Ref AWS::NoValue]\nConditions: { C: !Equals [a, b] }\n',
      ),
      at: '8:34',
      accepts: role(
        '      ManagedPolicyArns: !If [C, [!If [C, !Ref AWS::NoValue, !Sub a]], !Ref AWS::NoValue]\nConditions: { C: !Equals [a, b] }\n',
      ),
    },
    {
      refuses: parameter('Value: x, Tags: [a]'),
      at: '2:79',
      accepts: parameter('Value: x, Tags: { a: b, c: !Ref AWS::Region }'),
    },
  ],
  TEMPLATE_PROPERTY_VALUE: [
    {
      refuses: role('      MaxSessionDuration: 100\n'),
      at: '8:27',
      accepts: role('      MaxSessionDuration: 43200\n'),
    },
    {
      refuses: role('      RoleName: a b\n'),
      at: '8:17',
      accepts: role("      RoleName: '{{resolve:ssm:a}}'\n"),
    },
    { refuses: role('      Path: a\n'), at: '8:13', accepts: role('      Path: /a/b/\n') },
    {
      refuses: role('      Description: "a \u2014 b"\n'),
      at: '8:20',
      accepts: role('      Description: "ä - b"\n'),
    },
    {
      refuses: role('      ManagedPolicyArns: [ReadOnlyAccess]\n'),
      at: '8:27',
      accepts: role('      ManagedPolicyArns: [arn:aws-cn:iam::123456789012:policy/a/b]\n'),
    },
    {
      refuses: parameter('Value: x, Tier: standard'),
      at: '2:79',
      accepts: parameter('Value: x, Tier: Standard'),
    },
    {
      refuses: parameter('Value: x, Name: /aws/x'),
      at: '2:79',
      accepts: parameter('Value: x, Name: /my/aws/x'),
    },
    { refuses: parameter('Value: x, Name: a/b'), at: '2:79', accepts: parameter('Value: x, Name: a.b') },
    {
      refuses: withResources('  P: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [a, b] } }\n'),
      at: '2:66',
      accepts: withResources(
        '  P: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [a, !Ref AWS::NoValue] } }\n',
      ),
    },
    {
      refuses: role('      Tags: [{ Key: "aws:a", Value: b }]\n'),
      at: '8:21',
      accepts: role('      Tags: [{ Key: "my:a", Value: "" }]\n'),
    },
  ],
  TEMPLATE_PROPERTY_TOO_LONG: [
    {
      refuses: role(`      RoleName: ${'a'.repeat(65)}\n`),
      at: '8:17',
      accepts: role(`      RoleName: ${'a'.repeat(64)}\n`),
    },
    {
      refuses: role(`      RoleName: !Sub "\${AWS::Region}${'a'.repeat(65)}"\n`),
      at: '8:17',
      accepts: role(`      RoleName: !Sub "\${AWS::Region}${'a'.repeat(60)}"\n`),
    },
    {
      refuses: withResources(group('G', 'a'.repeat(129))),
      at: '2:56',
      accepts: withResources(group('G', 'a'.repeat(128))),
    },
    {
      refuses: parameter(`Value: ${'ä'.repeat(4097)}`),
      at: '2:70',
      accepts: parameter(`Value: ${'ä'.repeat(4096)}`),
    },
  ],
  TEMPLATE_RESOURCE_NAME_TWICE: [
    {
      refuses: withResources(group('A', 'dev') + group('B', 'DEV')),
      at: '3:56',
      accepts: withResources(
        `${group('A', 'dev')}  U: { Type: AWS::IAM::User, Properties: { UserName: dev } }\n`,
      ),
    },
    {
      refuses: withResources(group('A', '!Sub "${AWS::Region}-x"') + group('B', '!Sub "${AWS::Region}-x"')),
      at: '3:56',
      accepts: `${withResources(`  A: { Type: AWS::IAM::Group, Condition: C, Properties: { GroupName: a } }
  B: { Type: AWS::IAM::Group, Condition: D, Properties: { GroupName: a } }
`)}Conditions: { C: !Equals [a, b], D: !Not [!Condition C] }\n`,
    },
  ],
  TEMPLATE_LIST_ITEM_TWICE: [
    {
      refuses: role(`      ManagedPolicyArns:\n${arns(1)}${arns(1)}`),
      at: '10:11',
      accepts: role(`      ManagedPolicyArns:\n${arns(2)}`),
    },
    {
      refuses: role('      Tags: [{ Key: a, Value: b }, { Key: A, Value: c }]\n'),
      at: '8:43',
      accepts: role('      Tags: [{ Key: a, Value: b }, { Key: b, Value: b }]\n'),
    },
  ],
  TEMPLATE_POLICY_UNATTACHED: {
    refuses: withResources(`  P: { Type: AWS::IAM::Policy, Properties: { ${inline} } }\n`),
    at: '2:32',
    accepts: withResources(`  P: { Type: AWS::IAM::Policy, Properties: { Users: [a], ${inline} } }\n`),
  },
  TEMPLATE_TOO_MANY_POLICIES: [
    {
      refuses: withResources(
        `  G:\n    Type: AWS::IAM::Group\n    Properties:\n      ManagedPolicyArns:\n${arns(11)}`,
      ),
      at: '16:11',
      accepts: withResources(
        `  G:\n    Type: AWS::IAM::Group\n    Properties:\n      ManagedPolicyArns:\n${arns(10)}`,
      ),
    },
    {
      refuses: role(`      ManagedPolicyArns:\n${arns(26)}`),
      at: '34:11',
      accepts: role(
        `      ManagedPolicyArns:\n${arns(10)}        - !If [C, !Sub a, !Ref AWS::NoValue]\nConditions: { C: !Equals [a, b] }\n`,
      ),
    },
    {
      refuses: withResources(
        `  G:\n    Type: AWS::IAM::Group\n    Properties:\n      ManagedPolicyArns:\n${arns(10)}  P: { Type: AWS::IAM::ManagedPolicy, Properties: { Groups: [!Ref G], ${inline.replace('PolicyName: x, ', '')} } }\n`,
      ),
      at: '16:62',
      accepts: withResources(
        `  G:\n    Type: AWS::IAM::Group\n    Properties:\n      ManagedPolicyArns:\n${arns(10)}  P: { Type: AWS::IAM::ManagedPolicy, Properties: { Groups: [H], ${inline.replace('PolicyName: x, ', '')} } }\n`,
      ),
    },
  ],
}

describe('properties of IAM resources', () => testCases(cases))

describe('the specification of resource types', () => {
  it('is what the generator makes of the package', () => {
    expect(readGenerated('resource-spec')).toBe(resourceSpecFile())
  })

  it('knows every type of IAM and SSM parameters', () => {
    expect(iamTypes).toHaveLength(16)
    expect(specOf('AWS::SSM::Parameter')?.attributes).toEqual(['Arn', 'Type', 'Value'])
    expect(specOf('AWS::S3::Bucket')).toBeUndefined()
    expect(specOf('constructor')).toBeUndefined()
  })

  it('says what a change replaces, and which identifier a resource has', () => {
    const spec = specOf('AWS::IAM::Role')
    expect(spec?.primaryIdentifier).toEqual(['RoleName'])
    const replaced = Object.entries(spec?.properties ?? {}).filter(
      ([, { replacement }]) => replacement === 'yes',
    )
    expect(replaced.map(([name]) => name)).toEqual(['Path', 'RoleName'])
  })
})
