import { type CommonFlags, choice, type FlagTable, type OptionsOf } from '@sec/common/cli'

/** The flags of every action of SEC Provisioner, beside the common ones. */
export const secFlags = {
  'policy-templates': {
    kind: 'list',
    value: '<dir>',
    summary: 'folder with more policy templates, as <service>/<level>.yaml',
  },
  portable: { kind: 'switch', summary: 'pseudo parameters in place of account, region and partition' },
  'template-format': choice(['yaml', 'json', 'json-min'], 'how the template is written'),
  'fail-on-changes': { kind: 'switch', summary: 'changes are exit code 4, for actions that find them' },
} as const satisfies FlagTable

/** The options that every action of SEC Provisioner gets. */
export type SecOptions = OptionsOf<CommonFlags & typeof secFlags>
