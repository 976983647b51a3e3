import type { OperationEvent } from '../ports.js'
import { cleanReason } from './clean-reason.js'

/** One thing that the early validation of CloudFormation found in a template. */
export interface ValidationFinding {
  /** Such as `NAME_CONFLICT_VALIDATION`. */
  readonly name: string
  readonly logicalId: string
  readonly resourceType: string
  /** Where in the template, such as `/Resources/Bucket/Properties/BucketName`; empty where nothing is said. */
  readonly path: string
  readonly reason: string
  /** Only a failure stops the operation. */
  readonly mode: 'FAIL' | 'WARN'
}

/**
 * Picks the findings of the early validation, failures first, each once.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html | Early validation}
 */
export function findingsOf(events: readonly OperationEvent[]): ValidationFinding[] {
  const findings = events.filter(({ eventType }) => eventType === 'VALIDATION_ERROR').map(findingOf)
  const unique = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
  return unique.sort((a, b) => Number(a.mode === 'WARN') - Number(b.mode === 'WARN'))
}

const findingOf = (event: OperationEvent): ValidationFinding => ({
  name: event.validationName ?? '',
  logicalId: event.logicalId,
  resourceType: event.resourceType,
  path: event.validationPath ?? '',
  reason: cleanReason(event.validationStatusReason || event.statusReason),
  mode: event.validationFailureMode === 'WARN' ? 'WARN' : 'FAIL',
})

/** Such as `Bucket (AWS::S3::Bucket): the name exists already [NAME_CONFLICT_VALIDATION at /Resources/Bucket]`. */
export function describeFinding({ name, logicalId, resourceType, path, reason }: ValidationFinding): string {
  const resource = logicalId && (resourceType ? `${logicalId} (${resourceType})` : logicalId)
  const place = [name, path].filter(Boolean).join(' at ')
  return [resource, reason].filter(Boolean).join(': ') + (place && ` [${place}]`)
}
