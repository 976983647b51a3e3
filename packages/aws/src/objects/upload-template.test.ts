import { describe, expect, it } from 'vitest'
import type { ObjectApi } from '../ports.js'
import { uploadTemplate } from './upload-template.js'

const upload = {
  bucket: 'acme',
  expectedBucketOwner: '111122223333',
  region: 'us-west-1',
  key: 'sec/x.yaml',
  text: 'Resources: {}',
  dnsSuffix: 'amazonaws.com',
}

function apiOf(region: string | Error, put?: Error) {
  const calls: unknown[][] = []
  const api: Pick<ObjectApi, 'getBucketRegion' | 'putObject'> = {
    getBucketRegion: async (...given) => {
      calls.push(['getBucketRegion', ...given])
      if (region instanceof Error) throw region
      return region
    },
    putObject: async (...given) => {
      calls.push(['putObject', ...given])
      if (put) throw put
    },
  }
  return { api, calls }
}

describe('an upload', () => {
  it('looks at the region first, then puts the text, with the owner in both calls', async () => {
    const { api, calls } = apiOf('us-west-1')
    const place = { bucket: 'acme', expectedBucketOwner: '111122223333' }
    expect(await uploadTemplate(api, upload)).toEqual({
      url: 'https://acme.s3.us-west-1.amazonaws.com/sec/x.yaml',
    })
    expect(calls).toEqual([
      ['getBucketRegion', place],
      ['putObject', place, 'sec/x.yaml', 'Resources: {}', 'application/yaml'],
    ])
  })

  it('puts nothing into a bucket of another region, and says both', async () => {
    const { api, calls } = apiOf('eu-west-1')
    await expect(uploadTemplate(api, upload)).rejects.toMatchObject({
      code: 'AWS_BUCKET_ELSEWHERE',
      message: 'the bucket "acme" is in eu-west-1, expected us-west-1',
      hint: expect.stringContaining('us-west-1'),
    })
    expect(calls).toHaveLength(1)
  })

  it('passes on what the API throws', async () => {
    const error = new Error('no')
    await expect(uploadTemplate(apiOf(error).api, upload)).rejects.toBe(error)
    await expect(uploadTemplate(apiOf('us-west-1', error).api, upload)).rejects.toBe(error)
  })
})
