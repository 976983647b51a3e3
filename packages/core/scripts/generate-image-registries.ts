// Writes the accounts of SageMaker's images from what image-registries.py prints, on standard input.
import { header, literal, readInput, type Source, writeGenerated } from './generated-file.js'

interface ImageRegistries {
  readonly source: Source
  readonly kinds: readonly string[]
  /** Region to one account for each kind. */
  readonly regions: Readonly<Record<string, readonly (string | null)[]>>
}

function imageRegistriesFile({ source, kinds, regions }: ImageRegistries): string {
  const lines = Object.entries(regions).map(
    ([region, accounts]) => `${region} ${accounts.map((account) => account ?? '-').join(' ')}`,
  )
  return `${header('The AWS accounts whose registries hold the images of SageMaker, by region.', source, 'PyPI')}
/** Day of the release that the list comes from. */
export const imageRegistriesDate = '${source.released}'

/** What the registries hold; the columns of the lines below, in this order. */
export const imageKinds = [
${kinds.map((kind) => `  ${literal(kind)},`).join('\n')}
] as const

/** A region, then one account for each kind; \`-\` where the region has none. */
export const imageRegistryLines = \`
${lines.join('\n')}
\`
`
}

writeGenerated('image-registries', imageRegistriesFile(readInput()))
