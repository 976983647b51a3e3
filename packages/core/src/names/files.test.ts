import { expect, it } from 'vitest'
import { groupFile, operatorPolicyFile, policyFile, roleFile, templateFile } from './files.js'

const identity = { stem: 'edge-prod-b001-us-west-1-medium-sec' }

it.each([
  {
    name: 'a YAML template',
    file: templateFile(identity, 'yaml'),
    path: 'templates/edge-prod-b001-us-west-1-medium-sec-template.yaml',
  },
  {
    name: 'a JSON template',
    file: templateFile(identity, 'json'),
    path: 'templates/edge-prod-b001-us-west-1-medium-sec-template.json',
  },
  {
    name: 'a minified template, which is JSON',
    file: templateFile(identity, 'json-min'),
    path: 'templates/edge-prod-b001-us-west-1-medium-sec-template.json',
  },
  {
    name: "the operator's first document",
    file: operatorPolicyFile(identity, 1),
    path: 'policies/edge-prod-b001-us-west-1-medium-sec-iam-policy.json',
  },
  {
    name: "the operator's second document",
    file: operatorPolicyFile(identity, 2),
    path: 'policies/edge-prod-b001-us-west-1-medium-sec-iam-policy-2.json',
  },
  {
    name: 'a policy',
    file: policyFile('edge-prod-b001-policy-s3-level1-read-only'),
    path: 'policies/edge-prod-b001-policy-s3-level1-read-only.json',
  },
  {
    name: 'a group',
    file: groupFile('edge-prod-b001-group-qa-testing'),
    path: 'groups/edge-prod-b001-group-qa-testing.json',
  },
  {
    name: 'a cross-account role',
    file: roleFile('edge-prod-b001-xacct-deployment-role'),
    path: 'roles/edge-prod-b001-xacct-deployment-role.json',
  },
])('names the file of $name', ({ file, path }) => expect(file).toBe(path))
