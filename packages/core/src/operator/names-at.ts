import type { CallsAt } from './aws-call.js'

/** The names of the estate, or those of a test deployment. */
export type NameSet = '' | 'test-'

export const group = (names: NameSet): CallsAt => ({ on: `${names}group` })
export const role = (names: NameSet): CallsAt => ({ on: `${names}role` })
export const policy = (names: NameSet): CallsAt => ({ on: `${names}policy` })
