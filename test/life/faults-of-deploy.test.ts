import { declareFaultTable } from './support/fault-table.js'

await declareFaultTable('deploy that creates', 'deploy that updates')
