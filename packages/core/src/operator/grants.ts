import type { SecModel } from '../model/model.js'
import { attachGrants } from './attach-fence.js'
import type { ResourceKind } from './aws-call.js'
import { conditionOf } from './conditions.js'
import type { Grant } from './grant.js'
import { resourcesOf } from './resources.js'

const sids: Readonly<Record<ResourceKind, string>> = {
  nothing: 'Nothing',
  any: 'WithoutResource',
  stack: 'Stack',
  'test-stack': 'TestStack',
  'change-set': 'ChangeSets',
  'service-role': 'PassServiceRole',
  'template-bucket': 'TemplateBucket',
  'template-bucket-name': 'TemplateBucketName',
  template: 'Templates',
  'template-key': 'TemplateKey',
  parameter: 'Parameters',
  'parameter-path': 'ParameterPath',
  group: 'Groups',
  'test-group': 'TestGroups',
  role: 'Roles',
  'test-role': 'TestRoles',
  policy: 'Policies',
  'test-policy': 'TestPolicies',
}

/** Actions that give a role power: with a boundary in the config they are allowed on a bounded role only. */
const boundedActions = ['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:PutRolePolicy']
const setBoundary = 'iam:PutRolePermissionsBoundary'
const dropBoundary = 'iam:DeleteRolePermissionsBoundary'

/**
 * What an action may reach on one kind of resource; nothing, when the estate has no such resource.
 *
 * @see {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html | Delegating with permissions boundaries}
 */
export function grantsOf(action: string, kind: ResourceKind, model: SecModel): readonly Grant[] {
  const grants = isRoleFence(action, kind)
    ? roleGrants(action, kind, model)
    : plainGrants(action, kind, model)
  return grants.filter(({ resources }) => resources.length > 0)
}

function plainGrants(action: string, kind: ResourceKind, model: SecModel): readonly Grant[] {
  const grant = { sid: sids[kind], resources: resourcesOf[kind](model) }
  if (action === 'iam:AttachGroupPolicy') return attachGrants(grant, kind, model, model.groups)
  const condition = conditionOf(action, kind, model)
  return [
    condition
      ? { ...grant, sid: `${grant.sid}${action === 's3:ListBucket' ? 'Keys' : ''}`, condition }
      : grant,
  ]
}

function isRoleFence(action: string, kind: ResourceKind): boolean {
  const isRole = kind === 'role' || kind === 'test-role'
  return isRole && [...boundedActions, setBoundary, dropBoundary].includes(action)
}

/** One grant for the roles without a boundary, and one for each boundary. */
function roleGrants(action: string, kind: ResourceKind, model: SecModel): readonly Grant[] {
  const boundaries = [...new Set(model.roles.map(({ permissionsBoundary }) => permissionsBoundary))]
  const areAlike = boundaries.length === 1
  return boundaries
    .filter((boundary) => action !== (boundary === undefined ? setBoundary : dropBoundary))
    .flatMap((boundary) => {
      const roles = model.roles.filter(({ permissionsBoundary }) => permissionsBoundary === boundary)
      const grant = boundedGrant(kind, { ...model, roles }, boundary, areAlike)
      return action === 'iam:AttachRolePolicy' ? attachGrants(grant, kind, model, roles) : [grant]
    })
}

function boundedGrant(
  kind: ResourceKind,
  model: SecModel,
  boundary: string | undefined,
  areAlike: boolean,
): Grant {
  const grant = { sid: sids[kind], resources: resourcesOf[kind](model) }
  if (boundary !== undefined) {
    const condition = { ArnEquals: { 'iam:PermissionsBoundary': boundary } }
    return { ...grant, sid: `${grant.sid}WithBoundary`, condition }
  }
  return areAlike ? grant : { ...grant, sid: `${grant.sid}WithoutBoundary` }
}
