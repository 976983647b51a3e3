// Writes the properties, attributes and identifiers of the resource types of IAM, and of SSM parameters.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import { header, literal, writeGenerated } from './generated-file.js'

/** Its day of release stands nowhere in it: look it up with `npm view @aws-cdk/aws-service-spec time`. */
const source = { package: '@aws-cdk/aws-service-spec', version: '0.1.216', released: '2026-09-29' } as const

const database = openDatabase()
type Resource = ReturnType<typeof database.all<'resource'>>[number]
type Property = Resource['properties'][string]
type PropertyType = Property['type']

function openDatabase() {
  const entry = createRequire(import.meta.url).resolve('@aws-cdk/aws-service-spec')
  const json = readFileSync(entry.replace(/lib\/index\.js$/, 'package.json'), 'utf8')
  const { version } = JSON.parse(json) as { version: string }
  if (version !== source.version)
    throw new Error(`${source.package} is ${version} now: set its version and day`)
  return loadAwsServiceSpecSync()
}

function isWanted({ cloudFormationType }: Resource): boolean {
  return cloudFormationType.startsWith('AWS::IAM::') || cloudFormationType === 'AWS::SSM::Parameter'
}

/** `string`, `json|string`, `Policy[]` (a list), `string{}` (a map). */
function typeText(type: PropertyType): string {
  switch (type.type) {
    case 'array':
      return `${typeText(type.element)}[]`
    case 'map':
      return `${typeText(type.element)}{}`
    case 'ref':
      return database.get('typeDefinition', type.reference.$ref).name
    case 'union':
      return type.types.map(typeText).sort().join('|')
    default:
      return type.type
  }
}

function valuesOf(type: PropertyType): readonly string[] {
  return type.type === 'string' ? (type.allowedValues ?? []) : []
}

function propertyLine(name: string, property: Property, indent: string): string {
  const values = valuesOf(property.type)
  const facts = [
    `type: ${literal(typeText(property.type))}`,
    ...(property.required ? ['required: true'] : []),
    ...(property.causesReplacement && property.causesReplacement !== 'no'
      ? [`replacement: ${literal(property.causesReplacement)}`]
      : []),
    ...(values.length > 0 ? [`values: [${values.map(literal).join(', ')}]`] : []),
  ]
  return `${indent}${name}: { ${facts.join(', ')} },`
}

function propertyLines(properties: Resource['properties'], indent: string): string[] {
  return Object.keys(properties)
    .sort()
    .map((name) => propertyLine(name, properties[name] as Property, indent))
}

function resourceLines(resource: Resource): string[] {
  const types = database.follow('usesType', resource).map(({ entity }) => entity)
  const list = (names: readonly string[]) => `[${names.map(literal).join(', ')}]`
  return [
    `  ${literal(resource.cloudFormationType)}: {`,
    `    primaryIdentifier: ${list(resource.primaryIdentifier ?? [])},`,
    `    attributes: ${list(Object.keys(resource.attributes).sort())},`,
    '    properties: {',
    ...propertyLines(resource.properties, '      '),
    '    },',
    '    types: {',
    ...types.flatMap(({ name, properties }) => [
      `      ${name}: {`,
      ...propertyLines(properties, '        '),
      '      },',
    ]),
    '    },',
    '  },',
  ]
}

/** The text of the generated file. */
export function resourceSpecFile(): string {
  const resources = database
    .all('resource')
    .filter(isWanted)
    .sort((a, b) => (a.cloudFormationType < b.cloudFormationType ? -1 : 1))
  return `${header('The resource types of IAM, and SSM parameters, as CloudFormation defines them.', source, 'npm')}
/** Version of the package that the specification comes from. */
export const resourceSpecVersion = '${source.version}'

/** Type to its identifier, attributes (for GetAtt), properties, and the types that these use. */
export const generatedResourceSpec = {
${resources.flatMap(resourceLines).join('\n')}
} as const
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeGenerated('resource-spec', resourceSpecFile())
