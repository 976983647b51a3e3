import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The items of one page, as XML, for each operation that lists something. */
const itemsByOperation: Readonly<Record<string, (name: string) => string>> = {
  GetGroup: (name) =>
    `<Group><GroupName>g</GroupName><Path>/</Path></Group><Users><member><UserName>${name}</UserName></member></Users>`,
  ListGroupPolicies: (name) => `<PolicyNames><member>${name}</member></PolicyNames>`,
  ListRolePolicies: (name) => `<PolicyNames><member>${name}</member></PolicyNames>`,
  ListAttachedGroupPolicies: (name) => attached(name),
  ListAttachedRolePolicies: (name) => attached(name),
  ListInstanceProfilesForRole: (name) =>
    `<InstanceProfiles><member><InstanceProfileName>${name}</InstanceProfileName></member></InstanceProfiles>`,
  ListPolicyVersions: (name) => `<Versions><member><VersionId>${name}</VersionId></member></Versions>`,
  ListEntitiesForPolicy: (name) =>
    `<PolicyGroups><member><GroupName>g-${name}</GroupName></member></PolicyGroups>
     <PolicyRoles><member><RoleName>r-${name}</RoleName></member></PolicyRoles>
     <PolicyUsers><member><UserName>u-${name}</UserName></member></PolicyUsers>`,
  SimulatePrincipalPolicy: (name) =>
    `<EvaluationResults><member><EvalActionName>${name}</EvalActionName><EvalResourceName>*</EvalResourceName>
     <EvalDecision>allowed</EvalDecision></member></EvaluationResults>`,
}

function attached(name: string): string {
  return `<AttachedPolicies><member><PolicyArn>${name}</PolicyArn></member></AttachedPolicies>`
}

/**
 * Answers every list of IAM in three pages of one item each, `page-1` to `page-3`, as IAM does: the marker of one
 * page asks for the next. MiniStack gives every list whole.
 */
export async function startPagingServer() {
  const server = createServer(async (request, response) => {
    const body = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
    response.setHeader('content-type', 'text/xml').end(pageOf(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { endpointUrl: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

function pageOf(body: URLSearchParams): string {
  const operation = body.get('Action') ?? ''
  const page = Number(body.get('Marker') ?? '1')
  const more = page < 3 ? `<IsTruncated>true</IsTruncated><Marker>${page + 1}</Marker>` : ''
  const items = itemsByOperation[operation]?.(`page-${page}`)
  return `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
    <${operation}Result>${items}${more || '<IsTruncated>false</IsTruncated>'}</${operation}Result>
    <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${operation}Response>`
}
