import { issueKind, issueMaker } from '@sec/common'

type Kept = { readonly logicalId: string; readonly what: string; readonly name: string }

/** Edits of a template that CloudFormation refuses, after it has begun to make the others. */
export const changeIssueKinds = {
  CHANGE_NEEDS_NEW_NAME: issueKind<Kept & { property: string }>({
    severity: 'error',
    meaning:
      'A property changes that CloudFormation can only change by making the resource anew, and the name stays. CloudFormation makes the new resource before it deletes the old one, so it refuses this.',
    message: ({ logicalId, what, name, property }) =>
      `${property} of the ${what} "${name}" (${logicalId}) differs from the deployed stack, and cannot be changed while the name stays`,
    hint: ({ property, what }) =>
      `keep ${property} as it is deployed, or give the ${what} another name; or take it out, deploy, and put it in again`,
    sample: {
      logicalId: 'PolicyS3Level1ReadOnly',
      what: 'policy',
      name: 'techcorp-dev-a001-policy-s3-level1-read-only',
      property: 'Description',
    },
  }),
  CHANGE_OF_TYPE: issueKind<{ logicalId: string; before: string; after: string }>({
    severity: 'error',
    meaning:
      'A logical id of the deployed stack stands for a resource of another type in the new template. CloudFormation does not change the type of a resource.',
    message: ({ logicalId, before, after }) =>
      `${logicalId} is deployed as ${before}, and the template makes ${after} of it`,
    hint: () => 'give the new entry another name; or take the old one out, deploy, and put the new one in',
    sample: { logicalId: 'GroupAuditors', before: 'AWS::IAM::Group', after: 'AWS::IAM::Role' },
  }),
  CHANGE_MOVES_NAME: issueKind<Kept & { owner: string }>({
    severity: 'error',
    meaning:
      'A name of the deployed stack belongs to another logical id in the new template. CloudFormation creates before it deletes, and IAM answers that the name exists; IAM compares names without regard to case.',
    message: ({ logicalId, what, name, owner }) =>
      `the ${what} "${name}" is deployed as ${owner}, and the template makes it anew as ${logicalId}: its name is taken until ${owner} is gone`,
    hint: ({ owner }) =>
      `keep the entry under its old name; or deploy once without it, which removes ${owner}, and then again with it`,
    sample: {
      logicalId: 'GroupDataScientists2',
      what: 'group',
      name: 'techcorp-dev-a001-group-data-scientists',
      owner: 'GroupDataScientists',
    },
  }),
  CHANGE_OF_CASE: issueKind<Kept & { before: string }>({
    severity: 'error',
    meaning:
      'Only the case of a name changes. CloudFormation makes a resource with the new name before it deletes the old one, and IAM takes both names for the same.',
    message: ({ logicalId, what, name, before }) =>
      `the ${what} "${before}" (${logicalId}) becomes "${name}", which IAM takes for the same name`,
    hint: ({ before }) => `keep the name "${before}", or choose one that differs by more than case`,
    sample: { logicalId: 'RoleCi', what: 'role', name: 'team-CI', before: 'team-ci' },
  }),
} as const

export const changeIssue = issueMaker(changeIssueKinds)
