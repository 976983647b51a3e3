import { expect, it } from 'vitest'
import { splitTags } from './split-tags.js'

it('tells tags of AWS from those that people set', () => {
  const awsTags = { 'aws:cloudformation:stack-name': 's' }
  const tags = { estate: 'edge', 'team:aws:x': 'y', AWS: 'z' }
  expect(splitTags({ ...awsTags, ...tags })).toEqual({ tags, awsTags })
})
