import { counted, issueKind, suggestion } from '@sec/common'
import { kindWord } from './words.js'

/** Faults of tier, region, profile and deployment. */
export const tierIssueKinds = {
  TIER_VERSION_MISMATCH: issueKind<{ name: string; version: string; expected: string }>({
    severity: 'error',
    meaning: '`tier.version` belongs to another tier than `tier.name`.',
    message: ({ name, version, expected }) =>
      `the version "${version}" does not belong to the tier "${name}", expected "${expected}"`,
    hint: ({ expected }) => `write version: ${expected}, or change the name`,
    sample: { name: 'startup', version: 'medium-10', expected: 'startup-5' },
  }),
  TIER_PINNED: issueKind<{ version: string; pinned: string }>({
    severity: 'error',
    meaning: 'This build, or this run (`SEC_PROVISIONER_TIER`), takes configs of one tier only.',
    message: ({ version, pinned }) =>
      `this is a config of tier "${version}", and only "${pinned}" is taken here`,
    hint: ({ pinned }) => `use a config of ${pinned}, or a build for this tier`,
    sample: { version: 'enterprise-12', pinned: 'startup-5' },
  }),
  TIER_PIN_UNKNOWN: issueKind<{ pinned: string; known: readonly string[] }>({
    severity: 'error',
    meaning: 'The tier pinned by the build or by `SEC_PROVISIONER_TIER` is no tier version.',
    message: ({ pinned, known }) =>
      `the pinned tier "${pinned}" is unknown, expected one of ${known.join(', ')}${suggestion(pinned, known)}`,
    hint: () => 'set SEC_PROVISIONER_TIER to a tier version, or unset it',
    sample: { pinned: 'startup', known: ['startup-5', 'medium-10', 'enterprise-12'] },
  }),
  TIER_CAP: issueKind<{ kind: string; count: number; limit: number; tier: string; version: string }>({
    severity: 'error',
    meaning:
      'More entries of a kind are enabled than the tier takes. The issue stands at the first one beyond.',
    message: ({ kind, count, limit, tier }) =>
      `${counted(count, kindWord(kind))} ${count === 1 ? 'is' : 'are'} enabled, but the tier "${tier}" takes ${limit === 0 ? 'none' : `at most ${limit}`}`,
    hint: ({ kind, limit, version }) =>
      `${limit === 0 ? `write ${kind}: [] in` : `name at most ${limit} in the list ${kind} of`} security.security_profiles.${version}, or move to a larger tier`,
    sample: { kind: 'iam_groups', count: 6, limit: 5, tier: 'startup', version: 'startup-5' },
  }),
  BUCKET_MISSING: issueKind<{ tier: string }>({
    severity: 'error',
    meaning:
      'Templates of this tier pass 51,200 bytes and go through a bucket, which the config does not name.',
    message: ({ tier }) =>
      `the key "template_bucket" is missing, expected a bucket name, which the tier "${tier}" needs`,
    hint: () => 'add deployment.template_bucket with the name of an existing bucket',
    sample: { tier: 'enterprise' },
  }),
  REGION_UNKNOWN: issueKind<{ region: string; known: readonly string[]; date: string }>({
    severity: 'error',
    meaning: 'The region is not in the shipped list.',
    message: ({ region, known, date }) =>
      `the region "${region}" is not in the list of regions of ${date}${suggestion(region, known)}`,
    hint: () => 'check the spelling; a region newer than the list comes with the next release',
    sample: { region: 'us-west-9', known: ['us-west-1', 'us-west-2'], date: '2026-11-01' },
  }),
  OTHER_PARTITION: issueKind<{ found: string; expected: string; region: string }>({
    severity: 'error',
    meaning: 'An ARN belongs to another partition than the region.',
    message: ({ found, expected, region }) =>
      `the ARN is of the partition "${found}", expected "${expected}", to which ${region} belongs`,
    hint: ({ expected }) => `write arn:${expected}:..., or in statements arn:\${partition}:...`,
    sample: { found: 'aws', expected: 'aws-cn', region: 'cn-north-1' },
  }),
  OTHER_ACCOUNT: issueKind<{ found: string; expected: string; what: string }>({
    severity: 'error',
    meaning: 'Something that must be in the account of the config is named in another account.',
    message: ({ found, expected, what }) => `${what} is in the account ${found}, expected ${expected}`,
    hint: () => 'name one in the account of client.account_id, or correct that id',
    sample: { found: '444455556666', expected: '111122223333', what: 'the service role' },
  }),
  GROUPS_ONLY: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: '`security_model: groups-only` stands beside assumable roles.',
    message: () => 'assumable roles stand beside security_model: groups-only',
    hint: () => 'take out assumable_roles, or write security_model: roles-based',
    sample: {},
  }),
  NOTHING_ENABLED: issueKind<Record<string, never>>({
    severity: 'error',
    meaning: 'No group and no role is enabled, so that there is nothing to make.',
    message: () => 'no group and no role is enabled, expected at least one',
    hint: () => 'add a group, or enable one in the active security profile',
    sample: {},
  }),
} as const
