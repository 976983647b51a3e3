import { describe, expect, it } from 'vitest'
import { templateUrl } from './template-url.js'

const address = { bucket: 'acme', region: 'us-west-1', key: 'sec/x.yaml', dnsSuffix: 'amazonaws.com' }

describe('the address of a template', () => {
  it.each([
    {
      name: 'holds bucket and region in its host',
      more: {},
      url: 'https://acme.s3.us-west-1.amazonaws.com/sec/x.yaml',
    },
    {
      name: 'ends its host as the partition does',
      more: { region: 'cn-north-1', dnsSuffix: 'amazonaws.com.cn' },
      url: 'https://acme.s3.cn-north-1.amazonaws.com.cn/sec/x.yaml',
    },
    {
      name: 'has the key percent-encoded, slashes apart',
      more: { key: "a b/ü+&(1)'*!.yaml" },
      url: 'https://acme.s3.us-west-1.amazonaws.com/a%20b/%C3%BC%2B%26%281%29%27%2A%21.yaml',
    },
    {
      name: 'holds the bucket in its path at an endpoint of its own',
      more: { endpointUrl: 'http://127.0.0.1:4566/' },
      url: 'http://127.0.0.1:4566/acme/sec/x.yaml',
    },
  ])('$name', ({ more, url }) => {
    expect(templateUrl({ ...address, ...more })).toBe(url)
  })
})
