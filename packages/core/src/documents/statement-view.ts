import { isMap } from '@sec/common/iam'

/** One test of a condition. */
export interface ConditionTest {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

/** A statement with every value as a list, and its condition as a list of tests. */
export interface StatementView {
  readonly sid?: string
  readonly effect: string
  readonly actions?: readonly string[]
  readonly notActions?: readonly string[]
  readonly resources?: readonly string[]
  readonly notResources?: readonly string[]
  /** With their type, as `Service:lambda.amazonaws.com`; an account is its id, `AWS:111122223333`, in every partition. */
  readonly principals?: readonly string[]
  readonly notPrincipals?: readonly string[]
  readonly tests: readonly ConditionTest[]
}

/** @returns Undefined for what is no map: nobody can say what it means. */
export function viewStatement(written: unknown): StatementView | undefined {
  if (!isMap(written)) return undefined
  return {
    ...(typeof written.Sid === 'string' && written.Sid !== '' && { sid: written.Sid }),
    effect: String(written.Effect),
    ...(written.Action !== undefined && { actions: textsOf(written.Action) }),
    ...(written.NotAction !== undefined && { notActions: textsOf(written.NotAction) }),
    ...(written.Resource !== undefined && { resources: textsOf(written.Resource) }),
    ...(written.NotResource !== undefined && { notResources: textsOf(written.NotResource) }),
    ...(written.Principal !== undefined && { principals: principalsOf(written.Principal) }),
    ...(written.NotPrincipal !== undefined && { notPrincipals: principalsOf(written.NotPrincipal) }),
    tests: testsOf(written.Condition),
  }
}

function textsOf(value: unknown): readonly string[] {
  return [value].flat().map(String)
}

function principalsOf(value: unknown): readonly string[] {
  if (!isMap(value)) return textsOf(value).map((name) => (name === '*' ? 'AWS:*' : name))
  return Object.entries(value).flatMap(([type, names]) =>
    textsOf(names).map((name) => `${type}:${type === 'AWS' ? accountOf(name) : name}`),
  )
}

function accountOf(name: string): string {
  return name.replace(/^arn:[^:]*:iam::(\d{12}):root$/, '$1')
}

function testsOf(condition: unknown): readonly ConditionTest[] {
  if (!isMap(condition)) return []
  return Object.entries(condition).flatMap(([operator, operands]) =>
    isMap(operands)
      ? Object.entries(operands).map(([key, values]) => ({ operator, key, values: textsOf(values) }))
      : [],
  )
}
