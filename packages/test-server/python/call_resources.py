"""Which resources a call is checked on, and with which condition keys, where MiniStack knows neither.

A change set's ARN stands for its stack; parameters are named in lists and by path; IAM's conditions see the policy that
is attached and the boundary; a bucket belongs to the account that made it. Resource types and keys are those of
https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

import json

import ministack.services.iam as iam
import ministack.services.s3 as s3
from ministack.core import iam_actions, iam_evaluator
from ministack.services.cloudformation import changesets, handlers

# Also of change sets that are gone: who asks for one is told so.
_stack_of_change_set: dict[str, str] = {}


class Resources(str):
    """The first resource, as MiniStack wants it, with what else the check needs."""

    others: tuple = ()
    keys: dict = {}


def install() -> None:
    own_resource, own_key = iam_actions.extract_resource_arn, iam_evaluator._resolve_condition_key

    def extract_resource_arn(service, method, path, headers, body, query_params, region, account_id):
        given = own_resource(service, method, path, headers, body, query_params, region, account_id)
        if service == "cloudformation":
            return _stack_arn(given, query_params)
        if service == "iam":
            return _iam_resource(given, query_params, account_id)
        if service == "ssm":
            return _parameter_arns(given, body, f"arn:aws:ssm:{region}:{account_id}:parameter")
        return given

    def resolve_condition_key(key, ctx):
        # The simulator is told the key; its buckets need not exist.
        is_told = key.lower() in (ctx.service_context or {})
        if key.lower() == "aws:resourceaccount" and not is_told and ctx.resource_arn.startswith("arn:aws:s3:::"):
            return s3._bucket_owner_account(ctx.resource_arn.split(":")[-1].split("/")[0])
        return own_key(key, ctx)

    iam_actions.extract_resource_arn = extract_resource_arn
    iam_evaluator._resolve_condition_key = resolve_condition_key
    iam_evaluator.enforce = _on_each(iam_evaluator.enforce)
    handlers._ACTION_HANDLERS["CreateChangeSet"] = _remembering(handlers._ACTION_HANDLERS["CreateChangeSet"])


def _remembering(create):
    def create_and_remember(params):
        answer = create(params)
        stack = handlers._resolve_stack(handlers._p(params, "StackName")) or {}
        named = (handlers._p(params, "ChangeSetName"), stack.get("StackName", ""))
        change_set_id, change_set = changesets._find_change_set(*named)
        if change_set:
            _stack_of_change_set[change_set_id] = change_set["StackId"]
        return answer

    return create_and_remember


def _on_each(enforce):
    def enforce_on_each(access_key, action, service, region, resource_arn="*", service_context=None):
        keys = {**(service_context or {}), **getattr(resource_arn, "keys", {})}
        for arn in (resource_arn, *getattr(resource_arn, "others", ())):
            denied = enforce(access_key, action, service, region, resource_arn=arn, service_context=keys)
            if denied:
                return denied
        return None

    return enforce_on_each


def _stack_arn(given, params) -> str:
    named = iam_actions._query_param(params, "ChangeSetName")
    if given != "*" or not named.startswith("arn:"):
        return given
    # The one call that has the change set itself as a resource.
    if iam_actions._query_param(params, "Action") == "DescribeEvents":
        return named
    return _stack_of_change_set.get(named, given)


def _iam_resource(given, params, account_id) -> Resources:
    def param(name):
        return iam_actions._query_param(params, name)

    arn = param("PolicySourceArn") or given
    if param("GroupName") and not param("UserName"):
        # Where a policy is attached, it is the group that the call is about.
        arn = f"arn:aws:iam::{account_id}:group/{param('GroupName')}"
    for name, kind in (("PolicyName", "policy"), ("InstanceProfileName", "instance-profile")):
        if given == "*" and param(name):
            arn = f"arn:aws:iam::{account_id}:{kind}/{param(name)}"
    resource = Resources(arn)
    # A role that is to be made has the boundary of the call alone.
    role = {} if param("Action") == "CreateRole" else iam._roles.get(param("RoleName")) or {}
    boundary = param("PermissionsBoundary") or role.get("PermissionsBoundary")
    keys = {"iam:PolicyARN": param("PolicyArn"), "iam:PermissionsBoundary": boundary}
    resource.keys = {key: value for key, value in keys.items() if value}
    return resource


def _parameter_arns(given, body, prefix) -> str:
    data = json.loads(body or b"{}")
    names = data.get("Names") or ([data["Path"].rstrip("/")] if data.get("Path") else [])
    if not names:
        return given
    first, *others = (f"{prefix}/{name.lstrip('/')}" for name in names)
    resources = Resources(first)
    resources.others = tuple(others)
    return resources
