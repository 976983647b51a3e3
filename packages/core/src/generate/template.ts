/** A CloudFormation template as plain data, with keys in the order in which they are written. */
export interface Template {
  readonly AWSTemplateFormatVersion: '2010-09-09'
  readonly Description: string
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs: Readonly<Record<string, Output>>
}

/** One resource; `Type` is CloudFormation's, `Properties` are the type's own. */
export interface Resource<Type extends string = string> {
  readonly Type: Type
  readonly Properties: Readonly<Record<string, TemplateValue>>
}

export interface Output {
  readonly Description: string
  readonly Value: TemplateValue
}

/** Any value of a template: JSON, with intrinsic functions as one-key maps such as `{ Ref: 'X' }`. */
export type TemplateValue =
  | string
  | number
  | boolean
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue | undefined }
