import { defineAction, defineProvisioner, main, type Provisioner } from '@sec/common/cli'
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
    actions: localActions,
    examples: [
      'sec-provisioner validate-config --config enterprise-12.yaml',
      'sec-provisioner create-prov-template --config enterprise-12.yaml --out out',
      'sec-provisioner validate-prov-template templates/some-template.yaml --format json',
    ],
  })
}

/** Runs the program on the real process; see {@link createSecProvisioner}. */
export function runSecProvisioner(version: string): Promise<void> {
  return main(createSecProvisioner(version))
}
