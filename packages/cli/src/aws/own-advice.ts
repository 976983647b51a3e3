import { changeSetFailureOf, isExplicitDeny } from '@sec/aws'
import { iamHintFor } from '@sec/aws/iam'
import { isProvisionerError, ProvisionerError } from '@sec/common'

const operatorPolicy = 'have the policy attached that `export-iam-policy` writes for this config'

const assumedRole =
  'look at the role that the profile or the environment names: whom its trust policy lets in, and what they must bring'

/** What to do in SEC's words: @sec/aws knows neither the config nor the actions. From its hint to ours, by code. */
const ownAdvice: Readonly<Record<string, (hint: string) => string>> = {
  AWS_DENIED: () => operatorPolicy,
  AWS_WRONG_ACCOUNT: (hint) => `${hint}, or correct "client.account_id" in the config`,
  AWS_TERMINATION_PROTECTED: (hint) =>
    `set "deployment.termination_protection: false" in the config and deploy, or ${hint}`,
  DEPLOY_NEEDS_BUCKET: (hint) => `with "deployment.template_bucket" in the config, ${hint}`,
  BUCKET_PARAMETER_MISSING: (hint) => `${hint}; "deployment.template_bucket" in the config has the path`,
  BUCKET_NAME_FORM: (hint) =>
    `at "deployment.template_bucket" in the config, or in the parameter that it names, ${hint}`,
  AWS_BUCKET_MISSING: (hint) => `${hint} at "deployment.template_bucket" in the config`,
  AWS_BUCKET_ELSEWHERE: (hint) => `${hint} as "deployment.template_bucket" in the config`,
  AWS_BUCKET_OWNER: (hint) => `${hint}, as the policy does that \`export-iam-policy\` writes for this config`,
}

/** SEC's advice on a code, made of the hint that the error came with; that hint itself where SEC knows no better. */
export function adviceOn(code: string, hint: string): string {
  return ownAdvice[code]?.(hint) ?? hint
}

/** What to do about an error, in SEC's words. */
export function adviceFor(error: ProvisionerError): string {
  const { code, hint, cause, message } = error
  // No policy of ours undoes what another one forbids.
  if (isExplicitDeny(error)) return hint
  // No action assumes a role: only credentials are got so.
  if (code === 'AWS_DENIED' && /\bsts:AssumeRole/.test(message)) return assumedRole
  const failure = changeSetFailureOf(error)
  if (failure) return iamHintFor(failure.rawReason) || hint
  // Some hints begin with that of what went wrong beneath.
  const isRepeated = isProvisionerError(cause) && cause.hint !== '' && hint.startsWith(cause.hint)
  return isRepeated ? `${adviceFor(cause)}${hint.slice(cause.hint.length)}` : adviceOn(code, hint)
}

/** The same error with SEC's advice. */
export function withOwnAdvice(error: ProvisionerError): ProvisionerError {
  const { kind, code, message, cause, stack } = error
  const own = new ProvisionerError(kind, code, message, { hint: adviceFor(error), cause })
  // The log tells where it came from.
  return Object.assign(own, { stack })
}
