"""Drift-aware change sets: CreateChangeSet with DeploymentMode=REVERT_DRIFT, which MiniStack ignores.

They compare the new template with what is there, so that a resource changed by hand is among the changes, and
executing them brings it back.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html
"""

import contextvars

from ministack.core.responses import now_iso
from ministack.services import cloudformation
from ministack.services.cloudformation import changesets, drift, handlers, provisioners, stacks

_reverting = contextvars.ContextVar("reverting", default=False)
_MODE = "REVERT_DRIFT"


def install() -> None:
    actions = handlers._ACTION_HANDLERS
    actions["CreateChangeSet"] = _creating(actions["CreateChangeSet"])
    actions["DescribeChangeSet"] = _describing(actions["DescribeChangeSet"])
    actions["ExecuteChangeSet"] = _executing(actions["ExecuteChangeSet"])
    stacks._update_resource = _updating(stacks._update_resource)


def _change_set_of(params):
    name = handlers._p(params, "ChangeSetName")
    return changesets._find_change_set(name, handlers._p(params, "StackName"))[1] or {}


def _creating(create):
    def create_aware(params):
        answer = create(params)
        if answer[0] < 400 and handlers._p(params, "DeploymentMode") == _MODE:
            _add_drift(_change_set_of(params))
        return answer

    return create_aware


def _describing(describe):
    def describe_aware(params):
        status, headers, body = describe(params)
        if _change_set_of(params).get("DeploymentMode") == _MODE:
            mode = f"<DeploymentMode>{_MODE}</DeploymentMode></DescribeChangeSetResult>"
            body = body.replace(b"</DescribeChangeSetResult>", mode.encode())
        return status, headers, body

    return describe_aware


def _executing(execute):
    def execute_aware(params):
        # The deployment is a task that takes this context along.
        token = _reverting.set(_change_set_of(params).get("DeploymentMode") == _MODE)
        try:
            return execute(params)
        finally:
            _reverting.reset(token)

    return execute_aware


def _updating(update):
    def update_aware(rtype, physical_id, old, new, stack_name, logical_id=None, attributes=None):
        if not _reverting.get() or rtype not in drift._DRIFT_READERS:
            return update(rtype, physical_id, old, new, stack_name, logical_id, attributes)
        actual = _actual(rtype, physical_id, old)
        if actual is None:
            return provisioners._provision_resource(rtype, logical_id, new, stack_name)
        return update(rtype, physical_id, actual, new, stack_name, logical_id, attributes)

    return update_aware


def _actual(rtype, physical_id, props):
    """The properties as they are now; those that no reader knows, as they were deployed."""
    reader, known = drift._DRIFT_READERS[rtype]
    current = reader(physical_id, props)
    if current is None:
        return None
    read = {key: value for key, value in current.items() if key in known and key in props}
    if "Tags" in read:
        read["Tags"] = drift._tags_in_shape(read["Tags"], props["Tags"])
    return {**{key: value for key, value in props.items() if key not in known}, **read}


def _add_drift(change_set) -> None:
    change_set["DeploymentMode"] = _MODE
    stack = cloudformation._stacks.get(change_set["StackName"]) or {}
    listed = {change["ResourceChange"]["LogicalResourceId"] for change in change_set["Changes"]}
    drifted = [_drift_change(stack, change_set, key) for key in stack.get("_resources", {}) if key not in listed]
    change_set["Changes"] += [change for change in drifted if change]
    if change_set["Changes"]:
        change_set.update(Status="CREATE_COMPLETE", ExecutionStatus="AVAILABLE", StatusReason="")


def _drift_change(stack, change_set, logical_id):
    record = stack["_resources"][logical_id]
    definition = change_set["_template"].get("Resources", {}).get(logical_id)
    if definition is None or not drift.supports_drift(record["ResourceType"]):
        return None
    found = drift.detect_resource_drift(stack, logical_id, record, now_iso())
    if found["StackResourceDriftStatus"] not in ("MODIFIED", "DELETED"):
        return None
    properties = sorted({item["PropertyPath"].split("/")[1] for item in found.get("PropertyDifferences", [])})
    return {"ResourceChange": _resource_change(logical_id, record, properties)}


def _resource_change(logical_id, record, properties) -> dict:
    target = {"Attribute": "Properties", "RequiresRecreation": "Never"}
    return {
        # A deleted resource has no property to show; it is made again.
        "Action": "Modify" if properties else "Add",
        "LogicalResourceId": logical_id,
        "PhysicalResourceId": record["PhysicalResourceId"],
        "ResourceType": record["ResourceType"],
        **({"Replacement": "False", "Scope": ["Properties"]} if properties else {}),
        "Details": [
            {"Target": {**target, "Name": name}, "Evaluation": "Static", "ChangeSource": "DirectModification"}
            for name in properties
        ],
    }
