export { checkTemplate } from './check-template.js'
export { templateCheckIssueKinds } from './issues/template-issues.js'
export {
  iamTypes,
  type PropertySpec,
  type PropertySpecs,
  type ResourceSpec,
  specOf,
} from './resources/resource-spec.js'
