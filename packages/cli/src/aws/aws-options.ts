import type { SecOptions } from '../flags.js'
import type { CompileOptions } from '../input/compile-estate.js'

/** The options that every action takes that calls AWS. */
export type AwsOptions = CompileOptions &
  Pick<
    SecOptions,
    | 'out'
    | 'templateFormat'
    | 'dryRun'
    | 'force'
    | 'profile'
    | 'endpointUrl'
    | 'failOnChanges'
    | 'format'
    | 'verbose'
  > & {
    /** Brings back what was changed by hand, where the action has the flag. */
    readonly revertDrift?: boolean
  }
