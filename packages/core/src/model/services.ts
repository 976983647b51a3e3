/** `sagemaker` -> `sagemaker.amazonaws.com`; a full principal stays as it is. */
export function servicePrincipal(service: string): string {
  return service.includes('.') ? service : `${service}.amazonaws.com`
}

/** One or many services as principals, in the order of their names. */
export function servicePrincipals(services: string | readonly string[]): string[] {
  return [services].flat().map(servicePrincipal).sort()
}

/** `sagemaker.amazonaws.com` -> `sagemaker`, for Sids. */
export function shortService(principal: string): string {
  return principal.replace(/\.amazonaws\.com(?:\.cn)?$/, '')
}
