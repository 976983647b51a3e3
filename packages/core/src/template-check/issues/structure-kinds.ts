import { didYouMean, issueKind } from '@sec/common'
import type { Found } from './found.js'

type None = Record<string, never>

/** Faults of a template's sections, limits and parameters. */
export const structureKinds = {
  TEMPLATE_TOO_LARGE: issueKind<{ bytes: number; limitBytes: number }>({
    severity: 'error',
    meaning: 'The template is larger than CloudFormation reads, from a bucket too. It was not looked at.',
    message: ({ bytes, limitBytes }) => `the template has ${bytes} bytes, at most ${limitBytes} are allowed`,
    hint: () => 'divide the template into nested stacks, or write it as minified JSON',
    sample: { bytes: 1_200_000, limitBytes: 1_048_576 },
  }),
  TEMPLATE_INLINE_SIZE: issueKind<{ bytes: number; limitBytes: number }>({
    severity: 'info',
    meaning: 'The template is too large for the call itself; CloudFormation takes it from an S3 bucket.',
    message: ({ bytes, limitBytes }) =>
      `the template has ${bytes} bytes; above ${limitBytes} it is read only from an S3 bucket`,
    hint: () => 'put the template into a bucket and give its address (TemplateURL)',
    sample: { bytes: 60_000, limitBytes: 51_200 },
  }),
  TEMPLATE_EMPTY: issueKind<None>({
    severity: 'error',
    meaning: 'The text holds nothing but white space and comments.',
    message: () => 'the file is empty, expected a CloudFormation template',
    hint: () => 'check that this is the right file; a template has at least a Resources section',
    sample: {},
  }),
  TEMPLATE_NOT_A_MAP: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'The top of the text is a list or a single value, not a map of sections.',
    message: ({ found }) => `found ${found} at the top, expected the sections of a CloudFormation template`,
    hint: () => 'check that this is the right file; a template has at least a Resources section',
    sample: { found: 'a list' },
  }),
  TEMPLATE_ALIAS: issueKind<None>({
    severity: 'warning',
    meaning:
      'The template uses YAML aliases or merge keys. CloudFormation refuses them; `aws cloudformation package` and SAM resolve them first.',
    message: () => 'an alias or merge key stands here, which CloudFormation itself refuses',
    hint: () => 'write the value out, or deploy the template through `aws cloudformation package`',
    sample: {},
  }),
  TEMPLATE_NULL: issueKind<{ key: string }>({
    severity: 'error',
    meaning: 'A key or list item has no value; CloudFormation refuses null everywhere in a template.',
    message: ({ key }) => `${key} has no value; CloudFormation allows no null in a template`,
    hint: ({ key }) => `give ${key} a value or remove it`,
    sample: { key: '"Policies"' },
  }),
  TEMPLATE_UNKNOWN_SECTION: issueKind<Found>({
    severity: 'error',
    meaning: 'The template has a top-level section that CloudFormation does not know; case matters.',
    message: ({ found, nearest }) => `there is no template section ${found}${didYouMean(nearest)}`,
    hint: () => 'rename or remove the section; notes belong into Metadata or comments',
    sample: { found: '"Resource"', nearest: 'Resources' },
  }),
  TEMPLATE_FORMAT_VERSION: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'AWSTemplateFormatVersion has one valid value.',
    message: ({ found }) => `found ${found} as AWSTemplateFormatVersion, expected "2010-09-09"`,
    hint: () => "write AWSTemplateFormatVersion: '2010-09-09', or remove the line",
    sample: { found: 'the text "2012-10-17"' },
  }),
  TEMPLATE_NO_RESOURCES: issueKind<None>({
    severity: 'error',
    meaning: 'A template needs a Resources section with at least one resource.',
    message: () => 'the template has no resources, expected at least one under "Resources"',
    hint: () => 'add a resource, or check that this is the right file',
    sample: {},
  }),
  TEMPLATE_WRONG_SHAPE: issueKind<{ what: string; found: string; expected: string }>({
    severity: 'error',
    meaning: 'A part of the template is a list, map or single value where another is needed.',
    message: ({ what, found, expected }) => `found ${found} as ${what}, expected ${expected}`,
    hint: ({ what, expected }) => `write ${what} as ${expected}`,
    sample: { what: 'Resources', found: 'a list', expected: 'a map' },
  }),
  TEMPLATE_KEY_UNKNOWN: issueKind<Found & { what: string }>({
    severity: 'error',
    meaning: 'A resource, parameter or output has a key that CloudFormation does not know; case matters.',
    message: ({ found, what, nearest }) => `${what} has no key ${found}${didYouMean(nearest)}`,
    hint: ({ what }) =>
      what === 'a resource'
        ? 'put properties of the resource below Properties; remove other keys'
        : 'rename or remove the key',
    sample: { found: '"Propertys"', what: 'a resource', nearest: 'Properties' },
  }),
  TEMPLATE_KEY_MISSING: issueKind<{ what: string; key: string }>({
    severity: 'error',
    meaning: 'A resource, parameter, output or export lacks a key that it needs.',
    message: ({ what, key }) => `${what} has no ${key}`,
    hint: ({ key }) => `add ${key}`,
    sample: { what: 'the resource "Team"', key: 'Type' },
  }),
  TEMPLATE_LOGICAL_ID: issueKind<{ found: string; what: string }>({
    severity: 'error',
    meaning:
      'Names of resources, parameters, outputs and mappings have letters and digits only, 255 at most.',
    message: ({ found, what }) => `${found} is no name for ${what}, expected 1 to 255 letters and digits`,
    hint: () => 'use letters and digits only, such as TeamRole',
    sample: { found: '"team-role"', what: 'a resource' },
  }),
  TEMPLATE_ID_TWICE: issueKind<{ name: string }>({
    severity: 'error',
    meaning: 'A resource has the name of a parameter; a Ref could mean both.',
    message: ({ name }) => `the resource "${name}" has the name of a parameter`,
    hint: () => 'rename one of the two',
    sample: { name: 'Role' },
  }),
  TEMPLATE_TOO_MANY: issueKind<{ what: string; count: number; limit: number }>({
    severity: 'error',
    meaning: 'The template has more resources, outputs, parameters or mappings than CloudFormation allows.',
    message: ({ what, count, limit }) => `the template has ${count} ${what}, at most ${limit} are allowed`,
    hint: () => 'divide the template into several stacks',
    sample: { what: 'resources', count: 501, limit: 500 },
  }),
  TEMPLATE_DESCRIPTION_TOO_LONG: issueKind<{ bytes: number; limitBytes: number }>({
    severity: 'error',
    meaning: 'The description of the template is too long.',
    message: ({ bytes, limitBytes }) =>
      `the description has ${bytes} bytes, at most ${limitBytes} are allowed`,
    hint: () => 'shorten the description; longer notes belong into Metadata or comments',
    sample: { bytes: 1100, limitBytes: 1024 },
  }),
  TEMPLATE_RESOURCE_TYPE: issueKind<Found>({
    severity: 'error',
    meaning: 'The type of a resource is no type name, or no type of IAM.',
    message: ({ found, nearest }) => `${found} is no resource type${didYouMean(nearest)}`,
    hint: () => 'write a type such as AWS::IAM::Role',
    sample: { found: '"AWS::IAM::Roles"', nearest: 'AWS::IAM::Role' },
  }),
  TEMPLATE_ATTRIBUTE_VALUE: issueKind<{ key: string; found: string; known: readonly string[] }>({
    severity: 'error',
    meaning: 'DeletionPolicy or UpdateReplacePolicy has a value that CloudFormation does not know.',
    message: ({ key, found, known }) => `found ${found} as ${key}, expected one of ${known.join(', ')}`,
    hint: ({ known }) => `write one of ${known.join(', ')}`,
    sample: { key: 'DeletionPolicy', found: 'the text "Keep"', known: ['Delete', 'Retain'] },
  }),
  TEMPLATE_PARAMETER_TYPE: issueKind<Found>({
    severity: 'error',
    meaning: 'The type of a parameter is none that CloudFormation knows.',
    message: ({ found, nearest }) => `${found} is no parameter type${didYouMean(nearest)}`,
    hint: () => 'use String, Number, CommaDelimitedList or a type such as AWS::EC2::VPC::Id',
    sample: { found: '"string"', nearest: 'String' },
  }),
  TEMPLATE_PARAMETER_DEFAULT: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'The default of a parameter breaks the parameter’s own type, allowed values, pattern or range.',
    message: ({ found, expected }) => `found ${found} as default, expected ${expected}`,
    hint: () => 'change the default or what the parameter allows',
    sample: { found: 'the text "test"', expected: 'one of dev, prod' },
  }),
  TEMPLATE_PARAMETER_UNUSED: issueKind<{ name: string }>({
    severity: 'warning',
    meaning: 'A parameter is declared and nothing refers to it.',
    message: ({ name }) => `the parameter "${name}" is used nowhere`,
    hint: () => 'remove the parameter, or refer to it',
    sample: { name: 'VpcId' },
  }),
  TEMPLATE_PATTERN: issueKind<{ found: string; reason: string }>({
    severity: 'error',
    meaning: 'AllowedPattern of a parameter is no regular expression.',
    message: ({ found, reason }) => `${found} is no regular expression: ${reason}`,
    hint: () => 'mend the pattern; a backslash is doubled in JSON and in YAML’s double quotes',
    sample: { found: '"[a-z"', reason: 'missing ]' },
  }),
  TEMPLATE_MAPPING: issueKind<{ found: string; expected: string }>({
    severity: 'error',
    meaning: 'A mapping has two levels of keys and then a value: text, number, boolean or list.',
    message: ({ found, expected }) => `found ${found} in a mapping, expected ${expected}`,
    hint: () => 'a mapping has two levels of keys, then a value that is no function',
    sample: { found: 'the text "x"', expected: 'a map of second-level keys' },
  }),
  TEMPLATE_CONDITION_SHAPE: issueKind<{ found: string }>({
    severity: 'error',
    meaning: 'A condition is one of the condition functions.',
    message: ({ found }) =>
      `found ${found} as a condition, expected Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition`,
    hint: () => 'write the condition with one of the condition functions, such as Fn::Equals',
    sample: { found: 'the text "true"' },
  }),
} as const
