import { expect, it } from 'vitest'
import { checkTemplate } from '../../src/template-check/check-template.js'

/** A template that a kind of issue is about, and one beside it that is fine. */
export interface TemplateCase {
  readonly refuses: string
  /** `line:column` of the one issue in `refuses`. */
  readonly at: string
  readonly accepts: string
}

/** Runs a table of cases: each refused text has exactly the issue, at its place, each accepted one has none. */
export function testCases(cases: Readonly<Record<string, TemplateCase | readonly TemplateCase[]>>): void {
  const all = Object.entries(cases).flatMap(([code, some]) =>
    [some].flat().map((one: TemplateCase, index) => ({ ...one, code, index: index + 1 })),
  )
  it.each(all)('refuses $code ($index)', ({ code, refuses, at }) => {
    const found = checkTemplate({ file: 'x.yaml', text: refuses })
    expect(found.map((issue) => `${issue.code} ${issue.line}:${issue.column}`)).toEqual([`${code} ${at}`])
  })
  it.each(all)('accepts what is beside $code ($index)', ({ accepts }) => {
    const found = checkTemplate({ file: 'x.yaml', text: accepts })
    expect(found.map((issue) => `${issue.code} ${issue.line}: ${issue.message}`)).toEqual([])
  })
}

/** A template with these resources; the first line of `resources` is line 2. */
export function withResources(resources: string): string {
  return `Resources:\n${resources}`
}

/** A resource that is always fine. */
export const topic = '  Topic: { Type: AWS::SNS::Topic }\n'

/** A template with a topic below; the first line of `top` is line 1. */
export function withTopic(top: string): string {
  return `${top}\nResources:\n${topic}`
}

/** A role with these further properties (six spaces of indentation); their first line is line 8. */
export function role(properties: string): string {
  return `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { Service: lambda.amazonaws.com } }
${properties}`
}

/** A managed policy with these statements (ten spaces of indentation); their first line is line 8. */
export function policy(statements: string): string {
  return `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${statements}`
}

/** A role with these statements in its trust policy (ten spaces of indentation); their first line is line 8. */
export function trust(statements: string): string {
  return `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
${statements}`
}
