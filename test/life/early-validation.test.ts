import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault, FaultProxy } from '@sec/test-server'
import { describe, expect, it } from 'vitest'
import { stateOf } from './support/account-state.js'
import { attachMissingPolicy, type Life, newLife, proxyFor, via } from './support/life.js'

/** One finding of the early validation, in the fields of the API's OperationEvent. */
interface Finding {
  readonly logicalId: string
  readonly type: string
  readonly name: 'NAME_CONFLICT_VALIDATION' | 'PROPERTY_VALIDATION'
  readonly path: string
  readonly reason: string
  readonly mode?: 'FAIL' | 'WARN'
}

const taken: Finding = {
  logicalId: 'GroupMlEngineers',
  type: 'AWS::IAM::Group',
  name: 'NAME_CONFLICT_VALIDATION',
  path: '/Resources/GroupMlEngineers',
  reason: "Resource of type 'AWS::IAM::Group' with identifier 'ml' already exists.",
}
const invalid: Finding = {
  logicalId: 'RoleGlueEtl',
  type: 'AWS::IAM::Role',
  name: 'PROPERTY_VALIDATION',
  path: '/Resources/RoleGlueEtl/Properties/ManagedPolicyArns/2',
  reason: 'the string does not match the pattern',
}
const warning: Finding = {
  logicalId: 'RoleAmlEngineer',
  type: 'AWS::IAM::Role',
  name: 'PROPERTY_VALIDATION',
  path: '/Resources/RoleAmlEngineer/Properties/Tags',
  reason: '#/Tags: deprecated',
  mode: 'WARN',
}

const refusal =
  'The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.'

/** An answer of the query protocol. */
function answer(operation: string, inside: string): Fault {
  const body = `<${operation}Response xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><${operation}Result>${inside}</${operation}Result></${operation}Response>`
  return { kind: 'answer', status: 200, body }
}

const element = (name: string, text: string) =>
  `<${name}>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${name}>`

/** `time` is a little later than all that came before, since the server's times may have other fractions. */
function eventsAnswer(
  operation: string,
  findings: readonly Finding[],
  time = new Date(Date.now() + 1000),
): Fault {
  const at = time.toISOString()
  const ofOperation = (event: string) =>
    `<member>${element('EventId', event)}<OperationId>o-1</OperationId><OperationType>${operation}</OperationType>`
  const members = findings.map((found, index) =>
    [
      ofOperation(`e-${index + 1}`),
      '<EventType>VALIDATION_ERROR</EventType>',
      element('LogicalResourceId', found.logicalId),
      '<PhysicalResourceId/>',
      element('ResourceType', found.type),
      element('Timestamp', at),
      element('ValidationFailureMode', found.mode ?? 'FAIL'),
      element('ValidationName', found.name),
      '<ValidationStatus>FAILED</ValidationStatus>',
      element('ValidationStatusReason', found.reason),
      element('ValidationPath', found.path),
      '</member>',
    ].join(''),
  )
  const ended = `${ofOperation('e-0')}<OperationStatus>FAILED</OperationStatus><EventType>STACK_EVENT</EventType><StartTime>${at}</StartTime><EndTime>${at}</EndTime></member>`
  return answer('DescribeEvents', `<OperationEvents>${ended}${members.join('')}</OperationEvents>`)
}

/** CloudFormation refuses the next change set, for these findings. */
function refuseChangeSet(proxy: FaultProxy, findings: readonly Finding[]): void {
  const described = [
    '<Status>FAILED</Status><ExecutionStatus>UNAVAILABLE</ExecutionStatus>',
    element('StatusReason', refusal),
    '<Changes/>',
  ].join('')
  proxy.inject({
    at: { call: 'cloudformation:DescribeChangeSet' },
    fault: answer('DescribeChangeSet', described),
  })
  proxy.inject({
    at: { call: 'cloudformation:DescribeEvents' },
    fault: eventsAnswer('CREATE_CHANGESET', findings),
  })
}

/** The lines of a text that say an error. */
const errorLines = (err: string): readonly string[] =>
  err.split('\n').filter((line) => /(^|\s)error {2}/.test(line))

/** The number of the first line of the config that has a text. */
function lineOf(life: Life, text: string): number {
  const lines = readFileSync(join(life.folder, 'config.yaml'), 'utf8').split('\n')
  return lines.findIndex((line) => line.includes(text)) + 1
}

const actions = ['show-changes', 'deploy --force', 'test-deploy --force'].map((line) => line.split(' '))

const stopsAt = (place: string, { type, logicalId, reason }: Finding, verb: string) =>
  `config.yaml:${place}  error  STACK_RESOURCE_FAILED  ${type} ${logicalId} could not be ${verb}: ${reason}`

describe('a change set that the early validation refuses', () => {
  it.each(actions)(
    'stops %s at the line of what is wrong, with a hint, and leaves nothing',
    async (...args) => {
      const life = newLife()
      const proxy = await proxyFor(life)
      refuseChangeSet(proxy, [taken])
      const { exitCode, err, out } = await life.run(args, via(proxy))
      expect([exitCode, out]).toEqual([1, ''])
      expect(errorLines(err)).toEqual([stopsAt(`${lineOf(life, 'ml_engineers:')}:5`, taken, 'deployed')])
      expect(err).toContain('the name is taken by something that is not in this stack')
      expect(err).not.toContain('hook(s)/validation')
      expect(await stateOf(life.account)).toMatchObject({ stacks: [], changeSets: [], groups: [], roles: [] })
    },
  )

  it.each(actions)(
    'tells %s every failure at its place, each with a hint, and no warning as one',
    async (...args) => {
      const life = newLife()
      const arn = attachMissingPolicy(life)
      life.edit(`["${arn}"]`, `["arn:aws:iam::aws:policy/ReadOnlyAccess", "${arn}"]`)
      const proxy = await proxyFor(life)
      refuseChangeSet(proxy, [warning, invalid, taken])
      const { exitCode, err } = await life.run(args, via(proxy))
      expect(exitCode).toBe(1)
      expect(errorLines(err)).toEqual([
        stopsAt(`${lineOf(life, 'managed_policies:')}:68`, invalid, 'deployed'),
        stopsAt(`${lineOf(life, 'ml_engineers:')}:5`, taken, 'deployed'),
      ])
      expect(err).toMatch(/pattern\n {2}mend what the message names, then run the command again\n/)
      expect((await stateOf(life.account)).stacks).toEqual([])
    },
  )
})

describe('an execution that fails in its early validation', () => {
  it.each(['deploy', 'test-deploy'])(
    'stops %s at what that found, not at what failed after it',
    async (action) => {
      const life = newLife()
      attachMissingPolicy(life)
      const proxy = await proxyFor(life)
      const answerNow = () =>
        proxy.inject({
          at: { call: 'cloudformation:DescribeEvents' },
          fault: eventsAnswer('CREATE_STACK', [taken]),
        })
      proxy.inject({
        at: { call: 'cloudformation:ExecuteChangeSet' },
        fault: { kind: 'call', run: answerNow },
      })
      const { exitCode, err } = await life.run([action, '--force'], via(proxy))
      expect(exitCode).toBe(1)
      expect(errorLines(err)).toEqual([stopsAt(`${lineOf(life, 'ml_engineers:')}:5`, taken, 'changed')])
      expect(err).toContain('the name is taken by something that is not in this stack')
      expect(err).toMatch(/^beside it failed RoleGlueEtl: Policy/m)
      const { stacks, groups, roles } = await stateOf(life.account)
      expect([groups, roles]).toEqual([[], []])
      expect(stacks).toEqual(action === 'deploy' ? [`${life.stackName} ROLLBACK_COMPLETE`] : [])
    },
  )

  it('and not at what it found in an earlier operation', async () => {
    const life = newLife()
    attachMissingPolicy(life)
    const proxy = await proxyFor(life)
    const before = new Date(Date.now() - 60_000)
    const earlier = eventsAnswer('CREATE_CHANGESET', [taken], before)
    proxy.inject({ at: { call: 'cloudformation:DescribeEvents' }, fault: earlier })
    const { err } = await life.run(['deploy', '--force'], via(proxy))
    expect(errorLines(err)).toEqual([
      expect.stringContaining('AWS::IAM::Role RoleGlueEtl could not be created'),
    ])
  })
})
