// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as templates write them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicyTemplate, templateLimitBytes } from './parse-policy-template.js'

const good = `# why
service: queue
level: level1
name: level1-read
summary: Read queues.
typical_users: [data_scientists]
statements:
  - Sid: Read
    reason: People look at messages.
    Effect: Allow
    Action: sqs:GetQueueAttributes
    Resource: arn:\${partition}:sqs:\${region}:\${account_id}:\${prefix}-*
    Condition:
      Bool:
        aws:SecureTransport: true
`

const parse = (text: string, file = 'mine/queue/level1-read.yaml') => parsePolicyTemplate({ file, text })
const faults = (text: string, file?: string) =>
  parse(text, file).issues.map(({ code, location }) => [code, location?.line, location?.column])

describe('a good template', () => {
  it('becomes data in one form', () => {
    const { template, issues } = parse(good)
    expect(issues).toEqual([])
    expect(template).toEqual({
      service: 'queue',
      level: 'level1',
      name: 'level1-read',
      summary: 'Read queues.',
      typicalUsers: ['data_scientists'],
      file: 'mine/queue/level1-read.yaml',
      statements: [
        {
          Sid: 'Read',
          reason: 'People look at messages.',
          Effect: 'Allow',
          Action: ['sqs:GetQueueAttributes'],
          Resource: ['arn:${partition}:sqs:${region}:${account_id}:${prefix}-*'],
          Condition: { Bool: { 'aws:SecureTransport': 'true' } },
        },
      ],
    })
  })

  it.each([
    ['without a folder', good, 'level1-read.yaml'],
    ['with a folder in the manner of Windows', good, 'C:\\mine\\queue\\level1-read.yaml'],
    ['whose level is the whole name', good.replace('level: level1', 'level: level1-read'), undefined],
    ['without typical users', good.replace('[data_scientists]', '[]'), undefined],
  ])('is accepted %s', (_name, text, file) => expect(faults(text, file)).toEqual([]))
})

describe('a fault has its line and column', () => {
  it.each<[string, string, string, string, number, number]>([
    ['a tab', 'level: level1', '\tlevel: level1', 'YAML_SYNTAX', 3, 1],
    ['an unknown key', 'summary: Read queues.', 'summary: x\nauthor: me', 'TEMPLATE_UNKNOWN_KEY', 6, 1],
    ['a misspelt key, once', 'summary:', 'sumary:', 'TEMPLATE_UNKNOWN_KEY', 5, 1],
    ['a missing key', 'summary: Read queues.\n', '', 'TEMPLATE_MISSING_KEY', 1, 1],
    ['a service in capitals', 'service: queue', 'service: Queue', 'TEMPLATE_NAME_FORM', 2, 10],
    ['a service of another folder', 'service: queue', 'service: topic', 'TEMPLATE_SERVICE_NOT_FOLDER', 2, 10],
    ['a level of another name', 'level: level1', 'level: level2', 'TEMPLATE_LEVEL_NOT_IN_NAME', 3, 8],
    ['a level that ends inside a word', 'level: level1', 'level: level', 'TEMPLATE_LEVEL_NOT_IN_NAME', 3, 8],
    ['a level that is a number', 'level: level1', 'level: 1', 'TEMPLATE_NAME_FORM', 3, 8],
    ['a name of another file', 'name: level1-read', 'name: level1-write', 'TEMPLATE_NAME_NOT_FILE', 4, 7],
    ['a summary of two lines', 'Read queues.', '"a\\nb"', 'TEMPLATE_SUMMARY', 5, 10],
    ['a blank summary', 'Read queues.', '" "', 'TEMPLATE_SUMMARY', 5, 10],
    ['a long dash in the summary', 'Read queues.', 'Read — queues', 'TEMPLATE_SUMMARY', 5, 10],
    ['a summary that is too long', 'Read queues.', 'a'.repeat(1001), 'TEMPLATE_SUMMARY', 5, 10],
    ['users as a text', '[data_scientists]', 'data_scientists', 'TEMPLATE_TYPICAL_USERS', 6, 16],
    ['a user that is a number', '[data_scientists]', '[a, 5]', 'TEMPLATE_TYPICAL_USERS', 6, 20],
    ['statements as a map', '  - Sid: Read', '    Sid: Read', 'STATEMENTS_NOT_A_LIST', 8, 5],
    ['no Sid', '  - Sid: Read\n    reason', '  - reason', 'STATEMENT_NO_SID', 8, 5],
    ['no reason', '    reason: People look at messages.\n', '', 'STATEMENT_NO_REASON', 8, 5],
    ['an unknown placeholder', '${region}', '${regoin}', 'STATEMENT_PLACEHOLDER', 12, 15],
    ['an unknown operator', 'Bool:', 'Bol:', 'STATEMENT_OPERATOR', 14, 7],
  ])('%s', (_name, from, to, ...expected) => {
    const text = good.replace(from, () => to)
    expect(text).not.toBe(good)
    expect(faults(text)).toEqual([expected])
  })

  it.each([
    ['an empty file', '', 'YAML_EMPTY'],
    ['a list', '- a', 'YAML_NOT_A_MAP'],
    ['a text', 'a', 'YAML_NOT_A_MAP'],
    ['a file that is too large', 'a'.repeat(templateLimitBytes + 1), 'YAML_TOO_LARGE'],
    ['a binary file', '\u0000', 'YAML_BINARY'],
  ])('%s', (_name, text, code) => expect(faults(text)).toEqual([[code, 1, 1]]))

  it('is found with all others in one run, and there is no template', () => {
    const { template, issues } = parse('service: S3\nstatements: []\nsummary: 5\n')
    expect(template).toBeUndefined()
    expect(issues.map(({ code, args }) => args.key ?? code)).toEqual([
      'level',
      'name',
      'typical_users',
      'service',
      'STATEMENTS_EMPTY',
      'TEMPLATE_SUMMARY',
    ])
  })
})

it('answers any change of a template with a template or with issues that have a place', () => {
  const cut = fc.tuple(fc.nat(good.length), fc.nat(30), fc.string())
  fc.assert(
    fc.property(cut, ([start, length, insert]) => {
      const { template, issues } = parse(good.slice(0, start) + insert + good.slice(start + length))
      return (template === undefined) === issues.length > 0 && issues.every(({ location }) => location)
    }),
    { numRuns: 300 },
  )
})
