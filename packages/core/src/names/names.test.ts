import { expect, it } from 'vitest'
import {
  crossAccountRoleNameOf,
  groupNameOf,
  inlineOwnPolicyNameOf,
  inlinePolicyNameOf,
  levelPolicyNameOf,
  ownPolicyNameOf,
  prefixOf,
  roleNameOf,
  stackNameOf,
  stemOf,
} from './names.js'

const prefix = prefixOf({ companyPrefix: 'edge', env: 'prod', tenantId: 'b001' })
const stem = stemOf(prefix, 'us-west-1', 'medium')
const level = 'level2-project-buckets-only'

it.each([
  { what: 'prefix', name: prefix, expected: 'edge-prod-b001' },
  { what: 'stem', name: stem, expected: 'edge-prod-b001-us-west-1-medium-sec' },
  { what: 'stack', name: stackNameOf(stem), expected: 'edge-prod-b001-us-west-1-medium-sec-stack' },
  {
    what: 'group',
    name: groupNameOf(prefix, 'data_scientists'),
    expected: 'edge-prod-b001-group-data-scientists',
  },
  {
    what: 'role',
    name: roleNameOf(prefix, 'sagemaker_execution'),
    expected: 'edge-prod-b001-role-sagemaker-execution',
  },
  {
    what: 'cross-account role',
    name: crossAccountRoleNameOf(prefix, 'deployment_role'),
    expected: 'edge-prod-b001-xacct-deployment-role',
  },
  {
    what: 'level',
    name: levelPolicyNameOf(prefix, 's3', level),
    expected: 'edge-prod-b001-policy-s3-level2-project-buckets-only',
  },
  {
    what: 'part of a level',
    name: levelPolicyNameOf(prefix, 's3', level, 2),
    expected: 'edge-prod-b001-policy-s3-level2-project-buckets-only-2',
  },
  {
    what: 'policy of a group',
    name: ownPolicyNameOf(prefix, 'group', 'qa_testing'),
    expected: 'edge-prod-b001-policy-group-qa-testing',
  },
  {
    what: 'part of the policy of a cross-account role',
    name: ownPolicyNameOf(prefix, 'xacct', 'deployment_role', 1),
    expected: 'edge-prod-b001-policy-xacct-deployment-role-1',
  },
  { what: 'inline level', name: inlinePolicyNameOf('s3', level), expected: 's3-level2-project-buckets-only' },
  {
    what: 'part of an inline level',
    name: inlinePolicyNameOf('s3', level, 1),
    expected: 's3-level2-project-buckets-only-1',
  },
  { what: 'own inline policy', name: inlineOwnPolicyNameOf(), expected: 'own' },
  { what: 'part of an own inline policy', name: inlineOwnPolicyNameOf(2), expected: 'own-2' },
])('names a $what', ({ name, expected }) => expect(name).toBe(expected))
