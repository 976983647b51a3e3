import { expect, it } from 'vitest'
import { entryLogicalId, levelPolicyLogicalId, outputKeyOf, ownPolicyLogicalId } from './logical-ids.js'

const level = 'level2-project-buckets-only'

it.each([
  { id: entryLogicalId('group', 'data_scientists'), expected: 'GroupDataScientists' },
  { id: entryLogicalId('role', 'sagemaker_execution'), expected: 'RoleSagemakerExecution' },
  { id: entryLogicalId('xacct', 'deployment_role'), expected: 'XacctDeploymentRole' },
  { id: entryLogicalId('role', 'tier_2_support'), expected: 'RoleTier2Support' },
  { id: levelPolicyLogicalId('s3', level), expected: 'PolicyS3Level2ProjectBucketsOnly' },
  { id: levelPolicyLogicalId('s3', level, 2), expected: 'PolicyS3Level2ProjectBucketsOnly2' },
  {
    id: levelPolicyLogicalId('trusted-advisor', 'level1-read-only'),
    expected: 'PolicyTrustedAdvisorLevel1ReadOnly',
  },
  { id: ownPolicyLogicalId('group', 'qa_testing'), expected: 'PolicyGroupQaTesting' },
  { id: ownPolicyLogicalId('xacct', 'deployment_role', 1), expected: 'PolicyXacctDeploymentRole1' },
  { id: outputKeyOf('GroupQaTesting'), expected: 'GroupQaTestingArn' },
])('makes $expected', ({ id, expected }) => {
  expect(id).toBe(expected)
  expect(id).toMatch(/^[A-Za-z0-9]+$/)
})
