/** Undefined where IAM says that there is no such entity; every other error stays one. */
export async function orUndefined<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  try {
    return await answer
  } catch (error) {
    if (isNoSuchEntity(error)) return undefined
    throw error
  }
}

/** True for IAM's error, and for ours that it caused. The SDK names the class, older servers the code. */
export function isNoSuchEntity(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /^NoSuchEntity(Exception)?$/.test(error.name) || isNoSuchEntity(error.cause)
}
