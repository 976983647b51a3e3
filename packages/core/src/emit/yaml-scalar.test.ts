import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { yamlScalar } from './yaml-scalar.js'

describe('yamlScalar', () => {
  it.each([
    'AWS::IAM::Role',
    'arn:aws:iam::011122223333:role/edge-prod-b001-role-x',
    'arn:aws:s3:::edge-*/*',
    '/aws/sagemaker/*',
    'ml-platform@edge.example',
    'sts:AssumeRole',
    'PolicyS3Level1',
    'Fn::GetAtt',
    'nobody',
  ])('leaves %s plain', (text) => expect(yamlScalar(text)).toBe(text))

  it.each([
    // Read as a number, with or without base, by one reader or the other.
    ...[
      '0123',
      '011122223333',
      '0o17',
      '0x1F',
      '0b1',
      '1_000',
      '12:30:45',
      '1e3',
      'E0',
      'e_1',
      'e+1',
      '.5',
      '+1',
      '-1',
      '1.0',
    ],
    // Dates.
    ...['2012-10-17', '2001-12-14t21:59:43.10-05:00'],
    // Booleans, nothing, special numbers, YAML 1.1's own types.
    ...[
      'y',
      'n',
      'Yes',
      'no',
      'ON',
      'off',
      'true',
      'False',
      'null',
      'Null',
      '~',
      '',
      '.inf',
      '.NaN',
      '=',
      '<<',
    ],
    // Indicators and what ends a scalar.
    ...[
      '*',
      '&a',
      '!x',
      '@a',
      '`a',
      '%a',
      '- a',
      '? a',
      '# a',
      'a #b',
      'a: b',
      'a:',
      '[a',
      '{a',
      "'a",
      '"a',
      '|',
      '>',
    ],
    // Spaces and line breaks of one reader or the other.
    ...[
      ' a',
      'a ',
      '\ta',
      'a\nb',
      'a\rb',
      'a\u0085b',
      'a\u00a0b',
      'a\u2028b',
      '\ufeffa',
      'a\u007fb',
      'a\u0000b',
    ],
    ...['---', '...', '${aws:username}', 'a\\b', 'ÿ'],
  ])('quotes %j, and both readers read the same text', (text) => {
    const written = yamlScalar(text)
    expect(written).toMatch(/^".*"$/)
    expect(parse(written)).toBe(text)
    expect(parse(written, { version: '1.1' })).toBe(text)
  })

  it('writes only what YAML prints and no reader takes for a line break', () => {
    const every = Array.from({ length: 0x2100 }, (_none, code) => String.fromCharCode(code)).join('')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    expect(yamlScalar(`${every}\ufeff\uffff`)).not.toMatch(/[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\uffff]/)
  })
})
