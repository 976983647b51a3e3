import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { imageKinds } from '../generated/image-registries.generated.js'
import { imageRegistriesDate, imageRegistriesOf, isImageRegistry } from './image-registries.js'
import { partitionOf } from './regions.js'

/** Read from AWS's SDK by hand, kind by kind. */
const reference = {
  'us-west-1': [
    '763104351884',
    '746614075791',
    '632365934929',
    '632365934929',
    '632365934929',
    '632365934929',
    '667973535471',
    '740489534195',
    '890145073186',
    '685455198987',
    '053634841547',
    '742091327244',
    '926135532090',
  ],
  'us-east-1': [
    '763104351884',
    '683313688378',
    '811284229777',
    '382416733822',
    '522234722520',
    '766337827248',
    '173754725891',
    '205585389593',
    '156813124566',
    '503895931360',
    '885854791233',
    '081325390199',
    '663277389841',
  ],
  'eu-central-1': [
    '763104351884',
    '492215442770',
    '813361260812',
    '664544806723',
    '495149712605',
    '353608530281',
    '906073651304',
    '017069133835',
    '048819808253',
    '482524230118',
    '545423591354',
    '936697816551',
    '024640144536',
  ],
}

describe('imageRegistriesOf', () => {
  it.each(Object.entries(reference))('agrees with the reference in %s, kind by kind', (region, accounts) => {
    const found = imageKinds.map(
      (kind) => imageRegistriesOf(region).find(({ holds }) => holds.includes(kind))?.account,
    )
    expect(found).toEqual(accounts)
  })

  it('names an account once, with all that it holds', () => {
    const builtIn = imageRegistriesOf('us-west-1').filter(({ account }) => account === '632365934929')
    expect(builtIn).toHaveLength(1)
    expect(builtIn[0]?.holds).toHaveLength(4)
  })

  it('leaves out what a region does not have', () => {
    const registries = imageRegistriesOf('ap-southeast-7')
    expect(registries.length).toBeGreaterThan(0)
    expect(registries.flatMap(({ holds }) => holds)).not.toContain('built-in: LDA')
    expect(registries.map(({ account }) => account)).not.toContain('-')
  })

  it('is empty for a region that it does not know', () =>
    expect(imageRegistriesOf('us-west-9')).toStrictEqual([]))
})

describe('isImageRegistry', () => {
  it.each([
    { account: '763104351884', isOne: true },
    { account: '017069133835', isOne: true },
    { account: '123456789012', isOne: false },
    { account: '-', isOne: false },
  ])('answers $isOne for $account', ({ account, isOne }) => expect(isImageRegistry(account)).toBe(isOne))
})

describe('the generated list', () => {
  const text = readFileSync(new URL('../generated/image-registries.generated.ts', import.meta.url), 'utf8')
  const lines = text.match(/^[a-z-]+-\d .*$/gm) ?? []

  it('says what it comes from, when, and how it is renewed', () => {
    expect(text).toMatch(/Generated from sagemaker-core .* by `npm run generate`; do not edit/)
    expect(text).toContain('Apache-2.0')
    expect(imageRegistriesDate).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  it('has at least the 44 regions of the reference, each known to the list of regions, thirteen columns each', () => {
    expect(lines.length).toBeGreaterThanOrEqual(44)
    expect(lines.filter((line) => partitionOf(line.split(' ')[0] ?? '') === undefined)).toEqual([])
    expect(lines.filter((line) => !/^\S+( (\d{12}|-)){13}$/.test(line))).toEqual([])
  })
})
