import { defineAction, defineProvisioner, type FlagTable, main, type Provisioner } from '@sec/common/cli'
import { secFlags } from './flags.js'

/** The local actions; each loads what it needs when it runs. */
const localActions = [
  defineAction(secFlags, {
    name: 'validate-config',
    summary: 'check a config by every rule, all faults in one run',
    safety: 'local',
    config: 'required',
    run: async (options, context) =>
      (await import('./actions/model-actions.js')).validateConfig(options, context),
  }),
  defineAction(secFlags, {
    name: 'create-prov-template',
    summary: 'write the CloudFormation template of a config',
    safety: 'local',
    config: 'required',
    run: async (options, context) =>
      (await import('./actions/model-actions.js')).createProvTemplate(options, context),
  }),
  defineAction(secFlags, {
    name: 'validate-prov-template',
    summary: 'check a template file, or the one written for the config',
    safety: 'local',
    config: 'unless-argument',
    argument: 'file',
    run: async (options, context) =>
      (await import('./actions/validate-prov-template.js')).validateProvTemplate(options, context),
  }),
  defineAction(secFlags, {
    name: 'export-iam-policy',
    summary: 'write the policy that an operator of this config needs',
    safety: 'local',
    config: 'required',
    run: async (options, context) =>
      (await import('./actions/export-iam-policy.js')).exportIamPolicy(options, context),
  }),
  defineAction(secFlags, {
    name: 'export-service-policies',
    summary: 'write one JSON policy for each level in use',
    safety: 'local',
    config: 'required',
    run: async (options, context) =>
      (await import('./actions/model-actions.js')).exportServicePolicies(options, context),
  }),
  defineAction(secFlags, {
    name: 'export-groups',
    summary: 'write one JSON file for each group',
    safety: 'local',
    config: 'required',
    run: async (options, context) =>
      (await import('./actions/model-actions.js')).exportGroupFiles(options, context),
  }),
  defineAction(secFlags, {
    name: 'export-roles',
    summary: 'write one JSON file for each role',
    safety: 'local',
    config: 'required',
    run: async (options, context) =>
      (await import('./actions/model-actions.js')).exportRoleFiles(options, context),
  }),
]

const revertDrift = {
  'revert-drift': { kind: 'switch', summary: 'bring back what was changed behind the stack as well' },
} as const satisfies FlagTable

/** The actions that call AWS. */
const awsActions = [
  defineAction(secFlags, {
    name: 'show-changes',
    summary: 'show what a deployment would change, and leave nothing behind',
    safety: 'read-only',
    config: 'required',
    options: revertDrift,
    run: async (options, context) => (await import('./actions/aws-actions.js')).showChanges(options, context),
  }),
  defineAction(secFlags, {
    name: 'check-drift',
    summary: 'compare what is deployed with what is there',
    safety: 'read-only',
    config: 'required',
    run: async (options, context) => (await import('./actions/aws-actions.js')).checkDrift(options, context),
  }),
  defineAction(secFlags, {
    name: 'test-deploy',
    summary: 'deploy everything under random names, verify it, remove it',
    safety: 'mutating',
    config: 'required',
    options: { keep: { kind: 'switch', summary: 'leave the test stack there' } },
    run: async (options, context) => (await import('./actions/aws-actions.js')).testDeploy(options, context),
  }),
  defineAction(secFlags, {
    name: 'deploy',
    summary: 'show the changes, ask, carry them out, publish the parameters',
    safety: 'mutating',
    config: 'required',
    options: revertDrift,
    run: async (options, context) => (await import('./actions/aws-actions.js')).deploy(options, context),
  }),
  defineAction(secFlags, {
    name: 'delete-stack',
    summary: 'say what will go, ask, delete the stack and its parameters',
    safety: 'mutating',
    config: 'required',
    run: async (options, context) =>
      (await import('./actions/aws-actions.js')).deleteEstate(options, context),
  }),
]

/**
 * The command-line program of SEC Provisioner.
 *
 * @param version - What `--version` answers: that of the package which people install.
 */
export function createSecProvisioner(version: string): Provisioner {
  return defineProvisioner({
    name: 'sec-provisioner',
    version,
    summary: 'One YAML file in; a least-privilege AWS IAM estate for a machine-learning team out.',
    options: secFlags,
    actions: [...localActions, ...awsActions],
    examples: [
      'sec-provisioner validate-config --config enterprise-12.yaml',
      'sec-provisioner create-prov-template --config enterprise-12.yaml --out out',
      'sec-provisioner show-changes --config enterprise-12.yaml --profile platform',
      'sec-provisioner deploy --config enterprise-12.yaml --profile platform',
      'sec-provisioner validate-prov-template templates/some-template.yaml --format json',
    ],
  })
}

/** Runs the program on the real process; see {@link createSecProvisioner}. */
export function runSecProvisioner(version: string): Promise<void> {
  // The SDK would write about Node's versions between our own lines.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  return main(createSecProvisioner(version))
}
