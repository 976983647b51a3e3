import type { AwsRun } from '../aws/run.js'

/** What a plan is made of: the estate and the flags, and nothing that could call anybody. */
export type PlanRun = Pick<AwsRun, 'model' | 'template' | 'text' | 'options' | 'context' | 'id'>
