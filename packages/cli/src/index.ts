export { createSecProvisioner, runSecProvisioner } from './cli.js'
export { type SecOptions, secFlags } from './flags.js'
export { secCliIssue, secCliIssueKinds } from './sec-cli-issues.js'
