import { describe } from 'vitest'
import {
  policy,
  role,
  type TemplateCase,
  testCases,
  trust,
  withResources,
} from '../../../test/support/template-cases.js'
import type { policyKinds } from '../issues/policy-kinds.js'

/** One statement of an identity policy; further entries follow behind. */
const allow = (entries: string) => policy(`          - { Effect: Allow, ${entries} }\n`)
const fine = allow("Action: '*', Resource: '*'")

/** One statement of a trust policy. */
const assume = (entries: string) => trust(`          - { Effect: Allow, ${entries} }\n`)
const fineTrust = assume('Action: sts:AssumeRole, Principal: { Service: ec2.amazonaws.com }')
const by = (principal: string) => assume(`Action: sts:AssumeRole, Principal: ${principal}`)

/** A managed policy with this document, which stands at 5:23. */
const document = (text: string) =>
  withResources(
    `  Policy:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: ${text}\n`,
  )

const body = "Statement: [{ Effect: Allow, Action: '*', Resource: '*' }]"

/** A policy of so many characters without white space, and much white space. */
const sized = (count: number) =>
  policy(`          - { Effect: Allow, Action: '*',      Resource: 'arn:aws:s3:::${'a'.repeat(count)}' }\n`)

/** Characters of {@link sized} without its last part. */
const overhead =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::"}]}'.length

const inline = (type: string, count: number) => `  P:
    Type: AWS::IAM::${type}
    Properties:
      Policies:
        - PolicyName: a
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '*', Resource: 'arn:aws:s3:::${'a'.repeat(count)}' }] }
`

const attached = (count: number) => `  Q:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: b
      Groups: [!Ref P]
      PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '*', Resource: 'arn:aws:s3:::${'a'.repeat(count)}' }] }
`

const trustOverhead =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"*"},"Condition":{"StringEquals":{"sts:ExternalId":""}}}]}'
    .length

const sizedTrust = (count: number) =>
  assume(
    `Action: sts:AssumeRole, Principal: { AWS: '*' }, Condition: { StringEquals: { sts:ExternalId: ${'a'.repeat(count)} } }`,
  )

const cases: Readonly<Record<keyof typeof policyKinds, TemplateCase | readonly TemplateCase[]>> = {
  TEMPLATE_POLICY_SHAPE: [
    {
      refuses: document('some text'),
      at: '5:23',
      accepts: document(
        `'{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}'`,
      ),
    },
    { refuses: policy('          - text\n'), at: '8:13', accepts: policy('          - !Sub text\n') },
    {
      refuses: document("{ Version: '2012-10-17', Statement: x }"),
      at: '5:59',
      accepts: document("{ Version: '2012-10-17', Statement: !Ref AWS::Region }"),
    },
    {
      refuses: allow("Action: 5, Resource: '*'"),
      at: '8:38',
      accepts: allow("Action: [!Sub a, 's3:*'], Resource: '*'"),
    },
    {
      refuses: allow("Action: '*', Resource: '*', Condition: [a]"),
      at: '8:69',
      accepts: allow(
        "Action: '*', Resource: '*', Condition: !If [C, { Bool: { aws:SecureTransport: true } }, !Ref AWS::NoValue]",
      ).concat('Conditions: { C: !Equals [a, b] }\n'),
    },
    {
      refuses: allow("Action: '*', Resource: '*', Condition: { Bool: a }"),
      at: '8:77',
      accepts: allow("Action: '*', Resource: '*', Condition: { Bool: !Sub a }"),
    },
    { refuses: by('lambda.amazonaws.com'), at: '8:65', accepts: by("'*'") },
  ],
  TEMPLATE_POLICY_KEY: [
    {
      refuses: allow("Action: '*', Resource: '*', Resources: x"),
      at: '8:58',
      accepts: allow("Sid: '', Action: '*', Resource: '*'"),
    },
    {
      refuses: document(`{ Version: '2012-10-17', ${body}, Name: x }`),
      at: '5:108',
      accepts: document(`{ Version: '2012-10-17', Id: x, ${body} }`),
    },
    {
      refuses: by('{ Services: lambda.amazonaws.com }'),
      at: '8:67',
      accepts: by('{ Service: [lambda.amazonaws.com, !Sub x] }'),
    },
  ],
  TEMPLATE_POLICY_MISSING: [
    {
      refuses: document("{ Version: '2012-10-17' }"),
      at: '5:7',
      accepts: document(`{ Version: '2012-10-17', ${body} }`),
    },
    { refuses: policy("          - { Action: '*', Resource: '*' }\n"), at: '8:13', accepts: fine },
    { refuses: allow("Resource: '*'"), at: '8:13', accepts: allow("NotAction: '*', Resource: '*'") },
    { refuses: allow("Action: '*'"), at: '8:13', accepts: allow("Action: '*', NotResource: '*'") },
    { refuses: assume('Action: sts:AssumeRole'), at: '8:13', accepts: fineTrust },
  ],
  TEMPLATE_POLICY_EXCLUSIVE: [
    {
      refuses: allow("Action: '*', NotAction: '*', Resource: '*'"),
      at: '8:43',
      accepts: allow("Action: !Ref AWS::NoValue, NotAction: '*', Resource: '*'"),
    },
    {
      refuses: allow("Action: '*', NotResource: '*', Resource: '*'"),
      at: '8:61',
      accepts: allow(
        "Action: '*', NotResource: !If [C, '*', !Ref AWS::NoValue], Resource: !If [C, !Ref AWS::NoValue, '*']",
      ).concat('Conditions: { C: !Equals [a, b] }\n'),
    },
  ],
  TEMPLATE_POLICY_MISPLACED: [
    { refuses: allow("Action: '*', Resource: '*', Principal: '*'"), at: '8:58', accepts: fine },
    {
      refuses: assume("Action: sts:AssumeRole, Principal: '*', Resource: '*'"),
      at: '8:70',
      accepts: fineTrust,
    },
    { refuses: assume("Action: sts:AssumeRole, NotPrincipal: { AWS: '*' }"), at: '8:54', accepts: fineTrust },
  ],
  TEMPLATE_POLICY_EMPTY: [
    {
      refuses: allow("Action: [], Resource: '*'"),
      at: '8:38',
      accepts: allow("Action: !If [C, ['s3:*'], ['ec2:*']], Resource: '*'").concat(
        'Conditions: { C: !Equals [a, b] }\n',
      ),
    },
    {
      refuses: document("{ Version: '2012-10-17', Statement: [] }"),
      at: '5:59',
      accepts: document("{ Version: '2012-10-17', Statement: [!Ref AWS::NoValue] }"),
    },
    {
      refuses: allow("Action: '*', Resource: '*', Condition: { Bool: { aws:x: [] } }"),
      at: '8:86',
      accepts: allow("Action: '*', Resource: '*', Condition: {}"),
    },
  ],
  TEMPLATE_POLICY_VERSION: [
    {
      refuses: document(`{ Version: '2012-10-17T00:00:00.000Z', ${body} }`),
      at: '5:34',
      accepts: document(`{ Version: 2012-10-17, ${body} }`),
    },
    {
      refuses: document(`{ Version: !!timestamp 2012-10-17, ${body} }`),
      at: '5:46',
      accepts: document(`{ Version: !!str 2012-10-17, ${body} }`),
    },
    {
      refuses: document(`{ Version: 2012, ${body} }`),
      at: '5:34',
      accepts: document(`{ Version: !Ref AWS::Region, ${body} }`),
    },
  ],
  TEMPLATE_POLICY_VERSION_OLD: [
    { refuses: document(`{ ${body} }`), at: '5:7', accepts: document(`{ Version: 2012-10-17, ${body} }`) },
    {
      refuses: document(`{ Version: '2008-10-17', ${body} }`),
      at: '5:34',
      accepts: document(`{ Version: "2012-10-17", ${body} }`),
    },
  ],
  TEMPLATE_POLICY_EFFECT: {
    refuses: policy("          - { Effect: allow, Action: '*', Resource: '*' }\n"),
    at: '8:23',
    accepts: policy(
      "          - { Effect: !If [C, Deny, Allow], Action: '*', Resource: '*' }\nConditions: { C: !Equals [a, b] }\n",
    ),
  },
  TEMPLATE_POLICY_ACTION: [
    {
      refuses: allow("Action: GetObject, Resource: '*'"),
      at: '8:38',
      accepts: allow("Action: 's3:Get*', Resource: '*'"),
    },
    {
      refuses: allow("Action: ['s3:Get Object'], Resource: '*'"),
      at: '8:39',
      accepts: allow("Action: ['s3-object-lambda:?et*'], Resource: '*'"),
    },
  ],
  TEMPLATE_POLICY_RESOURCE: [
    {
      refuses: allow("Action: '*', Resource: my-bucket"),
      at: '8:53',
      accepts: allow("Action: '*', Resource: ['arn:aws:s3:::a', !Ref AWS::Region]"),
    },
    {
      refuses: allow("Action: '*', Resource: 'arn:aws:s3:a'"),
      at: '8:53',
      accepts: allow("Action: '*', Resource: 'arn:*'"),
    },
  ],
  TEMPLATE_POLICY_OPERATOR: {
    refuses: allow("Action: '*', Resource: '*', Condition: { StringEqual: { aws:x: a } }"),
    at: '8:71',
    accepts: allow(
      "Action: '*', Resource: '*', Condition: { 'ForAnyValue:StringNotLikeIfExists': { aws:x: a }, 'Null': { aws:y: true } }",
    ),
  },
  TEMPLATE_POLICY_CONDITION_KEY: {
    refuses: allow("Action: '*', Resource: '*', Condition: { Bool: { SourceIp: a } }"),
    at: '8:79',
    accepts: allow(
      "Action: '*', Resource: '*', Condition: { Bool: { 'token.actions.githubusercontent.com:sub': a } }",
    ),
  },
  TEMPLATE_POLICY_SID: {
    refuses: allow("Sid: read only, Action: '*', Resource: '*'"),
    at: '8:35',
    accepts: allow("Sid: 123, Action: '*', Resource: '*'"),
  },
  TEMPLATE_POLICY_SID_TWICE: {
    refuses: policy(
      "          - { Sid: A, Effect: Allow, Action: '*', Resource: '*' }\n          - { Sid: A, Effect: Deny, Action: '*', Resource: '*' }\n",
    ),
    at: '9:20',
    accepts: policy(
      "          - { Sid: A, Effect: Allow, Action: '*', Resource: '*' }\n          - { Sid: a, Effect: Deny, Action: '*', Resource: '*' }\n",
    ),
  },
  TEMPLATE_POLICY_SUB_MISSING: [
    {
      refuses: allow("Action: '*', Resource: 'arn:aws:s3:::${Policy}/*'"),
      at: '8:53',
      accepts: allow("Action: '*', Resource: 'arn:aws:s3:::${aws:username}/*'"),
    },
    {
      refuses: allow("Action: '*', Resource: 'arn:${AWS::Partition}:s3:::a'"),
      at: '8:53',
      accepts: allow("Action: '*', Resource: !Sub 'arn:${AWS::Partition}:s3:::a'"),
    },
  ],
  TEMPLATE_POLICY_TOO_LARGE: [
    { refuses: sized(6145 - overhead), at: '5:7', accepts: sized(6144 - overhead) },
    {
      refuses: withResources(inline('Group', 5121 - overhead)),
      at: '7:11',
      accepts: withResources(inline('Group', 5120 - overhead)),
    },
    {
      refuses: withResources(inline('User', 2049 - overhead)),
      at: '7:11',
      accepts: withResources(inline('User', 2048 - overhead)),
    },
    {
      refuses: withResources(inline('Group', 2560 - overhead) + attached(2561 - overhead)),
      at: '13:7',
      accepts: withResources(inline('Group', 2560 - overhead) + attached(2560 - overhead)),
    },
    { refuses: sizedTrust(2049 - trustOverhead), at: '5:7', accepts: sizedTrust(2048 - trustOverhead) },
    { refuses: sizedTrust(8193 - trustOverhead), at: '5:7', accepts: fineTrust },
  ],
  TEMPLATE_TRUST_ACTION: [
    {
      refuses: assume('Action: s3:GetObject, Principal: { Service: ec2.amazonaws.com }'),
      at: '8:38',
      accepts: assume('Action: [sts:AssumeRole, sts:TagSession], Principal: { Service: ec2.amazonaws.com }'),
    },
    {
      refuses: assume("Action: '*', Principal: { Service: ec2.amazonaws.com }"),
      at: '8:38',
      accepts: assume("Action: 'sts:AssumeRoleWith*', Principal: { Service: ec2.amazonaws.com }"),
    },
    {
      refuses: assume('Action: sts:GetCallerIdentity, Principal: { Service: ec2.amazonaws.com }'),
      at: '8:38',
      accepts: assume('Action: sts:SetContext, Principal: { Service: ec2.amazonaws.com }'),
    },
  ],
  TEMPLATE_PRINCIPAL_GROUP: [
    {
      refuses: by('{ AWS: "arn:aws:iam::123456789012:group/x" }'),
      at: '8:72',
      accepts: by('{ AWS: "arn:aws:iam::123456789012:role/group/x" }'),
    },
    {
      refuses: `${by('{ AWS: !GetAtt G.Arn }')}  G: { Type: AWS::IAM::Group }\n`,
      at: '8:72',
      accepts: `${by('{ AWS: !GetAtt U.Arn }')}  U: { Type: AWS::IAM::User }\n`,
    },
  ],
  TEMPLATE_PRINCIPAL_WILDCARD: [
    {
      refuses: by('{ AWS: "arn:aws:iam::123456789012:role/x*" }'),
      at: '8:72',
      accepts: by('{ AWS: ["*", "arn:aws:iam::123456789012:root"] }'),
    },
    {
      refuses: by('{ AWS: !Sub "arn:${AWS::Partition}:iam::123456789012:role/x-*" }'),
      at: '8:72',
      accepts: by('{ AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/x" }'),
    },
  ],
  TEMPLATE_PRINCIPAL_FORM: [
    {
      refuses: by('{ Service: lambda }'),
      at: '8:76',
      accepts: by('{ Service: !Sub "ec2.${AWS::URLSuffix}" }'),
    },
    { refuses: by('{ AWS: 012345678901 }'), at: '8:72', accepts: by('{ AWS: 123456789012 }') },
    { refuses: by('{ AWS: my-role }'), at: '8:72', accepts: by('{ AWS: AROAEXAMPLEEXAMPLE123 }') },
    {
      refuses: `${by('{ AWS: !Ref U }')}  U: { Type: AWS::IAM::User }\n`,
      at: '8:72',
      accepts: `${by('{ AWS: !Ref P }')}Parameters: { P: { Type: String } }\n`,
    },
  ],
}

describe('policy documents of IAM resources', () => {
  testCases(cases)
  testCases({
    // Two kinds of documents in one role: neither takes the other's grammar.
    TEMPLATE_POLICY_MISSING: {
      refuses: role(
        `      Policies: [{ PolicyName: a, PolicyDocument: { Version: '2012-10-17', Statement: { Effect: Allow, Action: '*' } } }]\n`,
      ),
      at: '8:76',
      accepts: role(
        `      Policies: [!If [C, { PolicyName: a, PolicyDocument: { Version: '2012-10-17', ${body} } }, !Ref AWS::NoValue]]\nConditions: { C: !Equals [a, b] }\n`,
      ),
    },
  })
})
