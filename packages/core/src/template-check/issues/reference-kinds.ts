import { didYouMean, issueKind } from '@sec/common'
import type { Found } from './found.js'

/** Faults of functions, and of names that they refer to. */
export const referenceKinds = {
  TEMPLATE_UNKNOWN_REFERENCE: issueKind<Found & { function: string; expected: string }>({
    severity: 'error',
    meaning: 'Ref, Fn::GetAtt, Fn::Sub or DependsOn names something that the template does not have.',
    message: ({ found, function: name, expected, nearest }) =>
      `${name} names ${found}, which is no ${expected} of this template${didYouMean(nearest)}`,
    hint: ({ function: name }) =>
      name === 'Fn::Sub'
        ? 'mend the name; text that is to keep its braces is written with an exclamation mark behind "${"'
        : 'mend the name, or add what it means',
    sample: {
      function: 'Ref',
      found: '"Buckt"',
      expected: 'parameter or resource',
      nearest: 'Bucket',
    },
  }),
  TEMPLATE_UNKNOWN_ATTRIBUTE: issueKind<Found & { type: string; known: readonly string[] }>({
    severity: 'error',
    meaning: 'Fn::GetAtt or Fn::Sub names an attribute that the resource type does not have.',
    message: ({ found, type, nearest }) => `${type} has no attribute ${found}${didYouMean(nearest)}`,
    hint: ({ known, type }) =>
      known.length === 0 ? `${type} has no attributes; use Ref` : `its attributes are ${known.join(', ')}`,
    sample: { found: '"ARN"', type: 'AWS::IAM::Role', nearest: 'Arn', known: ['Arn', 'RoleId'] },
  }),
  TEMPLATE_UNKNOWN_CONDITION: issueKind<Found>({
    severity: 'error',
    meaning: 'A Condition or Fn::If names a condition that the template does not have.',
    message: ({ found, nearest }) => `there is no condition ${found} in this template${didYouMean(nearest)}`,
    hint: () => 'mend the name, or add the condition under "Conditions"',
    sample: { found: '"IsProd"', nearest: 'IsProduction' },
  }),
  TEMPLATE_CONDITION_REFERENCE: issueKind<{ name: string }>({
    severity: 'error',
    meaning: 'A condition refers to a resource, which does not exist yet when conditions are evaluated.',
    message: ({ name }) => `a condition refers to the resource "${name}"`,
    hint: () => 'refer to parameters, mappings, pseudo parameters and other conditions only',
    sample: { name: 'Role' },
  }),
  TEMPLATE_CYCLE: issueKind<{ chain: readonly string[] }>({
    severity: 'error',
    meaning: 'Resources refer to each other in a circle, so that none of them can be created first.',
    message: ({ chain }) => `resources refer to each other in a circle: ${chain.join(' -> ')}`,
    hint: () => 'build one of the ARNs from the name instead, or move a permission into a policy of its own',
    sample: { chain: ['A', 'B', 'A'] },
  }),
  TEMPLATE_CONDITION_CYCLE: issueKind<{ chain: readonly string[] }>({
    severity: 'error',
    meaning: 'Conditions refer to each other in a circle.',
    message: ({ chain }) => `conditions refer to each other in a circle: ${chain.join(' -> ')}`,
    hint: () => 'write one of them without the others',
    sample: { chain: ['IsProd', 'IsLive', 'IsProd'] },
  }),
  TEMPLATE_FUNCTION_ARGUMENTS: issueKind<{ function: string; found: string; expected: string }>({
    severity: 'error',
    meaning: 'A function has a wrong number or shape of arguments.',
    message: ({ function: name, found, expected }) => `${name} has ${found}, expected ${expected}`,
    hint: ({ function: name, expected }) => `give ${name} ${expected}`,
    sample: {
      function: 'Fn::If',
      found: 'a list of 2',
      expected: 'a condition name and two values',
    },
  }),
  TEMPLATE_FUNCTION_WITH_SIBLINGS: issueKind<{ function: string; siblings: readonly string[] }>({
    severity: 'error',
    meaning: 'A function stands in a map with other keys, and would not be evaluated.',
    message: ({ function: name, siblings }) =>
      `${name} stands beside ${siblings.join(', ')}, expected it alone in its map`,
    hint: ({ function: name }) => `move ${name} below a key of its own, or remove the other keys`,
    sample: { function: 'Fn::Sub', siblings: ['Name'] },
  }),
  TEMPLATE_UNKNOWN_FUNCTION: issueKind<Found>({
    severity: 'error',
    meaning: 'A function is none that CloudFormation knows, and no macro is used that could know it.',
    message: ({ found, nearest }) => `there is no function ${found}${didYouMean(nearest)}`,
    hint: () => 'mend the name; in the short form it stands behind "!" without "Fn::"',
    sample: { found: 'Fn::Jion', nearest: 'Fn::Join' },
  }),
  TEMPLATE_NEEDS_TRANSFORM: issueKind<{ function: string }>({
    severity: 'error',
    meaning: 'A function of AWS::LanguageExtensions is used in a template without that transform.',
    message: ({ function: name }) => `${name} needs the transform AWS::LanguageExtensions`,
    hint: () => "add Transform: 'AWS::LanguageExtensions' at the top of the template",
    sample: { function: 'Fn::ToJsonString' },
  }),
  TEMPLATE_SUB_VARIABLE: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A variable of Fn::Sub has characters that CloudFormation does not take, or is not closed.',
    message: ({ found }) =>
      `${found} is no variable of Fn::Sub, expected letters, digits, "_", "." and "::" between braces`,
    hint: () =>
      'mend the name; text that is to keep its braces is written with an exclamation mark behind "${"',
    sample: { found: '"${name%%.*}"' },
  }),
  TEMPLATE_UNKNOWN_MAPPING: issueKind<Found>({
    severity: 'error',
    meaning: 'Fn::FindInMap names a mapping that the template does not have.',
    message: ({ found, nearest }) => `there is no mapping ${found} in this template${didYouMean(nearest)}`,
    hint: () => 'mend the name, or add the mapping under "Mappings"',
    sample: { found: '"Region"', nearest: 'Regions' },
  }),
  TEMPLATE_UNKNOWN_MAP_KEY: issueKind<Found & { mapping: string }>({
    severity: 'error',
    meaning: 'Fn::FindInMap names a key that the mapping does not have.',
    message: ({ found, mapping, nearest }) =>
      `the mapping "${mapping}" has no key ${found}${didYouMean(nearest)}`,
    hint: () => 'mend the key, or add it to the mapping',
    sample: { found: '"eu-west-1"', mapping: 'Regions', nearest: 'eu-west-2' },
  }),
} as const
