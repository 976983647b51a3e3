import { describe, expect, it } from 'vitest'
import { sampleModel } from '../../test/support/sample-model.js'
import type { ResourceKind } from './aws-call.js'
import { resourcesOf } from './resources.js'

const account = '123456789012'
const stem = 'edge-prod-b001-us-west-1-medium-sec'

describe('the first ARN of each kind of resource', () => {
  it.each<[ResourceKind, string | undefined]>([
    ['nothing', undefined],
    ['any', '*'],
    ['stack', `arn:aws:cloudformation:us-west-1:${account}:stack/${stem}-stack/*`],
    ['test-stack', `arn:aws:cloudformation:us-west-1:${account}:stack/${stem}-stack-t??????/*`],
    ['change-set', `arn:aws:cloudformation:us-west-1:${account}:changeSet/${stem}-*/*`],
    ['service-role', undefined],
    ['template-bucket', 'arn:aws:s3:::edge-templates'],
    ['template', `arn:aws:s3:::edge-templates/sec-provisioner/${stem}/*`],
    ['template-key', `arn:aws:kms:us-west-1:${account}:key/*`],
    ['parameter', `arn:aws:ssm:us-west-1:${account}:parameter/security/${stem}/*`],
    ['parameter-path', `arn:aws:ssm:us-west-1:${account}:parameter/security/${stem}`],
    ['group', `arn:aws:iam::${account}:group/edge-prod-b001-group-data-scientists`],
    ['test-group', `arn:aws:iam::${account}:group/edge-prod-b001-group-data-scientists-t??????`],
    ['role', `arn:aws:iam::${account}:role/edge-prod-b001-role-sagemaker-execution`],
    ['test-role', `arn:aws:iam::${account}:role/edge-prod-b001-role-sagemaker-execution-t??????`],
    ['policy', `arn:aws:iam::${account}:policy/edge-prod-b001-policy-s3-level1-read-only`],
    ['test-policy', `arn:aws:iam::${account}:policy/edge-prod-b001-policy-s3-level1-read-only-t??????`],
  ])('%s: %s', (kind, arn) => expect(resourcesOf[kind](sampleModel())[0]).toBe(arn))

  it('is in the partition and region of the estate', () => {
    const model = sampleModel()
    const identity = { ...model.identity, partition: 'aws-cn', region: 'cn-north-1' }
    expect(resourcesOf.parameter({ ...model, identity })).toEqual([
      `arn:aws-cn:ssm:cn-north-1:${account}:parameter/security/${stem}/*`,
    ])
  })
})
