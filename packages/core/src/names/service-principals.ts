import { pascalCase } from '@sec/common'

/** `sagemaker` -> `sagemaker.amazonaws.com`; a full principal stays as it is. */
export function servicePrincipal(service: string): string {
  return service.includes('.') ? service : `${service}.amazonaws.com`
}

/** One or many services as principals, in the order of their names; a short and a full name of one are one. */
export function servicePrincipals(services: string | readonly string[]): string[] {
  return [...new Set([services].flat().map(servicePrincipal))].sort()
}

/** `sagemaker.amazonaws.com` -> `sagemaker`, in China too: what each service does there is the same. */
export function shortService(principal: string): string {
  return principal.replace(/\.amazonaws\.com(?:\.cn)?$/, '')
}

/** `sagemaker.amazonaws.com` -> `Sagemaker`, `states.amazonaws.com.cn` -> `StatesCn`. */
export function serviceSid(principal: string): string {
  return pascalCase(principal.replace('.amazonaws.com', ''))
}
