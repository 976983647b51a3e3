import { issueKind } from '@sec/common'

/** Faults of `extends`. */
export const extendsIssueKinds = {
  EXTENDS_MALFORMED: issueKind<{ found: string }>({
    severity: 'error',
    meaning: '`extends` is neither a path nor a list of paths.',
    message: ({ found }) => `found ${found}, expected the path of a config, or a list of paths`,
    hint: () => 'write extends: ../base.yaml',
    sample: { found: 'a map' },
  }),
  EXTENDS_NOT_FOUND: issueKind<{ reference: string; reason: string }>({
    severity: 'error',
    meaning: 'The config that this one is laid over cannot be had.',
    message: ({ reference, reason }) => `the config "${reference}" cannot be read: ${reason}`,
    hint: () => 'paths in `extends` are relative to the config that names them',
    sample: { reference: '../base.yaml', reason: 'there is no such file' },
  }),
  EXTENDS_CIRCLE: issueKind<{ chain: string }>({
    severity: 'error',
    meaning: 'Configs extend each other in a circle.',
    message: ({ chain }) => `the configs extend each other in a circle: ${chain}`,
    hint: () => 'take one of these `extends` out',
    sample: { chain: 'prod.yaml -> base.yaml -> prod.yaml' },
  }),
} as const
