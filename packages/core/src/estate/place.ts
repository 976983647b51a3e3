import { dnsSuffixOf, type Partition, partitionNames } from '../aws-data/regions.js'

/** Where a stack is, or will be. */
export interface StackPlace {
  /** Twelve digits. */
  readonly accountId: string
  readonly region: string
  readonly partition: string
  readonly stackName: string
  /** Logical id to physical id, for resources whose template names none: CloudFormation has made their names. */
  readonly physicalIds?: Readonly<Record<string, string>>
}

/** What CloudFormation's pseudo parameters answer at a place; those are missing that only a stack can tell. */
export function pseudoValues(place: StackPlace): ReadonlyMap<string, string> {
  const isKnown = (partitionNames as readonly string[]).includes(place.partition)
  return new Map([
    ['AWS::AccountId', place.accountId],
    ['AWS::Partition', place.partition],
    ['AWS::Region', place.region],
    ['AWS::StackName', place.stackName],
    ...(isKnown ? [['AWS::URLSuffix', dnsSuffixOf(place.partition as Partition)] as const] : []),
  ])
}
