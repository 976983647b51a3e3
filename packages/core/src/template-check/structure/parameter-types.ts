const awsTypes = [
  ...['AvailabilityZone::Name', 'Image::Id', 'Instance::Id', 'KeyPair::KeyName', 'SecurityGroup::GroupName'],
  ...['SecurityGroup::Id', 'Subnet::Id', 'VPC::Id', 'Volume::Id'],
].map((type) => `AWS::EC2::${type}`)

const singleTypes = [...awsTypes, 'AWS::Route53::HostedZone::Id', 'String']
const lists = singleTypes.map((type) => `List<${type}>`)

/**
 * Types of parameters.
 *
 * @see {@link https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html | Parameters}
 */
export const parameterTypes: readonly string[] = [
  ...singleTypes,
  ...lists,
  ...['Number', 'List<Number>', 'CommaDelimitedList', 'AWS::SSM::Parameter::Name'],
  ...[...singleTypes, ...lists, 'CommaDelimitedList'].map((type) => `AWS::SSM::Parameter::Value<${type}>`),
]

/** True for a known type, and for values of SSM of types that are not listed. */
export function isParameterType(type: string): boolean {
  return parameterTypes.includes(type) || /^AWS::SSM::Parameter::Value<[\w:<>]+>$/.test(type)
}

/** True when a Ref to the parameter gives a list. */
export function isListType(type: string): boolean {
  return /^(List<|CommaDelimitedList$|AWS::SSM::Parameter::Value<(List<|CommaDelimitedList))/.test(type)
}
