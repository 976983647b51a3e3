import type { Question } from '@sec/common/cli'
import type { Life } from './life.js'
import type { SecRun, SecWorld } from './run-sec.js'

/** A run, and what it asked. */
export interface AskedRun {
  readonly questions: readonly Question[]
  readonly ended: SecRun
}

/** Runs an action and gives one answer to all of its questions, which are kept. */
export async function asked(
  life: Life,
  args: readonly string[],
  answer: boolean | ((question: Question) => boolean | Promise<boolean>),
  change: Partial<SecWorld> = {},
): Promise<AskedRun> {
  const questions: Question[] = []
  const keep = (_text: string, question: Question) => {
    questions.push(question)
    return typeof answer === 'boolean' ? answer : answer(question)
  }
  return { ended: await life.run(args, { ...change, answer: keep }), questions }
}
