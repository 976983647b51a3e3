import { declareFaultTable } from './support/fault-table.js'

await declareFaultTable(200, 'test-deploy')
