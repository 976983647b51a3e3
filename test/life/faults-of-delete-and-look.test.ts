import { declareFaultTable } from './support/fault-table.js'

await declareFaultTable('delete-stack', 'show-changes')
