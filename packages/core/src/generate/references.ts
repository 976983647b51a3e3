import type { SecModel } from '../model/model.js'
import { iamArnOf } from '../names/arns.js'
import type { TemplateValue } from './template.js'

/** Turns a text of the model into a template value. */
export type Rendering = (text: string) => TemplateValue

/** What texts become where none of them is the ARN of a role to wait for. */
export function plainRendering({ portable }: Pick<SecModel, 'portable'>): Rendering {
  return portable ? substituted : asWritten
}

const asWritten: Rendering = (text) => text

/**
 * Texts with pseudo parameters become `Fn::Sub`, in which IAM's own variables are escaped.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html | Fn::Sub}
 */
export function substituted(text: string): TemplateValue {
  if (!text.includes('${AWS::')) return text
  return { 'Fn::Sub': text.replaceAll(/\$\{(?!AWS::)/g, '${!') }
}

/**
 * Texts that are the ARN of one of these roles become `Fn::GetAtt`, so that CloudFormation makes the role first.
 * A policy that a service role carries is not rendered so: the role would wait for itself.
 */
export function withReferences(roleIdsByArn: ReadonlyMap<string, string>, plain: Rendering): Rendering {
  return (text) => {
    const logicalId = roleIdsByArn.get(text)
    return logicalId === undefined ? plain(text) : { 'Fn::GetAtt': [logicalId, 'Arn'] }
  }
}

/** The ARNs of roles, as the model writes them, to logical ids. */
export function roleIdsByArn(
  { identity, portable, roles }: SecModel,
  isWanted: (kind: string) => boolean,
): Map<string, string> {
  const place = portable ? { partition: '${AWS::Partition}', accountId: '${AWS::AccountId}' } : identity
  return new Map(
    roles
      .filter(({ kind }) => isWanted(kind))
      .map(({ roleName, logicalId }) => [iamArnOf(place, 'role', roleName), logicalId]),
  )
}

/** Applies a rendering to every text of a value; texts that are keys stay, since CloudFormation computes none. */
export function rendered(value: unknown, render: Rendering): TemplateValue {
  if (render === asWritten) return value as TemplateValue
  if (typeof value === 'string') return render(value)
  if (Array.isArray(value)) return value.map((item) => rendered(item, render))
  if (typeof value !== 'object' || value === null) return value as TemplateValue
  const result: Record<string, TemplateValue> = {}
  for (const key of Object.keys(value))
    result[key] = rendered((value as Record<string, unknown>)[key], render)
  return result
}
