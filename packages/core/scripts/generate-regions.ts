// Writes the list of regions and their partitions, from the endpoint data of the AWS SDK for JavaScript.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { header, literal, writeGenerated } from './generated-file.js'

/**
 * The package that holds the data, through `@aws-sdk/util-endpoints`. Its day of release stands nowhere in it:
 * look it up with `npm view @aws-sdk/core time` when the version changes.
 */
const source = { package: '@aws-sdk/core', version: '3.981.1', released: '2026-11-21' } as const

interface Partition {
  readonly id: string
  readonly outputs: { readonly dnsSuffix: string }
  /** Regular expression of the partition's real regions; pseudo regions such as `aws-global` do not match. */
  readonly regionRegex: string
  readonly regions: Readonly<Record<string, unknown>>
}

function readPartitions(): readonly Partition[] {
  const endpoints = createRequire(import.meta.url).resolve('@aws-sdk/util-endpoints')
  const core = createRequire(endpoints)
    .resolve('@aws-sdk/core/client')
    .replace(/dist-cjs.*/, '')
  const { version } = JSON.parse(readFileSync(`${core}package.json`, 'utf8')) as { version: string }
  if (version !== source.version)
    throw new Error(`${source.package} is ${version} now: set its version and day`)
  const module = readFileSync(`${core}dist-es/submodules/client/util-endpoints/lib/aws/partitions.js`, 'utf8')
  const json = module.replace('export const partitionsInfo = ', '').replace(/;\s*$/, '')
  return (JSON.parse(json) as { partitions: readonly Partition[] }).partitions
}

function regionsOf({ regions, regionRegex }: Partition): string[] {
  return Object.keys(regions)
    .filter((region) => new RegExp(regionRegex).test(region))
    .sort()
}

/** The text of the generated file. */
export function regionsFile(): string {
  const entries = readPartitions().map(
    (partition) =>
      `  ${literal(partition.id)}: {\n    dnsSuffix: ${literal(partition.outputs.dnsSuffix)},\n    regions: [\n` +
      `${regionsOf(partition)
        .map((region) => `      ${literal(region)},\n`)
        .join('')}    ],\n  },`,
  )
  return `${header('The regions of AWS and their partitions.', source, 'npm')}
/** Day of the release that the list comes from. */
export const regionsDate = '${source.released}'

/** Partition to the ending of its host names and its regions. */
export const partitions = {
${entries.join('\n')}
} as const
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeGenerated('regions', regionsFile())
