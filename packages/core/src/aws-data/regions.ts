import { partitions } from '../generated/regions.generated.js'

export { regionsDate } from '../generated/regions.generated.js'

export type Partition = keyof typeof partitions

export const partitionNames = Object.keys(partitions) as readonly Partition[]

/** Every region of the shipped list, partition by partition. */
export const regionNames: readonly string[] = partitionNames.flatMap((name) => [...partitions[name].regions])

/** The partition of a region such as `cn-north-1`; undefined for a region that the list does not have. */
export function partitionOf(region: string): Partition | undefined {
  return partitionNames.find((name) => (partitions[name].regions as readonly string[]).includes(region))
}

/** The ending of AWS's host names in a partition, such as `amazonaws.com.cn`. */
export function dnsSuffixOf(partition: Partition): string {
  return partitions[partition].dnsSuffix
}
