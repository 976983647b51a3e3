import { declareFaultTable } from './support/fault-table.js'

await declareFaultTable(220, 'deploy that creates', 'deploy that updates')
