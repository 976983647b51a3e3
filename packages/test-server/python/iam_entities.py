"""AWS::IAM::Group and AWS::IAM::Role, made, changed and deleted through the IAM API as CloudFormation does it.

MiniStack has no group, and its role knows no boundary, takes a name that exists and deletes whatever hangs on it.
"""

import json

import ministack.services.iam as iam
from iam_call import call, call_unless_gone, check, unchecked
from ministack.services.cloudformation import provisioners


def install() -> None:
    handlers = provisioners._RESOURCE_HANDLERS
    handlers["AWS::IAM::Group"] = _handlers("Group", iam._groups, _create_group, _change_group)
    role = _handlers("Role", iam._roles, _create_role, _change_role)
    handlers["AWS::IAM::Role"] = {**handlers["AWS::IAM::Role"], **role}
    provisioners._CUSTOM_NAME_REPLACEMENT["AWS::IAM::Group"] = {"name": "GroupName"}
    provisioners._REPLACING_PROPERTIES["AWS::IAM::Group"] = ("GroupName",)


def _handlers(kind, store, create_entity, change_entity) -> dict:
    named = f"{kind}Name"

    def create(logical_id, props, stack_name):
        name = props.get(named) or provisioners._physical_name(stack_name, logical_id, max_len=64)
        create_entity(name, props)
        try:
            _change_policies(kind, name, {}, props)
        except ValueError:
            delete(name, props)
            raise
        return name, _attributes(kind, store[name])

    def update(name, old, new, stack_name, logical_id):
        if name not in store:
            # https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract.html: what is
            # gone cannot be changed. MiniStack asks for what does not change, too, and AWS does not.
            if old != new:
                call(f"Get{kind}", **{named: name})
            return create(logical_id, new, stack_name)
        _change_all(name, old, new)
        return name, _attributes(kind, store[name])

    def _change_all(name, old, new):
        try:
            change_entity(name, old, new)
            _change_policies(kind, name, old, new)
        except ValueError:
            # MiniStack takes a failed update for one that changed nothing.
            with unchecked():
                change_entity(name, new, old)
                _change_policies(kind, name, new, old)
            raise

    def delete(name, props):
        if name in store:
            _change_policies(kind, name, props, {})
            call_unless_gone(f"Delete{kind}", **{named: name})

    return {"create": create, "update": update, "update_with_logical_id": True, "delete": delete}


def _attributes(kind, entity) -> dict:
    return {"Arn": entity["Arn"], **({"RoleId": entity["RoleId"]} if kind == "Role" else {})}


def _text(document) -> str:
    return document if isinstance(document, str) else json.dumps(document)


def _inline(props) -> dict:
    return {policy["PolicyName"]: _text(policy["PolicyDocument"]) for policy in props.get("Policies") or []}


def _change_policies(kind, name, old, new) -> None:
    """Only what one of the two templates names: what was added by hand stays, as on AWS."""
    entity = {f"{kind}Name": name}
    old_arns, new_arns = (set(props.get("ManagedPolicyArns") or []) for props in (old, new))
    old_inline, new_inline = _inline(old), _inline(new)
    for arn in sorted(old_arns - new_arns):
        call_unless_gone(f"Detach{kind}Policy", **entity, PolicyArn=arn)
    for policy_name in sorted(old_inline.keys() - new_inline.keys()):
        call_unless_gone(f"Delete{kind}Policy", **entity, PolicyName=policy_name)
    for arn in sorted(new_arns - old_arns):
        call(f"Attach{kind}Policy", **entity, PolicyArn=arn)
    for policy_name, document in new_inline.items():
        call(f"Put{kind}Policy", **entity, PolicyName=policy_name, PolicyDocument=document)


def _create_group(name, props) -> None:
    call("CreateGroup", GroupName=name, Path=props.get("Path"))


def _change_group(name, old, new) -> None:
    group, path = iam._groups[name], new.get("Path") or "/"
    group["Arn"] = group["Arn"].split(":group")[0] + f":group{path}{name}"
    group["Path"] = path


def _tag_params(props) -> dict:
    tags = enumerate(props.get("Tags") or [], 1)
    return {f"Tags.member.{n}.{part}": tag[part] for n, tag in tags for part in ("Key", "Value")}


def _create_role(name, props) -> None:
    if props.get("Tags"):
        check("TagRole", RoleName=name)
    call(
        "CreateRole",
        RoleName=name,
        AssumeRolePolicyDocument=_text(props.get("AssumeRolePolicyDocument", {})),
        **{key: props.get(key) for key in ("Path", "Description", "MaxSessionDuration", "PermissionsBoundary")},
        **_tag_params(props),
    )


def _change_role(name, old, new) -> None:
    call("UpdateAssumeRolePolicy", RoleName=name, PolicyDocument=_text(new.get("AssumeRolePolicyDocument", {})))
    call(
        "UpdateRole",
        RoleName=name,
        Description=new.get("Description", ""),
        MaxSessionDuration=new.get("MaxSessionDuration", 3600),
    )
    _change_boundary(name, new.get("PermissionsBoundary"))
    _change_tags(name, *(provisioners._tag_map(props.get("Tags")) for props in (old, new)))


def _change_tags(name, old, tags) -> None:
    if tags.items() - old.items():
        check("TagRole", RoleName=name)
    if old.keys() - tags.keys():
        check("UntagRole", RoleName=name)
    iam._roles[name]["Tags"] = [{"Key": key, "Value": value} for key, value in tags.items()]


def _change_boundary(name, arn) -> None:
    if arn:
        call("PutRolePermissionsBoundary", RoleName=name, PermissionsBoundary=arn)
    elif iam._roles[name].get("PermissionsBoundary"):
        call("DeleteRolePermissionsBoundary", RoleName=name)
