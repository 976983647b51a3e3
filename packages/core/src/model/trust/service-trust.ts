import type { IssuePath } from '@sec/common'
import type { Conditions, Statement } from '@sec/common/iam'
import { serviceSid, shortService } from '../../names/service-principals.js'
import type { BuildContext } from '../build-context.js'
import type { StatementModel } from '../model.js'

/** How a service takes part in the protection against the confused deputy. */
interface ServiceTrust {
  /** Documented or proven to send `aws:SourceAccount`; otherwise the `IfExists` form stands, which never breaks. */
  readonly sendsSourceAccount: boolean
  /** Pattern of `aws:SourceArn`, where the service documents one. */
  readonly sourceArn?: string
  /** Actions beside `sts:AssumeRole`. */
  readonly actions?: readonly string[]
}

const arn = (service: string, resource: string) =>
  `arn:\${partition}:${service}:\${region}:\${account_id}:${resource}`

/**
 * What each service sends when it assumes a role. AWS publishes no list: a service that is not here gets the
 * `IfExists` form.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html | The confused deputy}; the page
 *   of each service is named in `docs/trust.md`.
 */
const services: Readonly<Record<string, ServiceTrust>> = {
  // Source identity lets a Studio domain name the person in CloudTrail (ExecutionRoleIdentityConfig).
  sagemaker: {
    sendsSourceAccount: true,
    sourceArn: arn('sagemaker', '*'),
    actions: ['sts:SetSourceIdentity'],
  },
  codebuild: { sendsSourceAccount: true, sourceArn: arn('codebuild', 'project/${prefix}-*') },
  codepipeline: { sendsSourceAccount: true },
  states: { sendsSourceAccount: true, sourceArn: arn('states', 'stateMachine:*') },
  events: { sendsSourceAccount: true, sourceArn: arn('events', 'rule/*') },
  scheduler: { sendsSourceAccount: true, sourceArn: arn('scheduler', 'schedule-group/*') },
  bedrock: { sendsSourceAccount: true, sourceArn: arn('bedrock', '*') },
  'ecs-tasks': { sendsSourceAccount: true, sourceArn: arn('ecs', '*') },
}

/** One statement for each service: a condition must hold for its principal alone. */
export function buildServiceTrust(
  principals: readonly string[],
  path: IssuePath,
  context: BuildContext,
): StatementModel[] {
  return principals.map((principal) => {
    const trust = services[shortService(principal)] ?? { sendsSourceAccount: false }
    const statement: Statement = {
      Sid: serviceSid(principal),
      Effect: 'Allow',
      Principal: { Service: principal },
      Action: ['sts:AssumeRole', ...(trust.actions ?? [])],
      Condition: conditionsOf(trust, context),
    }
    return { statement, origin: { kind: 'config', path } }
  })
}

function conditionsOf(trust: ServiceTrust, { resolver }: BuildContext): Conditions {
  const account = { 'aws:SourceAccount': resolver.text('${account_id}') }
  if (!trust.sendsSourceAccount) return { StringEqualsIfExists: account }
  if (trust.sourceArn === undefined) return { StringEquals: account }
  return { StringEquals: account, ArnLike: { 'aws:SourceArn': resolver.text(trust.sourceArn) } }
}
