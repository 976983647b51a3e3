"""AWS::IAM::ManagedPolicy: MiniStack's own handlers, but for a name that exists and for a policy in use."""

import json

import ministack.services.iam as iam
from iam_call import call, call_unless_gone, check
from ministack.services.cloudformation import provisioners

_TYPE = "AWS::IAM::ManagedPolicy"


def install() -> None:
    own = provisioners._RESOURCE_HANDLERS[_TYPE]

    def create(logical_id, props, stack_name):
        name = props.get("ManagedPolicyName") or provisioners._physical_name(stack_name, logical_id, max_len=128)
        # Every check that IAM makes, then MiniStack's creation, which also attaches.
        arn = _create(name, props)
        iam._policies.pop(arn)
        return own["create"](logical_id, {**props, "ManagedPolicyName": name}, stack_name)

    def update(arn, old, new, stack_name, logical_id):
        if arn not in iam._policies:
            return create(logical_id, new, stack_name)
        if new.get("PolicyDocument") != old.get("PolicyDocument"):
            check("ListPolicyVersions", PolicyArn=arn)
            check("CreatePolicyVersion", PolicyArn=arn)
        return own["update"](arn, old, new, stack_name, logical_id)

    provisioners._RESOURCE_HANDLERS[_TYPE] = {**own, "create": create, "update": update, "delete": _delete}


def _create(name, props) -> str:
    document = json.dumps(props.get("PolicyDocument", {}))
    text = call("CreatePolicy", PolicyName=name, Path=props.get("Path"), PolicyDocument=document)
    return text.split("<Arn>")[1].split("</Arn>")[0]


def _delete(arn, props) -> None:
    if arn not in iam._policies:
        return
    provisioners._iam_policy_reconcile_entities(arn, props, {})
    for version_id, version in list(iam._policies[arn]["Versions"].items()):
        if not version["IsDefaultVersion"]:
            call("DeletePolicyVersion", PolicyArn=arn, VersionId=version_id)
    call_unless_gone("DeletePolicy", PolicyArn=arn)
