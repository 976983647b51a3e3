import { describe, expect, it } from 'vitest'
import { readTemplateFiles } from '../scripts/read-templates.js'
import { type PolicyTemplate, parsePolicyTemplate } from '../src/index.js'
import * as actionRules from './bar/action-rules.js'
import { loadCatalogue } from './bar/catalogue.js'
import * as conditionRules from './bar/condition-rules.js'
import { unneededExceptions } from './bar/exceptions.js'
import { levelChains, lostAccess } from './bar/level-chains.js'
import * as liveRules from './bar/live-rules.js'
import * as resourceRules from './bar/resource-rules.js'
import { actionsOf, type Rule } from './bar/statements.js'
import { estateTagUnchanged } from './bar/tag-rules.js'
import * as templateRules from './bar/template-rules.js'

const parsed = readTemplateFiles().map((source) => ({ source, ...parsePolicyTemplate(source) }))
const templates = parsed.flatMap(({ template }) => template ?? [])
const actions = templates.flatMap(({ statements }) => statements.flatMap(actionsOf))
const catalogue = await loadCatalogue(actions.map((action) => action.split(':')[0] ?? ''))

const rules: readonly (readonly [string, Rule])[] = [
  ['every action exists', actionRules.actionsExist],
  ['a wildcard in an action covers only List and Read', actionRules.wildcardsOnlyRead],
  ['no action manages permissions or gives credentials', actionRules.nothingForbidden],
  ['actions are sorted', actionRules.actionsSorted],
  ['nothing is said by NotAction or NotResource', actionRules.nothingNegated],
  ['* stands only with actions that take no resource', resourceRules.starOnlyWhereNeeded],
  ['no action that takes no resource stands beside ARNs', resourceRules.nothingStarOnlyBesideArns],
  ['every action can match an ARN', resourceRules.everyActionMatches],
  ['every ARN can match an action', resourceRules.everyArnMatches],
  ['what changes something through * has a condition', resourceRules.starWritesAreHeld],
  ['every ARN is scoped to the estate', resourceRules.scopedToEstate],
  ['buckets are those of the account', resourceRules.bucketsAreOurs],
  ['every condition key exists for every action', conditionRules.conditionKeysExist],
  ['every Sid is unique', templateRules.sidsUnique],
  ['each document fits at the longest prefix', templateRules.sizesFit],
  ['live endpoints are not changed', liveRules.liveEndpointsUntouched],
  ['live endpoints are not called', liveRules.liveEndpointsNotInvoked],
  ['no model package is approved', liveRules.nothingApproved],
  ['the tag estate is not changed', estateTagUnchanged],
]

it('the templates are the 31 that ship', () => {
  const files = parsed.map(({ source }) => source.file.replace(/^policy-templates\/(.*)\.yaml$/, '$1'))
  expect(files).toEqual([
    ...['level1-invoke', 'level2-build', 'level3-full'].map((name) => `bedrock/${name}`),
    ...['mlops-services-a', 'mlops-services-b', 'mlops-services-c'].map((name) => `combined/${name}`),
    'combined/ops-services-read-only',
    ...['level1-read-only', 'level2-dev-read-write', 'level3-ci-read-write', 'level4-full'].map(
      (name) => `ecr/${name}`,
    ),
    ...['level1-use', 'level2-key-admin'].map((name) => `kms/${name}`),
    ...['level1-read-invoke', 'level2-dev-deploy', 'level3-full'].map((name) => `lambda/${name}`),
    ...['level1-read-only', 'level2-project-dev', 'level3-project-ci', 'level4-full'].map(
      (name) => `pipeline/${name}`,
    ),
    ...['level1-read-only', 'level2-project-buckets-only', 'level3-project-buckets-full'].map(
      (name) => `s3/${name}`,
    ),
    's3/level4-full',
    ...['level1-invoke', 'level1-prod-invoke', 'level1-read-only', 'level2-dev-invoke'].map(
      (n) => `sagemaker/${n}`,
    ),
    ...['level3-full', 'level4-ci-deploy-only'].map((name) => `sagemaker/${name}`),
    'trusted-advisor/level1-read-only',
  ])
})

const fileName = (file: string) => file.replace(/^policy-templates\//, '')

describe.each(parsed.map(({ source, ...entry }) => [fileName(source.file), entry] as const))(
  '%s',
  (_file, { template, issues }) => {
    it('is well formed', () => expect(issues).toEqual([]))

    it.each(rules)('%s', (_name, rule) => {
      expect(rule(template as PolicyTemplate, catalogue).join('\n')).toBe('')
    })
  },
)

const find = (service: string, level: string) =>
  templates.find((template) => template.service === service && template.level === level)

describe('levels grow', () => {
  const pairs = levelChains.flatMap(([service, ...levels]) =>
    levels.slice(1).map((upper, index) => ({ service, lower: levels[index] ?? '', upper })),
  )
  it.each(pairs)('$service $upper allows all that $lower allows', ({ service, lower, upper }) => {
    const [small, large] = [find(service, lower), find(service, upper)] as [PolicyTemplate, PolicyTemplate]
    expect(lostAccess(small, large).join('\n')).toBe('')
    expect(lostAccess(large, small), 'the upper level allows more').not.toEqual([])
  })
})

it('no exception is left that nothing needs', () => expect(unneededExceptions()).toEqual([]))
