import { describe, expect, it } from 'vitest'
import { bucketName } from './bucket-name.js'

const parameters: Readonly<Record<string, string>> = {
  '/s3/acme/Name': 'acme-templates',
  '/s3/acme/Line': 'acme-templates\n',
  '/s3/acme/Arn': 'arn:aws:s3:::acme-templates',
  '/s3/acme/Dots': 'acme.templates',
}
const api = { getParameter: async (name: string) => parameters[name] }

describe('the name of a bucket', () => {
  it.each(['acme-templates', 'ssm:/s3/acme/Name', 'ssm:/s3/acme/Line'])('is found for %s', async (given) => {
    expect(await bucketName(api, given)).toBe('acme-templates')
  })

  it('asks SSM for nothing where it is given', async () => {
    const getParameter = () => Promise.reject(new Error('was asked'))
    expect(await bucketName({ getParameter }, 'acme-templates')).toBe('acme-templates')
  })

  it.each([
    { given: 'ssm:/s3/acme/None', code: 'BUCKET_PARAMETER_MISSING', says: '"/s3/acme/None"' },
    {
      given: 'ssm:/s3/acme/Arn',
      code: 'BUCKET_NAME_FORM',
      says: '/s3/acme/Arn" is "arn:aws:s3:::acme-templates"',
    },
    { given: 'ssm:/s3/acme/Dots', code: 'BUCKET_NAME_FORM', says: 'acme.templates' },
    { given: 'Acme', code: 'BUCKET_NAME_FORM', says: 'Acme' },
    { given: 'ab', code: 'BUCKET_NAME_FORM', says: 'ab' },
  ])('is refused for $given: $code', async ({ given, code, says }) => {
    const failed = bucketName(api, given)
    await expect(failed).rejects.toMatchObject({
      kind: 'input',
      code,
      message: expect.stringContaining(says),
    })
  })
})
