"""What groups, managed policies and roles hold now, in the shape of a template."""

import ministack.services.iam as iam
from ministack.services.cloudformation import drift

_POLICIES = {"ManagedPolicyArns", "Policies"}


def install() -> None:
    read_role, role_properties = drift._DRIFT_READERS["AWS::IAM::Role"]

    def read_whole_role(name, props):
        role = read_role(name, props)
        return role and {**role, **_policies(iam._roles[name], iam._roles[name]["InlinePolicies"]), **_boundary(name)}

    drift._DRIFT_READERS["AWS::IAM::Role"] = (read_whole_role, role_properties | _POLICIES | {"PermissionsBoundary"})
    drift._DRIFT_READERS["AWS::IAM::Group"] = (_read_group, frozenset({"GroupName", "Path"} | _POLICIES))
    drift._DRIFT_READERS["AWS::IAM::ManagedPolicy"] = (
        _read_managed_policy,
        frozenset({"ManagedPolicyName", "Path", "Description", "PolicyDocument", "Groups", "Roles", "Users"}),
    )


def _policies(entity, inline) -> dict:
    return {
        "ManagedPolicyArns": list(entity.get("AttachedPolicies") or []),
        "Policies": [
            {"PolicyName": name, "PolicyDocument": drift._json_or(document)} for name, document in inline.items()
        ],
    }


def _boundary(name) -> dict:
    arn = iam._roles[name].get("PermissionsBoundary")
    return {"PermissionsBoundary": arn} if arn else {}


def _read_group(name, _props):
    group = iam._groups.get(name)
    if group is None:
        return None
    inline = iam._group_inline_policies.get(name) or {}
    return {"GroupName": name, "Path": group["Path"], **_policies(group, inline)}


def _read_managed_policy(arn, _props):
    policy = iam._policies.get(arn)
    if policy is None:
        return None
    return {
        "ManagedPolicyName": policy["PolicyName"],
        "Path": policy["Path"],
        "Description": policy["Description"],
        "PolicyDocument": drift._json_or(policy["Versions"][policy["DefaultVersionId"]]["Document"]),
        **{kind: _names_with(arn, store) for kind, store in _stores().items()},
    }


def _stores() -> dict:
    return {"Groups": iam._groups, "Roles": iam._roles, "Users": iam._users}


def _names_with(arn, store) -> list:
    return [name for name, entity in store.items() if arn in (entity.get("AttachedPolicies") or [])]
