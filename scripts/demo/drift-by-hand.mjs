import { CreatePolicyVersionCommand, PutGroupPolicyCommand, UpdateRoleCommand } from '@aws-sdk/client-iam'
import { accountId, prefix, region } from './place.mjs'
import { print } from './print.mjs'

const everything = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
})

const group = `${prefix}-group-data-scientists`
const policy = `${prefix}-policy-s3-level2-project-buckets-only`
const role = `${prefix}-role-sagemaker-execution`

/** What somebody with too many permissions does in the console one evening. */
export async function driftByHand({ account }) {
  const { iam } = account.clients(region)
  print(`  an inline policy "quick-fix" for the group ${group}: s3:* on everything`)
  await iam.send(
    new PutGroupPolicyCommand({ GroupName: group, PolicyName: 'quick-fix', PolicyDocument: everything }),
  )
  print(`  another document for the policy ${policy}: s3:* on everything`)
  await iam.send(
    new CreatePolicyVersionCommand({
      PolicyArn: `arn:aws:iam::${accountId}:policy/${policy}`,
      PolicyDocument: everything,
      SetAsDefault: true,
    }),
  )
  print(`  sessions of twelve hours for the role ${role}`)
  await iam.send(new UpdateRoleCommand({ RoleName: role, MaxSessionDuration: 43_200 }))
  print()
}
