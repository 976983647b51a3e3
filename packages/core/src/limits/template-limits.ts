/**
 * Limits of CloudFormation templates.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html | CloudFormation quotas}
 */
export const templateLimits = {
  /** What goes into a request; above, a template is read only from a bucket. */
  requestBytes: 51_200,
  /** What is read from a bucket. */
  bucketBytes: 1_048_576,
  descriptionBytes: 1024,
  nameCharacters: 255,
  parameterBytes: 4096,
  /** Keys of one mapping, and of one of its keys. */
  mappingKeys: 200,
  counts: { Resources: 500, Outputs: 200, Parameters: 200, Mappings: 200 },
} as const
