import { afterAll, beforeAll, expect, it } from 'vitest'
import type { IamApi } from './ports.js'
import { openTestIam } from './testing/open-test-iam.js'
import { startPagingServer } from './testing/paging-server.js'

let server: Awaited<ReturnType<typeof startPagingServer>>
beforeAll(async () => {
  server = await startPagingServer()
})
afterAll(() => server.stop())

const names = ['page-1', 'page-2', 'page-3']
const request = {
  principalArn: 'arn:aws:iam::111122223333:role/r',
  actions: [],
  resources: ['*'],
  context: [],
}

it.each<{ call: keyof IamApi; read: (api: IamApi) => Promise<unknown>; whole: unknown }>([
  {
    call: 'getGroup',
    read: (api) => api.getGroup('g'),
    whole: { groupName: 'g', path: '/', memberNames: names },
  },
  { call: 'listGroupPolicies', read: (api) => api.listGroupPolicies('g'), whole: names },
  { call: 'listAttachedGroupPolicies', read: (api) => api.listAttachedGroupPolicies('g'), whole: names },
  { call: 'listRolePolicies', read: (api) => api.listRolePolicies('r'), whole: names },
  { call: 'listAttachedRolePolicies', read: (api) => api.listAttachedRolePolicies('r'), whole: names },
  { call: 'listInstanceProfilesForRole', read: (api) => api.listInstanceProfilesForRole('r'), whole: names },
  { call: 'listPolicyVersions', read: (api) => api.listPolicyVersions('arn:p'), whole: names },
  {
    call: 'listEntitiesForPolicy',
    read: (api) => api.listEntitiesForPolicy('arn:aws:iam::111122223333:policy/p', 'PermissionsPolicy'),
    whole: {
      groups: names.map((name) => `g-${name}`),
      roles: names.map((name) => `r-${name}`),
      users: names.map((name) => `u-${name}`),
    },
  },
  {
    call: 'simulatePrincipalPolicy',
    read: async (api) => (await api.simulatePrincipalPolicy(request)).map(({ action }) => action),
    whole: names,
  },
])('reads every page of $call', async ({ read, whole }) => {
  const api = openTestIam(server.endpointUrl, { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'key' })
  expect(await read(api)).toEqual(whole)
})
