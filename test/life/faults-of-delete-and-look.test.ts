import { declareFaultTable } from './support/fault-table.js'

await declareFaultTable(220, 'delete-stack', 'show-changes')
