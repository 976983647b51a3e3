import { describeBusy, type StackDescription, stackBusyError } from '@sec/aws'
import type { AwsRun } from './run.js'

/** The error for a stack that somebody else works on: it says who, and since when. */
export async function busyError({ aws, shield }: AwsRun, stack: StackDescription): Promise<Error> {
  return stackBusyError(stack.stackName, await describeBusy(aws.stacks, stack, shield.waiting))
}
