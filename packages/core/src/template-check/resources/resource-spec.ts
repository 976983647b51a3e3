import { generatedResourceSpec } from '../../generated/resource-spec.generated.js'

/** One property as CloudFormation specifies it. */
export interface PropertySpec {
  /** `string`, `integer`, `boolean`, `json`, `tag`, or a type of the resource; `[]` behind a list, `{}` behind a map; `|` between alternatives. */
  readonly type: string
  readonly required?: boolean
  /** What a change of the property does to the resource; without it, it is updated in place. */
  readonly replacement?: 'yes' | 'maybe'
  /** The only values it takes. */
  readonly values?: readonly string[]
}

export type PropertySpecs = Readonly<Record<string, PropertySpec>>

/** A resource type as CloudFormation specifies it. */
export interface ResourceSpec {
  readonly primaryIdentifier: readonly string[]
  /** For Fn::GetAtt. */
  readonly attributes: readonly string[]
  readonly properties: PropertySpecs
  readonly types: Readonly<Record<string, PropertySpecs>>
}

const specs: ReadonlyMap<string, ResourceSpec> = new Map(Object.entries(generatedResourceSpec))

/** Every resource type of IAM. */
export const iamTypes: readonly string[] = [...specs.keys()].filter((type) => type.startsWith('AWS::IAM::'))

export function isIamType(type: string): boolean {
  return specs.has(type)
}

/** What CloudFormation says about a type; known are those of IAM, and AWS::SSM::Parameter. */
export function specOf(type: string): ResourceSpec | undefined {
  return specs.get(type)
}
