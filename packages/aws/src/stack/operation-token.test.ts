import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeOperationToken, readOperationToken } from './operation-token.js'

describe('makeOperationToken', () => {
  it.each([
    ['arn:aws:iam::123456789012:user/people/alice', 'alice'],
    ['arn:aws:sts::123456789012:assumed-role/Admin/alice@example.com', 'alice-example-com'],
    ['arn:aws:iam::123456789012:root', 'root'],
    ['bob', 'bob'],
    ['arn:aws:sts::123456789012:assumed-role/CI/--', 'unknown'],
  ])('names the last part of %s', (who, name) => {
    const token = makeOperationToken({ tool: 'sec', action: 'test-deploy', who, random: 'k3j9x2ab' })
    expect(token).toBe(`sec--test-deploy--${name}--k3j9x2ab`)
    expect(readOperationToken(token)).toEqual({ tool: 'sec', action: 'test-deploy', who: name })
  })

  it('fits the rule of CloudFormation and can be read again, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 90 }),
        fc.string({ maxLength: 90 }),
        fc.string(),
        (action, who, random) => {
          const token = makeOperationToken({ action, who, random })
          expect(token).toMatch(/^[a-zA-Z0-9][-a-zA-Z0-9]{0,119}$/)
          expect(readOperationToken(token)?.tool).toBe('provisioner')
        },
      ),
    )
  })
})

describe('readOperationToken', () => {
  it.each(['', 'Console-CreateStack-0a1b-2c3d', 'cdk--deploy', 'a--b--c', 'a--b---c--d', 'a--b--c--d--e'])(
    'does not take %j for one of ours',
    (token) => expect(readOperationToken(token)).toBeUndefined(),
  )
})
