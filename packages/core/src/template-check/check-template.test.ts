import { readdirSync, readFileSync } from 'node:fs'
import { type DescribedIssue, describeIssue } from '@sec/common'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkTemplate } from './check-template.js'
import { templateCheckIssueKinds } from './issues/template-issues.js'

const folder = new URL('../../test/fixtures/template-check/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')
const list = (path: string) => readdirSync(new URL(path, folder))

const good = list('good/')
const bad = list('bad/').filter((name) => !name.includes('.issues.'))

interface ExpectedIssue {
  readonly code: string
  readonly line: number
  readonly message?: string
  readonly severity?: string
}

/** Only what the expectation names. */
function shown(issue: DescribedIssue, expected: ExpectedIssue | undefined): Partial<DescribedIssue> {
  const keys = Object.keys(expected ?? { code: '', line: 0 }) as (keyof DescribedIssue)[]
  return Object.fromEntries(keys.map((key) => [key, issue[key]]))
}

describe('checkTemplate', () => {
  it.each(good)('finds nothing wrong with %s', (name) => {
    const issues = checkTemplate({ file: name, text: read(`good/${name}`) })
    expect(issues.map(({ code, line, message }) => `${code} ${line}: ${message}`)).toEqual([])
  })

  it.each(bad)('finds every fault of %s, at its line', (name) => {
    const expected = parse(read(`bad/${name.replace(/\.\w+$/, '')}.issues.yaml`)) as ExpectedIssue[]
    const issues = checkTemplate({ file: name, text: read(`bad/${name}`) })
    expect(issues.map((issue, index) => shown(issue, expected[index]))).toEqual(expected)
  })

  it('reads JSON like YAML, with the same places for the same lines', () => {
    const template = { Resources: { A: { Type: 'AWS::IAM::Group', Properties: { GroupNam: 'x' } } } }
    const [issue] = checkTemplate({ file: 'x.json', text: JSON.stringify(template, null, '\t') })
    expect(issue).toMatchObject({ code: 'TEMPLATE_UNKNOWN_PROPERTY', file: 'x.json', line: 6, column: 5 })
  })

  it('says which name was most likely meant', () => {
    const text = 'Resources:\n  Bucket: { Type: AWS::S3::Bucket }\nOutputs: { A: { Value: !Ref Buckt } }\n'
    expect(checkTemplate({ file: 'x', text })[0]?.message).toBe(
      'Ref names "Buckt", which is no parameter or resource of this template; did you mean "Bucket"?',
    )
  })

  it('warns of a trust policy that needs a raised quota, and refuses one that no quota allows', () => {
    const severityOf = (count: number) => {
      const ids = Array.from({ length: count }, (_, index) => `'${String(index).padStart(12, '1')}'`)
      const statement = `{ Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: [${ids.join(', ')}] } }`
      const document = `{ Version: '2012-10-17', Statement: ${statement} }`
      const text = `Resources: { R: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: ${document} } } }`
      return checkTemplate({ file: 'x', text }).map(({ severity }) => severity)
    }
    expect([severityOf(100), severityOf(200), severityOf(600)]).toEqual([[], ['warning'], ['error']])
  })

  it('warns of more than 10 managed policies on a role, and refuses more than 25', () => {
    const severityOf = (count: number) => {
      const arns = Array.from({ length: count }, (_, index) => `arn:aws:iam::aws:policy/P${index}`)
      const trust =
        "{ Version: '2012-10-17', Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: '*' } } }"
      const properties = `{ AssumeRolePolicyDocument: ${trust}, ManagedPolicyArns: [${arns.join(', ')}] }`
      const text = `Resources: { R: { Type: AWS::IAM::Role, Properties: ${properties} } }`
      return checkTemplate({ file: 'x', text }).map(({ severity }) => severity)
    }
    expect([severityOf(10), severityOf(11), severityOf(25), severityOf(26)]).toEqual([
      [],
      ['warning'],
      ['warning'],
      ['error'],
    ])
  })

  it('answers in time when everything about a megabyte is wrong', { timeout: 60_000 }, () => {
    const resources = Array.from(
      { length: 12_000 },
      (_, index) => `  r-${index}: { Typ: !Ref no-${index}, DependsOn: x${index} }`,
    )
    const text = `Resources:\n${resources.join('\n')}\n`
    const started = performance.now()
    expect(checkTemplate({ file: 'x', text }).length).toBeGreaterThan(12_000)
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

describe('the kinds of issues', () => {
  const kinds = Object.entries(templateCheckIssueKinds)

  it.each(kinds)('%s has a message and a hint in one line each', (code, kind) => {
    const issue = { code, severity: kind.severity, path: [], anchor: 'value', args: kind.sample } as const
    const { message, hint } = describeIssue(issue, templateCheckIssueKinds)
    expect(
      [message, hint].every((text) => text.length > 0 && !text.includes('\n') && !text.includes('undefined')),
    ).toBe(true)
    expect(code).toMatch(/^TEMPLATE_[A-Z_]+$/)
  })
})

/** Values that nobody would write. */
const odd = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1e21,
    '',
    '*',
    '${',
    '${}',
    '!Ref',
    '__proto__',
    'constructor',
    [],
    {},
    [[]],
    [{}],
  ),
  fc
    .constantFrom(
      'Ref',
      'Fn::If',
      'Fn::Sub',
      'Fn::GetAtt',
      'Fn::Join',
      'Fn::Select',
      'Fn::ForEach::x',
      'Condition',
    )
    .chain((name) =>
      fc
        .constantFrom<unknown>(null, 'Role', [], {}, ['a'], ['a', null], [{}, {}], [[], [], []], { Ref: [] })
        .map((value) => ({ [name]: value })),
    ),
)

/** The text with one of its parts replaced, keys swapped or a line cut. */
const mutated = fc.constantFrom(...good, ...bad).chain((name) => {
  const text = read(`${good.includes(name) ? 'good' : 'bad'}/${name}`)
  const lines = text.split('\n')
  return fc.oneof(
    fc
      .record({ at: fc.nat(text.length), length: fc.nat(12), by: fc.string({ maxLength: 8 }) })
      .map(({ at, length, by }) => text.slice(0, at) + by + text.slice(at + length)),
    fc
      .record({ at: fc.nat(lines.length - 1), by: odd })
      .map(({ at, by }) =>
        lines
          .map((line, index) =>
            index === at ? line.replace(/(: | - |^\s*- ).*$/, `$1${JSON.stringify(by)}`) : line,
          )
          .join('\n'),
      ),
  )
})

describe('whatever the text', { timeout: 60_000 }, () => {
  it('answers with issues that have a place, and never throws', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        for (const issue of checkTemplate({ file: 'x', text })) {
          expect(issue.line).toBeGreaterThan(0)
          expect(issue.message).not.toBe(issue.code)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('takes any JSON value at any place of a role', () => {
    const json = fc.oneof(odd, fc.jsonValue({ maxDepth: 4 }))
    const keys = [
      'Policies',
      'ManagedPolicyArns',
      'RoleName',
      'Tags',
      'AssumeRolePolicyDocument',
      'PolicyDocument',
    ]
    const properties = fc.dictionary(fc.constantFrom(...keys, 'Fn::If'), json)
    const resource = fc.record(
      {
        Type: fc.oneof(fc.constantFrom('AWS::IAM::Role', 'AWS::IAM::Group', 'AWS::IAM::ManagedPolicy'), json),
        Properties: fc.oneof(properties, json),
        Condition: json,
        DependsOn: json,
      },
      { requiredKeys: [] },
    )
    const template = fc.record(
      {
        Resources: fc.oneof(fc.dictionary(fc.string({ maxLength: 3 }), resource), json),
        Conditions: fc.oneof(fc.dictionary(fc.string({ maxLength: 3 }), json), json),
        Parameters: json,
        Mappings: json,
        Outputs: json,
        Transform: json,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(template, (value) => {
        expect(Array.isArray(checkTemplate({ file: 'x', text: JSON.stringify(value) }))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
