import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configs, facts, toText } from '../../test/support/arbitrary-config.js'
import { type Changes, compileChanged } from '../../test/support/changed-config.js'
import { compileFile, compileText, examplesFolder } from '../../test/support/compile.js'
import { forEveryEstate, runs } from '../../test/support/estates.js'
import type { StackPlace } from '../estate/place.js'
import { sameTemplate } from '../estate/same-template.js'
import { estateOf } from '../estate/template-estate.js'
import { generateTemplate } from '../generate/generate-template.js'
import type { AccessChange } from './access-change.js'
import { compareAccess } from './compare-access.js'
import { compareTemplates } from './compare-templates.js'
import { findRefusedEdits } from './refused-edits.js'
import type { PropertyChange, ResourceDifference } from './resource-difference.js'

function edited(changes: Changes, portable = false) {
  const { model, issues } = compileChanged(changes, { portable })
  if (!model) throw new Error(issues.map(({ message }) => message).join())
  const template = generateTemplate(model)
  return { template, place: model.identity, estate: estateOf(template, model.identity) }
}

const deployed = edited({})

const describeProperty = ({ path, statements }: PropertyChange) =>
  path.join('.') + (statements ? ` +${statements.added.length} -${statements.removed.length}` : '')

const describeDifference = ({ action, logicalId, properties, replacedBy }: ResourceDifference) => {
  const what = action === 'Modify' ? ` ${properties.map(describeProperty).join(', ')}` : ''
  return `${action} ${logicalId}${what}${replacedBy.length > 0 ? ` replaced by ${replacedBy}` : ''}`
}

const describeAccess = (change: AccessChange) =>
  [
    `${change.change} ${change.name.replace('acme-dev-x001-', '')}`,
    change.gained.length + change.lost.length > 0 && `+${change.gained.length} -${change.lost.length}`,
    change.policiesGained.length > 0 && `attached ${change.policiesGained}`,
    change.trustGained.length + change.trustLost.length > 0 &&
      `trust +${change.trustGained.length} -${change.trustLost.length}`,
    change.permissionsBoundary && 'boundary',
    change.maxSessionSeconds && `session ${change.maxSessionSeconds.after}`,
    change.grows && 'grows',
  ]
    .filter(Boolean)
    .join(', ')

describe('a config edited in one place', () => {
  const roles = ['RoleWorker', 'RoleApprover', 'RoleEngineer', 'XacctPartner']
  const roleNames = ['role-approver', 'role-engineer', 'role-worker', 'xacct-partner']

  it.each<{ name: string; changes: Changes; resources: string[]; access: string[] }>([
    { name: 'not at all', changes: {}, resources: [], access: [] },
    {
      name: 'a group gets a higher level',
      changes: { 'security.iam_groups.people.policy_assignments.s3': 'level2' },
      resources: ['Modify GroupPeople ManagedPolicyArns'],
      access: ['changed group-people, +5 -0, grows'],
    },
    {
      name: 'a group gets a policy of AWS',
      changes: { 'security.iam_groups.people.managed_policies': ['SecurityAudit'] },
      resources: ['Modify GroupPeople ManagedPolicyArns'],
      access: ['changed group-people, attached arn:aws:iam::aws:policy/SecurityAudit, grows'],
    },
    {
      name: 'a group gets a statement of its own',
      changes: {
        'security.iam_groups.people.statements': [
          { Effect: 'Allow', Action: 'sqs:ListQueues', Resource: '*' },
        ],
      },
      resources: ['Modify PolicyGroupPeople PolicyDocument +1 -0'],
      access: ['changed group-people, +1 -0, grows'],
    },
    {
      name: 'a group is forbidden something',
      changes: {
        'security.iam_groups.people.statements': [
          { Effect: 'Deny', Action: 'sqs:ListQueues', Resource: '*' },
        ],
      },
      resources: ['Modify PolicyGroupPeople PolicyDocument +1 -0'],
      access: ['changed group-people, +1 -0'],
    },
    {
      name: 'a role gets another description',
      changes: { 'security.service_roles.worker.description': 'x' },
      resources: ['Modify RoleWorker Description'],
      access: [],
    },
    {
      name: 'a role gets longer sessions',
      changes: { 'security.service_roles.worker.max_session_seconds': 7200 },
      resources: ['Modify RoleWorker MaxSessionDuration'],
      access: ['changed role-worker, session 7200'],
    },
    {
      name: 'roles get a boundary',
      changes: { 'security.permissions_boundary': 'limit' },
      resources: roles.map((id) => `Modify ${id} PermissionsBoundary`),
      access: roleNames.map((name) => `changed ${name}, boundary`),
    },
    {
      name: 'a role is trusted in another way',
      changes: { 'security.cross_account_roles.partner.external_id': 'aaaabbbbccccdddd' },
      resources: ['Modify XacctPartner AssumeRolePolicyDocument +1 -1'],
      access: ['changed xacct-partner, trust +1 -1, grows'],
    },
    {
      name: 'a group more',
      changes: { 'security.iam_groups.more': { policy_assignments: { s3: 'level1' } } },
      resources: ['Add GroupMore'],
      access: ['new group-more, +3 -0, grows'],
    },
    {
      name: 'a role less',
      changes: { 'security.cross_account_roles.partner': undefined },
      resources: ['Remove XacctPartner'],
      access: ['removed xacct-partner, +0 -3, trust +0 -1'],
    },
    {
      name: 'tags',
      changes: { tags: { team: 'ml' } },
      resources: roles.map((id) => `Modify ${id} Tags.team`),
      access: [],
    },
  ])('$name', ({ changes, resources, access }) => {
    const next = edited(changes)
    const differences = compareTemplates(deployed.template, next.template)
    expect(differences.map(describeDifference)).toEqual(resources)
    expect(compareAccess(deployed.estate, next.estate).map(describeAccess)).toEqual(access)
    expect(sameTemplate(deployed.template, next.template)).toBe(resources.length === 0)
    expect(findRefusedEdits(deployed.template, next.template)).toEqual([])
  })

  it('moves every policy, and changes no access, with another layout', () => {
    const next = edited({ 'security.group_policies': 'inline' })
    const differences = compareTemplates(deployed.template, next.template)
    expect(differences.filter(({ action }) => action === 'Remove')).toHaveLength(3)
    expect(compareAccess(deployed.estate, next.estate)).toEqual([])
  })

  it('replaces everything with another name', () => {
    const next = edited({ 'environment.env': 'test' })
    const differences = compareTemplates(deployed.template, next.template)
    expect(differences.map(({ replacedBy }) => replacedBy.join())).toEqual(
      Object.values(deployed.template.Resources).map(
        ({ Type }) =>
          new Map([
            ['AWS::IAM::Group', 'GroupName'],
            ['AWS::IAM::Role', 'RoleName'],
          ]).get(Type) ?? 'ManagedPolicyName',
      ),
    )
  })

  it('differs by text alone when it becomes portable, and not at all at its place', () => {
    const portable = edited({}, true)
    expect(compareTemplates(deployed.template, portable.template)).not.toEqual([])
    expect(compareTemplates(deployed.template, portable.template, deployed.place)).toEqual([])
  })

  it('has old and new values', () => {
    const next = edited({ 'security.service_roles.worker.max_session_seconds': 7200 })
    expect(compareTemplates(deployed.template, next.template)).toEqual([
      {
        action: 'Modify',
        logicalId: 'RoleWorker',
        resourceType: 'AWS::IAM::Role',
        name: 'acme-dev-x001-role-worker',
        properties: [
          {
            attribute: 'Properties',
            path: ['MaxSessionDuration'],
            before: 3600,
            after: 7200,
            requiresRecreation: 'Never',
          },
        ],
        replacedBy: [],
      },
    ])
  })
})

describe('for every estate', () => {
  const place: StackPlace = {
    accountId: facts.account_id,
    region: facts.region,
    partition: 'aws',
    stackName: 'x',
  }

  it('a template compared with itself gives nothing', () => {
    forEveryEstate(({ template }) => {
      const copy = JSON.parse(JSON.stringify(template)) as typeof template
      expect(compareTemplates(template, copy)).toEqual([])
      expect(compareTemplates(template, copy, place)).toEqual([])
      expect(compareAccess(estateOf(template, place), estateOf(copy, place))).toEqual([])
      expect(findRefusedEdits(template, copy)).toEqual([])
    })
  })

  const pairs = fc.tuple(configs, configs).map((pair) => pair.map((config) => compileText(toText(config))))

  it('what one way gains, the other way loses', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const [one, other] = pair.map(({ template }) => estateOf(template, place))
        if (!one || !other) return
        const mirrored = compareAccess(other, one).map((change) => ({
          name: change.name,
          gained: change.lost,
          lost: change.gained,
          policiesGained: change.policiesLost,
          policiesLost: change.policiesGained,
          trustGained: change.trustLost,
          trustLost: change.trustGained,
          permissionsBoundary: change.permissionsBoundary && mirror(change.permissionsBoundary),
          maxSessionSeconds: change.maxSessionSeconds && mirror(change.maxSessionSeconds),
        }))
        const changes = compareAccess(one, other)
        expect(changes.map(({ kind: _kind, change: _change, grows: _grows, ...rest }) => rest)).toEqual(
          mirrored,
        )
      }),
      runs,
    )
  })

  const mirror = ({ before, after }: { before?: unknown; after?: unknown }) => ({
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  })

  it('what one way adds, the other way removes', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const [one, other] = pair.map(({ template }) => template)
        const count = (differences: readonly ResourceDifference[], action: string) =>
          differences
            .filter((difference) => difference.action === action)
            .map(({ logicalId }) => logicalId)
            .sort()
        const [there, back] = [compareTemplates(one, other), compareTemplates(other, one)]
        expect(count(there, 'Add')).toEqual(count(back, 'Remove'))
        expect(count(there, 'Modify')).toEqual(count(back, 'Modify'))
        if (one && other && there.length > 0) expect(sameTemplate(one, other)).toBe(false)
      }),
      runs,
    )
  })
})

describe('an example', () => {
  const files = readdirSync(examplesFolder).filter((file) => file.endsWith('.yaml'))

  it.each(files)('%s is all new, then all gone', (file) => {
    const { template, model } = compileFile(join(examplesFolder, file))
    const ids = Object.keys(template.Resources)
    const added = compareTemplates(undefined, template)
    expect(added.map(({ action, logicalId }) => [action, logicalId])).toEqual(ids.map((id) => ['Add', id]))
    const removed = compareTemplates(template, undefined)
    expect(removed.map(({ action, logicalId }) => [action, logicalId])).toEqual(
      ids.map((id) => ['Remove', id]),
    )
    const access = compareAccess(undefined, estateOf(template, model.identity))
    expect(access).toHaveLength(model.groups.length + model.roles.length)
    expect(
      access.every(({ change, lost, trustLost }) => change === 'new' && lost.length + trustLost.length === 0),
    ).toBe(true)
  })
})
