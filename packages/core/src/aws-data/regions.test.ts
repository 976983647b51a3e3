import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { regionsFile } from '../../scripts/generate-regions.js'
import { dnsSuffixOf, partitionNames, partitionOf, regionNames, regionsDate } from './regions.js'

describe('partitionOf', () => {
  it.each([
    { region: 'us-west-1', partition: 'aws' },
    { region: 'eu-central-1', partition: 'aws' },
    { region: 'cn-northwest-1', partition: 'aws-cn' },
    { region: 'us-gov-east-1', partition: 'aws-us-gov' },
    { region: 'us-iso-east-1', partition: 'aws-iso' },
    { region: 'eusc-de-east-1', partition: 'aws-eusc' },
    { region: 'aws-global', partition: undefined },
    { region: 'us-west-9', partition: undefined },
    { region: 'US-WEST-1', partition: undefined },
    { region: '', partition: undefined },
  ])('answers $partition for "$region"', ({ region, partition }) =>
    expect(partitionOf(region)).toBe(partition),
  )
})

describe('the list of regions', () => {
  it('is as long as AWS is large, and names each region once', () => {
    expect(regionNames.length).toBeGreaterThanOrEqual(46)
    expect(new Set(regionNames).size).toBe(regionNames.length)
  })

  it('has real regions only', () => {
    expect(regionNames.filter((name) => !/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(name))).toEqual([])
  })

  it('carries its day', () => expect(regionsDate).toMatch(/^20\d\d-\d\d-\d\d$/))

  it('gives every partition an ending of its host names', () => {
    expect(Object.fromEntries(partitionNames.map((name) => [name, dnsSuffixOf(name)]))).toMatchObject({
      aws: 'amazonaws.com',
      'aws-cn': 'amazonaws.com.cn',
      'aws-us-gov': 'amazonaws.com',
    })
  })

  it('is what a fresh run of its generator makes', () => {
    const committed = readFileSync(new URL('../generated/regions.generated.ts', import.meta.url), 'utf8')
    expect(regionsFile()).toBe(committed)
    expect(committed).toMatch(/Generated from @aws-sdk\/core .* by `npm run generate`; do not edit/)
  })
})
