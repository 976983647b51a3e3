// The actions that make something of a config's estate: in one module, since they load the same.
export { createProvTemplate } from './create-prov-template.js'
export { exportGroupFiles } from './export-groups.js'
export { exportRoleFiles } from './export-roles.js'
export { exportServicePolicies } from './export-service-policies.js'
export { validateConfig } from './validate-config.js'
