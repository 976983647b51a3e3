import { readdirSync, readFileSync } from 'node:fs'
import type { IssuePath } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileFile, compileText, examplesFolder } from '../../test/support/compile.js'
import { compileExample } from '../../test/support/observed-estate.js'
import type { SecModel } from '../model/model.js'
import { originOf } from './origin-of.js'

const examples = readdirSync(examplesFolder).filter((file) => file.endsWith('.yaml'))

/** What the config has at a path; undefined where it has nothing. */
function valueAt(config: unknown, path: IssuePath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    config,
  )
}

describe.each(examples)('every resource of %s', (file) => {
  const { model, template } = compileFile(`${examplesFolder}/${file}`)
  const config: unknown = parse(readFileSync(`${examplesFolder}/${file}`, 'utf8'))

  it('comes from a line of the config', () => {
    for (const logicalId of Object.keys(template.Resources)) {
      const origin = originOf(model, logicalId)
      expect(origin && valueAt(config, origin.path), logicalId).toBeDefined()
      expect(origin?.path[2], logicalId).toBe(origin?.configName)
    }
  })

  it('comes from a line of the config, whatever the reason speaks of', () => {
    const words = [
      'Scope ARN',
      'MalformedPolicyDocument',
      'Invalid principal',
      'MaxSessionDuration',
      'tag key',
      '#/Description',
    ]
    for (const logicalId of Object.keys(template.Resources))
      for (const reason of words) {
        const { path, otherwise = [] } = originOf(model, logicalId, reason) ?? { path: ['none'] }
        const values = [path, ...otherwise].map((one) => valueAt(config, one))
        expect(
          values.some((value) => value !== undefined),
          `${logicalId}: ${reason}`,
        ).toBe(true)
      }
  })
})

const startup = compileExample('startup-5').model
const medium = compileExample('medium-10').model
const inline = compileExample('inline-policies').model
const bounded = compileExample('permissions-boundary').model

/** A reason as CloudFormation wraps IAM's words. */
const handler = (message: string) =>
  `Resource handler returned message: "${message} (Service: Iam, Status Code: 400, Request ID: 1) (SDK Attempt Count: 1)" (RequestToken: 2, HandlerErrorCode: InvalidRequest)`

const groups = ['security', 'iam_groups']
const roles = ['security', 'service_roles']
const prod = 'arn:aws:iam::111122223333'

describe('a reason narrows the place', () => {
  it.each<[string, SecModel, string, string, IssuePath]>([
    [
      'a policy of AWS that does not exist, to the line that names it',
      startup,
      'GroupDataScientists',
      handler(
        'Policy arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess does not exist or is not attachable.',
      ),
      [...groups, 'data_scientists', 'managed_policies', 0],
    ],
    [
      'the second of two',
      medium,
      'GroupSecurityTeam',
      handler('Policy arn:aws:iam::aws:policy/SecurityAudit does not exist or is not attachable.'),
      [...groups, 'security_team', 'managed_policies', 1],
    ],
    [
      'a policy of this stack, to the assignment of this entry',
      startup,
      'GroupMlEngineers',
      handler(
        `Policy ${prod}:policy/techcorp-prod-a001-policy-s3-level2-project-buckets-only does not exist or is not attachable.`,
      ),
      [...groups, 'ml_engineers', 'policy_assignments', 's3'],
    ],
    [
      'a place in the list of policies',
      startup,
      'GroupOperationsSupport',
      'Properties validation failed: #/ManagedPolicyArns/2: expected type: String',
      [...groups, 'operations_support', 'policy_assignments', 'kms'],
    ],
    [
      'a policy of a mirror role, to the group that it mirrors',
      startup,
      'RoleAmlEngineer',
      handler(
        `Policy ${prod}:policy/techcorp-prod-a001-policy-lambda-level2-dev-deploy does not exist or is not attachable.`,
      ),
      [...groups, 'ml_engineers', 'policy_assignments', 'lambda'],
    ],
    [
      'a malformed policy of an entry, to its statements',
      startup,
      'PolicyRoleGlueEtl',
      handler('Syntax errors in policy.'),
      [...roles, 'glue_etl', 'statements'],
    ],
    [
      'a statement by its Sid',
      startup,
      'PolicyRoleSagemakerExecution1',
      handler('MalformedPolicyDocument: Statement IDs (SID) in a single policy must be unique: MetricsWrite'),
      [...roles, 'sagemaker_execution', 'statements', 1],
    ],
    [
      'a statement by its resource',
      startup,
      'PolicyRoleSagemakerExecution1',
      handler(
        'Resource arn:aws:cloudwatch:us-west-1:111122223333:alarm:techcorp-prod-a001-* must be in ARN format or "*".',
      ),
      [...roles, 'sagemaker_execution', 'statements', 2],
    ],
    [
      'what an entry may assume, to the list of its roles',
      startup,
      'PolicyGroupDataScientists',
      handler('MalformedPolicyDocument in MayAssumeRoles'),
      [...groups, 'data_scientists', 'assumable_roles'],
    ],
    [
      'a policy that is too long, to its statements',
      startup,
      'PolicyRoleGlueEtl',
      handler('Cannot exceed quota for PolicySize: 6144'),
      [...roles, 'glue_etl', 'statements'],
    ],
    [
      'a service that may not be trusted',
      startup,
      'RoleGlueEtl',
      handler('Invalid principal in policy: "SERVICE":"glue.amazonaws.com"'),
      [...roles, 'glue_etl', 'service'],
    ],
    [
      'a role that is trusted and does not exist',
      medium,
      'XacctDeploymentRole',
      handler('Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/release-pipeline"'),
      ['security', 'cross_account_roles', 'deployment_role', 'trusted_principals', 0],
    ],
    [
      'a trust policy that is too long',
      startup,
      'RoleAmlEngineer',
      handler('Cannot exceed quota for ACLSizePerRole: 2048'),
      ['security', 'assumable_roles', 'aml_engineer', 'assumable_by'],
    ],
    [
      'the one document of a role without inline policies',
      startup,
      'RoleAmlEngineer',
      handler('MalformedPolicyDocument: This policy contains invalid Json'),
      ['security', 'assumable_roles', 'aml_engineer', 'assumable_by'],
    ],
    [
      'a boundary that does not exist',
      bounded,
      'RoleLambdaExecution',
      handler(`Scope ARN: ${prod}:policy/techcorp-functions-boundary does not exist or is not attachable.`),
      [...roles, 'lambda_execution', 'permissions_boundary'],
    ],
    [
      'an inline policy by its name',
      inline,
      'GroupDataScientists',
      handler('Maximum policy size of 5120 bytes exceeded by ecr-level1-read-only'),
      [...groups, 'data_scientists', 'policy_assignments', 'ecr'],
    ],
    [
      'a place in the list of inline policies',
      inline,
      'RoleLambdaExecution',
      'Validation failed at /Resources/RoleLambdaExecution/Properties/Policies/0/PolicyDocument',
      [...roles, 'lambda_execution', 'statements'],
    ],
    [
      'the length of sessions',
      startup,
      'RoleGlueEtl',
      handler("1 validation error detected: Value '99' at 'maxSessionDuration' failed to satisfy constraint"),
      [...roles, 'glue_etl', 'max_session_seconds'],
    ],
    [
      'a tag',
      startup,
      'RoleGlueEtl',
      handler("1 validation error detected: Value 'é' at 'tags.1.member.value' failed to satisfy constraint"),
      ['tags'],
    ],
    [
      'a description',
      startup,
      'RoleGlueEtl',
      handler("1 validation error detected: Value '…' at 'description' failed to satisfy constraint"),
      [...roles, 'glue_etl', 'description'],
    ],
    [
      'not for a name that is taken',
      startup,
      'RoleGlueEtl',
      handler('Role with name techcorp-prod-a001-role-glue-etl already exists.'),
      [...roles, 'glue_etl'],
    ],
    [
      'not for a call that is denied, though it names a policy',
      startup,
      'GroupDataScientists',
      handler(
        'User: x is not authorized to perform: iam:AttachGroupPolicy on resource: arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess',
      ),
      [...groups, 'data_scientists'],
    ],
    [
      'not for a policy whose name begins like the one that is attached',
      startup,
      'GroupDataScientists',
      handler(
        'Policy arn:aws:iam::aws:policy/CloudWatchLogsReadOnlyAccess2 does not exist or is not attachable.',
      ),
      [...groups, 'data_scientists'],
    ],
  ])('%s', (_name, model, logicalId, reason, path) =>
    expect(originOf(model, logicalId, reason)?.path).toEqual(path),
  )

  it('leads a policy of a level to the template file, too', () => {
    const origin = originOf(startup, 'PolicyKmsLevel1Use', handler('MalformedPolicyDocument'))
    expect(origin).toEqual({
      path: [...groups, 'operations_support', 'policy_assignments', 'kms'],
      configName: 'operations_support',
      templateFile: expect.stringMatching(/kms\/level1-use\.yaml$/),
    })
  })

  it('leads a common boundary to where the whole section sets it', () => {
    const { path, otherwise } = originOf(bounded, 'RoleAmlEngineer', handler('Scope ARN: x')) ?? { path: [] }
    expect(path.at(-1)).toBe('permissions_boundary')
    expect(otherwise?.[0]).toEqual(['security', 'permissions_boundary'])
  })

  it.each([
    {
      key: 'trusted_principals',
      list: ['arn:aws:iam::444455556666:role/one', 'arn:aws:iam::444455556666:role/one-two'],
      said: 'arn:aws:iam::444455556666:role/one-two',
    },
    {
      key: 'trusted_accounts',
      list: ['444455556666', '999988887777'],
      said: 'arn:aws:iam::999988887777:root',
    },
  ])('leads what is trusted to its place among $key', ({ key, list, said }) => {
    const text = readFileSync(`${examplesFolder}/medium-10.yaml`, 'utf8')
    const trusted = /trusted_principals:\n.*release-pipeline/
    expect(text).toMatch(trusted)
    const { model } = compileText(text.replace(trusted, `${key}: ${JSON.stringify(list)}`))
    const reason = handler(`Invalid principal in policy: "AWS":"${said}"`)
    expect(originOf(model, 'XacctDeploymentRole', reason)?.path.slice(3)).toEqual([key, 1])
  })
})

it('knows no other resource', () => expect(originOf(startup, 'RoleOfNobody')).toBeUndefined())
