import { expect, it } from 'vitest'
import { stackOfTags } from './stack-of-tags.js'

const idOf = (arn: string) => ({ 'aws:cloudformation:stack-id': arn })

it.each([
  { partition: 'aws', region: 'eu-central-1' },
  { partition: 'aws-us-gov', region: 'us-gov-west-1' },
])('finds name and region in a stack id of $partition', ({ partition, region }) => {
  const stackId = `arn:${partition}:cloudformation:${region}:111122223333:stack/our-stack/6c0e-11`
  expect(stackOfTags(idOf(stackId))).toEqual({ kind: 'stack', stackId, stackName: 'our-stack', region })
})

it.each([
  { name: 'no tag', tags: {} },
  { name: 'another tag', tags: { 'aws:cloudformation:stack-name': 'our-stack' } },
  { name: 'no ARN', tags: idOf('our-stack') },
  {
    name: 'the ARN of a change set',
    tags: idOf('arn:aws:cloudformation:eu-west-1:111122223333:changeSet/c/1'),
  },
])('finds no stack in $name', ({ tags }) => expect(stackOfTags(tags)).toBeUndefined())
