import { imageKinds, imageRegistryLines } from '../generated/image-registries.generated.js'
import { lazy } from './lazy.js'

export { imageRegistriesDate } from '../generated/image-registries.generated.js'

/** An AWS account whose ECR registry holds images of SageMaker. */
export interface ImageRegistry {
  readonly account: string
  /** What it holds, in words for people. */
  readonly holds: readonly string[]
}

/**
 * The accounts that SageMaker's own images are pulled from in a region; a role that runs them needs ECR's
 * pulling actions there.
 *
 * @returns Each account once, the most used first; empty for a region that has none.
 * @see {@link https://github.com/aws/sagemaker-python-sdk | The SDK that the list comes from}
 */
export function imageRegistriesOf(region: string): readonly ImageRegistry[] {
  return registriesByRegion().get(region) ?? []
}

/** True for an account that holds SageMaker's images in any region. */
export function isImageRegistry(account: string): boolean {
  return registryAccounts().has(account)
}

const registriesByRegion = lazy(() => new Map(imageRegistryLines.trim().split('\n').map(readLine)))

const registryAccounts = lazy(
  () => new Set([...registriesByRegion().values()].flat().map(({ account }) => account)),
)

function readLine(line: string): [string, ImageRegistry[]] {
  const [region = '', ...accounts] = line.split(' ')
  const distinct = [...new Set(accounts)].filter((account) => account !== '-')
  return [region, distinct.map((account) => ({ account, holds: kindsAt(account, accounts) }))]
}

function kindsAt(account: string, accounts: readonly string[]): string[] {
  return imageKinds.filter((_kind, column) => accounts[column] === account)
}
