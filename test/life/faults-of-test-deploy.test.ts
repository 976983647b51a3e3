import { declareFaultTable } from './support/fault-table.js'

await declareFaultTable('test-deploy')
