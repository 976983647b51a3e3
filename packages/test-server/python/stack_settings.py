"""What a stack keeps beside its template: whom CloudFormation tells of events, and the role that it works with.

MiniStack forgets both. An empty list of topics takes them away, and a change set with other topics alone has something to
change; a stack without a role of its own keeps the last one.
https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
"""

from ministack.services import cloudformation
from ministack.services.cloudformation import changesets, handlers

_NO_CHANGES = "The submitted information didn't contain changes."


def install() -> None:
    actions = handlers._ACTION_HANDLERS
    for action in ("CreateStack", "UpdateStack"):
        actions[action] = _keeping(actions[action])
    actions["CreateChangeSet"] = _noting(actions["CreateChangeSet"])
    actions["ExecuteChangeSet"] = _executing(actions["ExecuteChangeSet"])
    actions["DescribeStacks"] = _describing(actions["DescribeStacks"])


def _settings(params) -> dict:
    given = {}
    if any(name.startswith("NotificationARNs") for name in params):
        given["NotificationARNs"] = handlers._extract_string_members(params, "NotificationARNs")
    if role := handlers._p(params, "RoleARN"):
        given["RoleARN"] = role
    return given


def _keeping(change):
    def change_and_keep(params):
        answer = change(params)
        stack = handlers._resolve_stack(handlers._p(params, "StackName"))
        if answer[0] < 400 and stack:
            stack.update(_settings(params))
        return answer

    return change_and_keep


def _change_set_of(params):
    name = handlers._p(params, "ChangeSetName")
    return changesets._find_change_set(name, handlers._p(params, "StackName"))[1]


def _noting(create):
    def create_and_note(params):
        answer = create(params)
        change_set = _change_set_of(params)
        if answer[0] < 400 and change_set is not None:
            change_set["_settings"] = _settings(params)
            _judge(change_set)
        return answer

    return create_and_note


def _judge(change_set) -> None:
    """Other topics are a change, whatever the template says."""
    stack = cloudformation._stacks.get(change_set["StackName"], {})
    wanted = change_set["_settings"].get("NotificationARNs", stack.get("NotificationARNs", []))
    if change_set["StatusReason"].startswith(_NO_CHANGES) and wanted != stack.get("NotificationARNs", []):
        change_set.update(Status="CREATE_COMPLETE", ExecutionStatus="AVAILABLE", StatusReason="")


def _executing(execute):
    def execute_and_keep(params):
        change_set = _change_set_of(params) or {}
        answer = execute(params)
        stack = cloudformation._stacks.get(change_set.get("StackName", ""))
        if answer[0] < 400 and stack:
            stack.update(change_set.get("_settings", {}))
        return answer

    return execute_and_keep


def _describing(describe):
    def describe_all(params):
        status, headers, body = describe(params)
        for stack in cloudformation._stacks.values():
            body = body.replace(_identity(stack), _identity(stack) + _xml_of(stack))
        return status, headers, body

    return describe_all


def _identity(stack) -> bytes:
    return f"<StackId>{handlers._esc(stack['StackId'])}</StackId>".encode()


def _xml_of(stack) -> bytes:
    topics = "".join(f"<member>{handlers._esc(arn)}</member>" for arn in stack.get("NotificationARNs", []))
    role = f"<RoleARN>{handlers._esc(stack['RoleARN'])}</RoleARN>" if "RoleARN" in stack else ""
    return f"<NotificationARNs>{topics}</NotificationARNs>{role}".encode()
