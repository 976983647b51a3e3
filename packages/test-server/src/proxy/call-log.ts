/** How a call ended: with a status, without an answer, or not yet. */
export type CallStatus = number | 'cut-before' | 'cut-after' | 'stalled' | 'pending'

export interface RecordedCall {
  /** 1 for the first call, retries included. */
  readonly n: number
  /** Service and operation, such as `iam:GetRole`. */
  readonly call: string
  readonly status: CallStatus
}

export interface CallLog {
  /** Writes a call down; `nth` is its number among those of its name. */
  add(call: string): { readonly n: number; readonly nth: number; end(status: CallStatus): void }
  calls(): readonly RecordedCall[]
  clear(): void
}

export function createCallLog(): CallLog {
  let records: { n: number; call: string; status: CallStatus }[] = []
  return {
    add: (call) => {
      const record = { n: records.length + 1, call, status: 'pending' as CallStatus }
      records.push(record)
      const end = (status: CallStatus) => {
        record.status = status
      }
      return { n: record.n, nth: records.filter((other) => other.call === call).length, end }
    },
    calls: () => records.map((record) => ({ ...record })),
    clear: () => {
      records = []
    },
  }
}
