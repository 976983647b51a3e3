// The actions that call AWS: in one module, since they load the same.
export { checkDrift } from './check-drift.js'
export { deleteEstate } from './delete-stack.js'
export { deploy } from './deploy.js'
export { showChanges } from './show-changes.js'
export { testDeploy } from './test-deploy.js'
