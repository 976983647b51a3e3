import { declareFaultTable } from './support/fault-table.js'

await declareFaultTable(
  90,
  'deploy through a bucket',
  'test-deploy through a bucket',
  'show-changes through a bucket',
  'delete-stack with a bucket',
)
