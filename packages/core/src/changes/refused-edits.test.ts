import { describeIssue } from '@sec/common'
import { describe, expect, it } from 'vitest'
import { compileChanged } from '../../test/support/changed-config.js'
import { generateTemplate } from '../generate/generate-template.js'
import type { Resource, Template } from '../generate/template.js'
import { pathOfLogicalId } from '../origins/resource-origin.js'
import { changeIssueKinds } from './change-issues.js'
import { findRefusedEdits } from './refused-edits.js'
import { toChangeIssues } from './refused-issues.js'

const { model = expect.fail() } = compileChanged({})
const template = generateTemplate(model)

/** The template with some resources changed; undefined takes one out. */
function changed(changes: Readonly<Record<string, object | undefined>>): Template {
  const entries = Object.entries({ ...template.Resources, ...changes }).filter(([, value]) => value)
  return { ...template, Resources: Object.fromEntries(entries) as Template['Resources'] }
}

const resource = (id: string): Resource => template.Resources[id] ?? expect.fail(id)
const withProperties = (id: string, properties: object) => ({
  [id]: { ...resource(id), Properties: { ...resource(id).Properties, ...properties } },
})

describe('an edit is refused', () => {
  it.each<{ name: string; after: Template; edits: string[] }>([
    {
      name: 'when a policy gets another description',
      after: changed(withProperties('PolicyGroupPeople', { Description: 'other' })),
      edits: ['CHANGE_NEEDS_NEW_NAME PolicyGroupPeople'],
    },
    {
      name: 'twice when path and description change',
      after: changed(withProperties('PolicyGroupPeople', { Description: 'other', Path: '/x/' })),
      edits: ['CHANGE_NEEDS_NEW_NAME PolicyGroupPeople', 'CHANGE_NEEDS_NEW_NAME PolicyGroupPeople'],
    },
    {
      name: 'when a role gets a path',
      after: changed(withProperties('RoleWorker', { Path: '/x/' })),
      edits: ['CHANGE_NEEDS_NEW_NAME RoleWorker'],
    },
    {
      name: 'when a group becomes a role',
      after: changed({ GroupPeople: { ...resource('RoleWorker'), Properties: { RoleName: 'new' } } }),
      edits: ['CHANGE_OF_TYPE GroupPeople'],
    },
    {
      name: 'when a name moves to another logical id',
      after: changed({ GroupPeople: undefined, GroupPeople2: resource('GroupPeople') }),
      edits: ['CHANGE_MOVES_NAME GroupPeople2'],
    },
    {
      name: 'when a name moves in another case',
      after: changed({
        GroupPeople: undefined,
        G: { Type: 'AWS::IAM::Group', Properties: { GroupName: 'ACME-dev-x001-group-people' } },
      }),
      edits: ['CHANGE_MOVES_NAME G'],
    },
    {
      name: 'when two names are exchanged',
      after: changed({
        ...withProperties('GroupPeople', { GroupName: resource('GroupEngineers').Properties.GroupName }),
        ...withProperties('GroupEngineers', { GroupName: resource('GroupPeople').Properties.GroupName }),
      }),
      edits: ['CHANGE_MOVES_NAME GroupEngineers', 'CHANGE_MOVES_NAME GroupPeople'],
    },
    {
      name: 'when only the case of a name changes',
      after: changed(withProperties('RoleWorker', { RoleName: 'acme-dev-x001-role-Worker' })),
      edits: ['CHANGE_OF_CASE RoleWorker'],
    },
  ])('$name', ({ after, edits }) => {
    const found = findRefusedEdits(template, after)
    expect(found.map(({ code, logicalId }) => `${code} ${logicalId}`)).toEqual(edits)
    for (const issue of toChangeIssues(found, model)) {
      const { message, hint } = describeIssue(issue, changeIssueKinds)
      expect(message + hint).not.toMatch(/undefined|\[object/)
    }
  })
})

describe('an edit is taken', () => {
  it.each<{ name: string; after: Template }>([
    { name: 'with another name', after: changed(withProperties('RoleWorker', { RoleName: 'new' })) },
    {
      name: 'with another name and another path',
      after: changed(withProperties('RoleWorker', { RoleName: 'new', Path: '/x/' })),
    },
    { name: 'with another path of a group', after: changed(withProperties('GroupPeople', { Path: '/x/' })) },
    {
      name: 'with another description of a role',
      after: changed(withProperties('RoleWorker', { Description: 'x' })),
    },
    {
      name: 'with a role called as a group was, for their names are apart',
      after: changed({
        GroupPeople: undefined,
        R: { Type: 'AWS::IAM::Role', Properties: { RoleName: resource('GroupPeople').Properties.GroupName } },
      }),
    },
    {
      name: 'with a path of a policy without a name',
      after: changed({ P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { Path: '/x/' } } }),
    },
    { name: 'with something less', after: changed({ GroupPeople: undefined }) },
  ])('$name', ({ after }) => expect(findRefusedEdits(template, after)).toEqual([]))
})

it('points at the entry of the config', () => {
  expect(pathOfLogicalId(model, 'GroupPeople')).toEqual(['security', 'iam_groups', 'people'])
  expect(pathOfLogicalId(model, 'XacctPartner')).toEqual(['security', 'cross_account_roles', 'partner'])
  expect(pathOfLogicalId(model, 'Nothing')).toBeUndefined()
  const edits = findRefusedEdits(template, changed(withProperties('RoleWorker', { Path: '/x/' })))
  expect(toChangeIssues(edits, model)).toMatchObject([
    { code: 'CHANGE_NEEDS_NEW_NAME', severity: 'error', path: ['security', 'service_roles', 'worker'] },
  ])
})
