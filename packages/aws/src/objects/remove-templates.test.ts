import { describe, expect, it } from 'vitest'
import { removeAllTemplates, removeTemplates } from './remove-templates.js'
import { digestOf, templateKey } from './template-key.js'

const place = { bucket: 'acme', expectedBucketOwner: '111122223333' }

function apiOf(keys: readonly string[]) {
  const left = new Set(keys)
  const sizes: number[] = []
  return {
    left,
    sizes,
    api: {
      listKeys: async (_place: unknown, prefix: string) => [...left].filter((key) => key.startsWith(prefix)),
      deleteObjects: async (_place: unknown, some: readonly string[]) => {
        sizes.push(some.length)
        for (const key of some) left.delete(key)
      },
    },
  }
}

const keyOf = (prefix: string, number: number) => templateKey(prefix, digestOf(String(number)), 'yaml')

describe('removing templates', () => {
  it('takes the keys that are named', async () => {
    const { api, left } = apiOf(['a/1', 'a/2', 'a/3'])
    await removeTemplates(api, place, ['a/1', 'a/3'])
    expect([...left]).toEqual(['a/2'])
  })

  it('makes no call for no key', async () => {
    const { api, sizes } = apiOf([])
    await removeTemplates(api, place, [])
    expect(sizes).toEqual([])
  })

  it('takes all of one prefix, and names them', async () => {
    const own = [
      keyOf('sec/acme/', 1),
      keyOf('sec/acme/', 2),
      templateKey('sec/acme/', `${digestOf('3')}-x1y2z3`, 'json'),
    ].sort()
    const foreign = [
      keyOf('sec/acme-2/', 1),
      keyOf('sec/', 1),
      'sec/acme/readme.txt',
      keyOf('sec/acme/old/', 1),
    ]
    const { api, left } = apiOf([...own, ...foreign])
    expect(await removeAllTemplates(api, place, 'sec/acme/')).toEqual(own)
    expect([...left]).toEqual(foreign)
  })

  it('leaves a bucket alone that holds none', async () => {
    const { api, sizes } = apiOf(['sec/acme/readme.txt'])
    expect(await removeAllTemplates(api, place, 'sec/acme/')).toEqual([])
    expect(sizes).toEqual([])
  })
})
