"""What IAM refuses and MiniStack lets pass: taken names, deletions in conflict, quotas.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
"""

import json

import ministack.services.iam as iam

_POLICIES_PER_ENTITY = 10
_MANAGED_POLICY_SIZE = 6144
_INLINE_SIZE = {"Role": 10240, "Group": 5120, "User": 2048}
_TRUST_SIZE = 2048


def install() -> None:
    _refuse("CreateRole", _taken("Role", "RoleName", lambda: iam._roles))
    _refuse("CreateGroup", _taken("Group", "GroupName", lambda: iam._groups))
    _refuse("CreatePolicy", _policy_name_taken)
    _refuse("CreatePolicy", _policy_too_long)
    _refuse("CreatePolicyVersion", _policy_too_long)
    _refuse("CreateRole", _trust_too_long("AssumeRolePolicyDocument"))
    _refuse("UpdateAssumeRolePolicy", _trust_too_long("PolicyDocument"))
    _refuse("DeleteGroup", _group_in_use)
    _refuse("DeleteRole", _role_with_inline_policies)
    _refuse("DeletePolicy", _policy_with_versions)
    for kind, store in (("Role", iam._roles), ("Group", iam._groups), ("User", iam._users)):
        _refuse(f"Attach{kind}Policy", _not_attachable(kind, store))
        _refuse(f"Put{kind}Policy", _inline_too_long(kind, store))


def _refuse(action, check) -> None:
    """Puts a check before a call; what the check returns, if anything, is the answer."""
    handler = iam._IAM_HANDLERS[action]
    iam._IAM_HANDLERS[action] = lambda params: check(params) or handler(params)


def _conflict(message: str):
    return iam._error(409, "DeleteConflict", message)


def _beyond(message: str):
    return iam._error(409, "LimitExceeded", message)


def _taken(kind, parameter, store):
    # Names are unique without regard to case.
    def check(params):
        name = iam._p(params, parameter)
        if name.lower() in (other.lower() for other in store()):
            return iam._error(409, "EntityAlreadyExists", f"{kind} with name {name} already exists.")

    return check


def _policy_name_taken(params):
    # In the whole account, whatever the path.
    name = iam._p(params, "PolicyName")
    if name.lower() in (other["PolicyName"].lower() for other in iam._policies.values()):
        message = f"A policy called {name} already exists. Duplicate names are not allowed."
        return iam._error(409, "EntityAlreadyExists", message)


def _size(document: str) -> int:
    """IAM does not count white space."""
    try:
        return len(json.dumps(json.loads(document), separators=(",", ":"), ensure_ascii=False))
    except ValueError:
        return 0


def _policy_too_long(params):
    if _size(iam._p(params, "PolicyDocument")) > _MANAGED_POLICY_SIZE:
        return _beyond(f"Cannot exceed quota for PolicySize: {_MANAGED_POLICY_SIZE}")


def _trust_too_long(parameter):
    def check(params):
        if _size(iam._p(params, parameter)) > _TRUST_SIZE:
            return _beyond(f"Cannot exceed quota for ACLSizePerRole: {_TRUST_SIZE}")

    return check


def _inline_too_long(kind, store):
    def check(params):
        name = iam._p(params, f"{kind}Name")
        others = {**_inline_policies(kind, name, store), iam._p(params, "PolicyName"): iam._p(params, "PolicyDocument")}
        limit = _INLINE_SIZE[kind]
        if sum(_size(document) for document in others.values()) > limit:
            return _beyond(f"Maximum policy size of {limit} bytes exceeded for {kind.lower()} {name}")

    return check


def _inline_policies(kind, name, store) -> dict:
    if kind == "Role":
        return (store.get(name) or {}).get("InlinePolicies") or {}
    inline = iam._group_inline_policies if kind == "Group" else iam._user_inline_policies
    return inline.get(name) or {}


def _not_attachable(kind, store):
    def check(params):
        arn, entity = iam._p(params, "PolicyArn"), store.get(iam._p(params, f"{kind}Name"))
        attached = (entity or {}).get("AttachedPolicies") or []
        # Most policies of AWS have no document here, and can be attached all the same.
        if not iam._is_aws_managed_arn(arn) and not iam._policy_exists(arn):
            return iam._error(404, "NoSuchEntity", f"Policy {arn} does not exist or is not attachable.")
        if arn not in attached and len(attached) >= _POLICIES_PER_ENTITY:
            return _beyond(f"Cannot exceed quota for PoliciesPer{kind}: {_POLICIES_PER_ENTITY}")

    return check


def _group_in_use(params):
    name = iam._p(params, "GroupName")
    group = iam._groups.get(name) or {}
    if group.get("Users"):
        return _conflict("Cannot delete entity, must remove users from group first.")
    if group.get("AttachedPolicies"):
        return _conflict("Cannot delete entity, must detach all policies first.")
    if iam._group_inline_policies.get(name):
        return _conflict("Cannot delete entity, must delete policies first.")


def _role_with_inline_policies(params):
    role = iam._roles.get(iam._p(params, "RoleName")) or {}
    if role.get("InlinePolicies") and not role.get("AttachedPolicies"):
        return _conflict("Cannot delete entity, must delete policies first.")


def _policy_with_versions(params):
    if len((iam._policies.get(iam._p(params, "PolicyArn")) or {}).get("Versions") or {}) > 1:
        return _conflict(
            "This policy has more than one version. Before you delete a policy, you must delete the policy's "
            "versions. The default version is deleted with the policy."
        )
