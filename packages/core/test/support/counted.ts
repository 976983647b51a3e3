/** A map or list that counts how often something is read from it. */
export function counted<Value extends object>(
  value: Value,
): { readonly value: Value; readonly reads: () => number } {
  let reads = 0
  const proxy = new Proxy(value, {
    get(target, key, receiver) {
      reads += 1
      return Reflect.get(target, key, receiver)
    },
    getOwnPropertyDescriptor(target, key) {
      reads += 1
      return Reflect.getOwnPropertyDescriptor(target, key)
    },
  })
  return { value: proxy, reads: () => reads }
}
