import type { Observation } from '@sec/common/iam'
import { testServer } from '@sec/test-server/vitest'
import { describe, expect, it } from 'vitest'
import { allowing } from '../testing/allowing.js'
import { documentOf, makeEstate, readOnlyArn, trustPolicy } from '../testing/make-estate.js'
import { openTestIam } from '../testing/open-test-iam.js'
import { readEstate } from './read-estate.js'

const server = testServer()

/** What the operator's own policy grants for reading an estate. */
const readActions = [
  ...['iam:GetGroup', 'iam:GetGroupPolicy', 'iam:ListAttachedGroupPolicies', 'iam:ListGroupPolicies'],
  ...['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
  ...['iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:ListEntitiesForPolicy', 'iam:ListPolicyVersions'],
]
async function accountWithEstate() {
  const account = server.newAccount()
  const names = await makeEstate(account.clients().iam, account.accountId)
  return { account, names }
}

describe('readEstate', () => {
  it('gives everything back as it was made', async () => {
    const { account, names } = await accountWithEstate()
    const policyArn = names.policyArns[0] as string
    const estate = await readEstate(openTestIam(server.endpointUrl, account.root), names)
    expect(estate).toEqual({
      groups: [
        found('edge-group', {
          groupName: 'edge-group',
          path: '/',
          attachedPolicyArns: [policyArn],
          inlinePolicies: [{ policyName: 'own', document: documentOf('s3:ListBucket') }],
          memberNames: ['ann'],
        }),
      ],
      roles: [
        found('edge-role', {
          roleName: 'edge-role',
          path: '/team/',
          description: 'A role & more.',
          trustPolicy,
          maxSessionSeconds: 7_200,
          permissionsBoundary: policyArn,
          tags: { estate: 'edge' },
          awsTags: {},
          attachedPolicyArns: [readOnlyArn],
          inlinePolicies: [{ policyName: 'own', document: documentOf('s3:GetObject') }],
        }),
      ],
      policies: [
        found(policyArn, {
          policyName: 'edge-policy',
          arn: policyArn,
          path: '/',
          description: 'Made by hand.',
          document: documentOf('s3:PutObject'),
          defaultVersionId: 'v2',
          versionIds: ['v1', 'v2'],
          attachedTo: { groups: ['edge-group'], roles: [], users: [] },
        }),
      ],
    })
  })

  it('keeps the order of the names and says which are missing', async () => {
    const { account, names } = await accountWithEstate()
    const missingArn = `arn:aws:iam::${account.accountId}:policy/nothing`
    const asked = {
      groupNames: ['nothing', ...names.groupNames],
      roleNames: [...names.roleNames, 'nothing'],
      policyArns: [missingArn],
    }
    const read: string[] = []
    const estate = await readEstate(openTestIam(server.endpointUrl, account.root), asked, {
      onRead: ({ kind, name }) => read.push(`${kind} ${name}`),
    })
    expect(kinds(estate.groups)).toEqual(['missing', 'found'])
    expect(kinds(estate.roles)).toEqual(['found', 'missing'])
    expect(estate.policies).toEqual([{ kind: 'missing', name: missingArn }])
    expect(read).toHaveLength(5)
  })

  it('reads everything with the permissions of the operator', async () => {
    const { account, names } = await accountWithEstate()
    const operator = await account.createUser('operator', [allowing(readActions)])
    const estate = await readEstate(openTestIam(server.endpointUrl, operator), names)
    expect(Object.values(estate).flatMap(kinds)).toEqual(['found', 'found', 'found'])
  })

  it.each(readActions)('says what it could not read without %s, and reads the rest', async (missing) => {
    const { account, names } = await accountWithEstate()
    const allowed = readActions.filter((action) => action !== missing)
    const operator = await account.createUser('operator', [allowing(allowed)])
    const estate = await readEstate(openTestIam(server.endpointUrl, operator), names)
    const all = [...estate.groups, ...estate.roles, ...estate.policies]
    const notChecked = all.filter((each) => each.kind === 'not-checked')
    expect(notChecked.map(({ reason }) => reason)).toEqual([expect.stringContaining(missing)])
    expect(kinds(all)).toHaveLength(3)
    expect(kinds(all).filter((kind) => kind === 'found')).toHaveLength(2)
  })

  it('ends with the first refusal of the credentials', async () => {
    const { account, names } = await accountWithEstate()
    const stranger = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: account.root.secretAccessKey }
    const reading = readEstate(openTestIam(server.endpointUrl, stranger), names)
    await expect(reading).rejects.toMatchObject({ code: 'AWS_CREDENTIALS_REFUSED' })
  })

  it('ends with the reason of an interruption', async () => {
    const { account, names } = await accountWithEstate()
    const stop = new AbortController()
    const api = openTestIam(server.endpointUrl, account.root, () => stop.abort('SIGINT'), stop.signal)
    await expect(readEstate(api, names)).rejects.toBe('SIGINT')
  })
})

function found<Found>(name: string, what: Found): Observation<Found> {
  return { kind: 'found', name, found: what }
}

function kinds(observations: readonly Observation<unknown>[]): readonly string[] {
  return observations.map(({ kind }) => kind)
}
