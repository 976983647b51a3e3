import type { Issue } from '@sec/common'
import { quoted } from '@sec/common/iam'
import { templateIssue } from '../issues/template-issues.js'
import { isLiteralText } from '../read/branches.js'
import { callOf } from '../read/call.js'
import type { TemplateView } from '../read/template-view.js'
import { type KnownResource, knownResources } from './known-resources.js'

/** The property that names a resource. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::SAMLProvider': 'Name',
  'AWS::IAM::ServerCertificate': 'ServerCertificateName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::VirtualMFADevice': 'VirtualMfaDeviceName',
  'AWS::SSM::Parameter': 'Name',
}

/** Finds resources of one type with the same name: IAM ignores case, SSM does not. */
export function checkSameNames(view: TemplateView): Issue[] {
  const owners = new Map<string, KnownResource[]>()
  return knownResources(view).flatMap((resource) => {
    const property = nameProperties[resource.type]
    const name = property && nameOf(resource.properties[property])
    if (!property || name === undefined) return []
    const key = `${resource.type} ${resource.type === 'AWS::SSM::Parameter' ? name : name.toLowerCase()}`
    const same = owners.get(key) ?? []
    owners.set(key, [...same, resource])
    const other = same.find((one) => mayBothExist(one, resource))
    if (!other) return []
    const path = ['Resources', resource.id, 'Properties', property]
    return [templateIssue('TEMPLATE_RESOURCE_NAME_TWICE', path, { name: quoted(name), other: other.id })]
  })
}

/** A text, or a text of Fn::Sub without variables of its own: equal ones give equal names. */
function nameOf(value: unknown): string | undefined {
  if (isLiteralText(value)) return value
  const call = callOf(value)
  return call?.name === 'Fn::Sub' && isLiteralText(call.argument) ? call.argument : undefined
}

/** Under two different conditions, one may stand for the other. */
function mayBothExist(one: KnownResource, other: KnownResource): boolean {
  return !one.condition || !other.condition || one.condition === other.condition
}
