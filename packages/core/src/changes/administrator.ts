import { type IamEstate, type IamGroup, type IamRole, isMap } from '@sec/common/iam'
import { isPermissionWrite } from './permission-writes.js'
import { accessOf } from './principal-access.js'

/** Policies of AWS whose holders administer the account, or can make themselves administrators. */
const administratorPolicies =
  /^arn:[^:]*:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/

/**
 * Whether a group or role administers the account, or can take what it lacks: AdministratorAccess, PowerUserAccess
 * or IAMFullAccess attached; or an Allow on every resource of all actions, of everything but some, or of what
 * manages permissions. Conditions, Deny statements and boundaries are not weighed: it errs towards yes.
 *
 * @param estate - Has the documents of the managed policies that are attached.
 */
export function isAdministratorLike(principal: IamGroup | IamRole, estate: IamEstate): boolean {
  if (principal.attachedPolicyArns.some((arn) => administratorPolicies.test(arn))) return true
  return [...accessOf(principal, estate).statements.values()].some(({ written }) => administers(written))
}

function administers(statement: unknown): boolean {
  if (!isMap(statement) || statement.Effect !== 'Allow') return false
  const { Action, NotAction, Resource, NotResource } = statement
  const isEverywhere = NotResource !== undefined || textsIn(Resource).some(isEveryResource)
  return isEverywhere && (NotAction !== undefined || textsIn(Action).some(isPermissionWrite))
}

/** `*`, or everything in IAM that holds permissions, or all roles. */
function isEveryResource(resource: string): boolean {
  return /^\*+$|^arn:[^:]*:(iam|\*):[^:]*:[^:]*:((user|group|role|policy)\/)?\*+$/.test(resource)
}

function textsIn(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.filter((item) => typeof item === 'string')
}
