/** Where the things of an estate are. */
export interface ArnPlace {
  readonly partition: string
  readonly accountId: string
}

/** The ARN of a group, role or policy without a path. */
export function iamArnOf(place: ArnPlace, type: 'group' | 'role' | 'policy', name: string): string {
  return `arn:${place.partition}:iam::${place.accountId}:${type}/${name}`
}
