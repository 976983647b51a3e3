import type { Observation } from '@sec/common/iam'
import { attempt } from '../attempt.js'

/** Looks at one name; a read that fails by itself is an answer too. */
export async function observe<Found>(
  name: string,
  read: () => Promise<Found | undefined>,
): Promise<Observation<Found>> {
  const answer = await attempt(read)
  if (answer.kind === 'failed') return { kind: 'not-checked', name, reason: answer.reason }
  return answer.value === undefined ? { kind: 'missing', name } : { kind: 'found', name, found: answer.value }
}
