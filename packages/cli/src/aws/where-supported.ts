import { isUnsupportedError } from '@sec/aws'
import { finding, findingKinds } from './finding-kinds.js'
import type { AwsRun } from './run.js'

/**
 * Does what a server that acts like AWS may not be able to do.
 *
 * @param undone - What is left undone where it cannot: then a warning says so, and the action goes on.
 * @returns Undefined where the server cannot.
 */
export async function whereSupported<Value>(
  run: Pick<AwsRun, 'estate'>,
  undone: string,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!isUnsupportedError(error)) throw error
    const lack = finding('SERVER_LACKS_OPERATION', [], { undone, reason: error.message })
    await run.estate.show([lack], findingKinds)
    return undefined
  }
}
