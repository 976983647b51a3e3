import { awsRows } from './rows/aws.mjs'
import { coldRows } from './rows/cold.mjs'
import { manyRows } from './rows/many.mjs'
import { warmRows } from './rows/warm.mjs'

/**
 * What is measured, in the order of the table. A row has a `name`, the `unit` of both sides, perhaps the ratio to
 * `reach` and an `aim` beyond it, and `measure`, which answers the ratio and both sides.
 */
export const rows = [...coldRows, ...awsRows, ...warmRows, ...manyRows]
