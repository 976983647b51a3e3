type AsyncFunctions<Api> = {
  readonly [Name in keyof Api]: (...args: never[]) => Promise<unknown>
}

/**
 * A port whose module is loaded by the first call of any of its functions: an SDK client takes about 100 ms.
 *
 * @param names - Every function of the port, so that the result is a plain object.
 */
export function lazily<Api extends AsyncFunctions<Api>>(
  names: Readonly<Record<keyof Api & string, true>>,
  load: () => Promise<Api>,
): Api {
  let loading: Promise<Api> | undefined
  const loaded = () => {
    loading ??= load()
    return loading
  }
  const entries = Object.keys(names).map((name) => [
    name,
    async (...args: never[]) => (await loaded())[name as keyof Api](...args),
  ])
  return Object.fromEntries(entries) as Api
}
