import type { IssuePath } from '@sec/common'
import { isMap } from '@sec/common/iam'
import { callOf, isNoValue } from '../template-check/read/call.js'
import { evaluateText, type Lookup } from './evaluate-text.js'

/** Told of every function that cannot be evaluated. */
export type ReportUnresolved = (path: IssuePath, reason: string) => void

/** How a value is resolved. */
export interface Resolving {
  readonly lookup: Lookup
  readonly report: ReportUnresolved
}

/**
 * A value of a template with its functions evaluated, at any depth.
 *
 * @param path - Where the value stands, for the report.
 * @returns Plain data; a function that cannot be evaluated stays as it is, `AWS::NoValue` is left out.
 */
export function resolveValue(value: unknown, path: IssuePath, resolving: Resolving): unknown {
  if (Array.isArray(value)) return resolveList(value, path, resolving)
  if (!isMap(value)) return value
  const call = callOf(value)
  return call ? resolveCall(value, call.name, path, resolving) : resolveMap(value, path, resolving)
}

function resolveList(items: readonly unknown[], path: IssuePath, resolving: Resolving): readonly unknown[] {
  return items.flatMap((item, index) =>
    isNoValue(item) ? [] : [resolveValue(item, [...path, index], resolving)],
  )
}

/** The entries of a map, each resolved. */
export function resolveMap(
  map: Readonly<Record<string, unknown>>,
  path: IssuePath,
  resolving: Resolving,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) =>
      value === undefined || isNoValue(value) ? [] : [[key, resolveValue(value, [...path, key], resolving)]],
    ),
  )
}

function resolveCall(call: unknown, name: string, path: IssuePath, { lookup, report }: Resolving): unknown {
  const text = evaluateText(call, lookup)
  if (text === undefined) report(path, `what ${name} answers here is known to CloudFormation alone`)
  return text ?? call
}
