"""What CloudFormation refuses in a stack's state, where MiniStack lets it pass; and stacks named by their id.

A stack at work takes no change set, update or deletion; ROLLBACK_COMPLETE can only be deleted; a stack in review is
none for an UPDATE change set; a deleted stack is found by its id only.
"""

from ministack.services.cloudformation import changesets, handlers

# Those that MiniStack looks up by the stack's name only.
_BY_NAME = ("CreateChangeSet", "DescribeChangeSet", "ExecuteChangeSet", "ListChangeSets")
_NOT_DELETED = ("GetTemplate", "ListStackResources", "DescribeStackResources", "DescribeStackEvents", "ListChangeSets")


def install() -> None:
    _refuse("CreateChangeSet", _not_changeable)
    _refuse("ExecuteChangeSet", _at_work)
    _refuse("DeleteStack", _not_deletable)
    for action in _NOT_DELETED:
        _refuse(action, _deleted)
    for action in _BY_NAME:
        handlers._ACTION_HANDLERS[action] = _with_name(handlers._ACTION_HANDLERS[action])


def _refuse(action, check) -> None:
    handler = handlers._ACTION_HANDLERS[action]

    def checked(params):
        stack = handlers._resolve_stack(handlers._p(params, "StackName"))
        reason = check(stack, params)
        return handlers._error("ValidationError", reason) if reason else handler(params)

    handlers._ACTION_HANDLERS[action] = checked


def _with_name(handler):
    def named(params):
        given = handlers._p(params, "StackName")
        # arn:aws:cloudformation:eu-central-1:123456789012:stack/{name}/{uuid}
        return handler({**params, "StackName": [given.split("/")[1]]} if given.startswith("arn:") else params)

    return named


def _is_at_work(stack) -> bool:
    status = (stack or {}).get("StackStatus", "")
    return status.endswith("_IN_PROGRESS") and status != "REVIEW_IN_PROGRESS"


def _state(stack) -> str:
    return f"Stack:{stack['StackId']} is in {stack['StackStatus']} state and can not be updated."


def _not_changeable(stack, params):
    if stack is None:
        return None
    if _is_at_work(stack) or stack["StackStatus"] == "ROLLBACK_COMPLETE":
        return _state(stack)
    is_update = handlers._p(params, "ChangeSetType", "UPDATE") == "UPDATE"
    if is_update and stack["StackStatus"] == "REVIEW_IN_PROGRESS":
        return f"Stack [{stack['StackName']}] does not exist"


def _at_work(stack, params):
    # A change set named by its ARN needs no stack name.
    change_set = changesets._find_change_set(handlers._p(params, "ChangeSetName"))[1] or {}
    stack = stack or handlers._resolve_stack(change_set.get("StackName", ""))
    return _state(stack) if _is_at_work(stack) else None


def _not_deletable(stack, _params):
    if _is_at_work(stack) and stack["StackStatus"] not in ("CREATE_IN_PROGRESS", "DELETE_IN_PROGRESS"):
        return f"Stack [{stack['StackId']}] cannot be deleted while in status {stack['StackStatus']}"


def _deleted(stack, params):
    name = handlers._p(params, "StackName")
    if stack and stack["StackStatus"] == "DELETE_COMPLETE" and not name.startswith("arn:"):
        return f"Stack [{name}] does not exist"
