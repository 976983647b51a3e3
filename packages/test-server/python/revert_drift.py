"""Drift-aware change sets: CreateChangeSet with DeploymentMode=REVERT_DRIFT, which MiniStack ignores.

They compare the new template with what is there, so that a resource changed by hand is among the changes, and
executing them brings it back. Asked for property values, they tell what is there and what the template says.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html
"""

import contextvars
import json
import re
from xml.sax.saxutils import escape

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
        change_set = _change_set_of(params)
        if status < 400 and change_set.get("DeploymentMode") == _MODE:
            changes = change_set["Changes"]
            if handlers._p(params, "IncludePropertyValues") != "true":
                changes = _without_values(changes)
            found = {"Changes": [{"Type": "Resource", **change} for change in changes], "DeploymentMode": _MODE}
            body = re.sub(rb"<Changes>.*</Changes>", lambda _: _xml(found).encode(), body, flags=re.DOTALL)
        return status, headers, body

    return describe_aware


_VALUES = ("Path", "BeforeValue", "AfterValue", "BeforeValueFrom", "AfterValueFrom", "Drift")


def _without_values(value):
    if isinstance(value, list):
        return [_without_values(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_values(item) for key, item in value.items() if key not in _VALUES}
    return value


def _xml(value) -> str:
    if isinstance(value, list):
        return "".join(f"<member>{_xml(item)}</member>" for item in value)
    if isinstance(value, dict):
        return "".join(f"<{key}>{_xml(item)}</{key}>" for key, item in value.items())
    return escape(str(value))


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
    return {"ResourceChange": _resource_change(logical_id, record, found)}


def _resource_change(logical_id, record, found) -> dict:
    names = sorted({item["PropertyPath"].split("/")[1] for item in found.get("PropertyDifferences", [])})
    return {
        # A deleted resource has no property to show; it is made again.
        "Action": "Modify" if names else "Add",
        "LogicalResourceId": logical_id,
        "PhysicalResourceId": record["PhysicalResourceId"],
        "ResourceType": record["ResourceType"],
        "ResourceDriftStatus": found["StackResourceDriftStatus"],
        **({"Replacement": "False", "Scope": ["Properties"]} if names else {}),
        "Details": [_detail(name, found) for name in names],
    }


def _detail(name, found) -> dict:
    """One property that was changed by hand, with the value that is there and the one that it will have again."""
    actual, expected = (_text(json.loads(found[key]).get(name)) for key in ("ActualProperties", "ExpectedProperties"))
    return {
        "Target": {
            "Attribute": "Properties",
            "Name": name,
            "RequiresRecreation": "Never",
            "Path": f"/Properties/{name}",
            **({} if actual is None else {"BeforeValue": actual, "BeforeValueFrom": "ACTUAL_STATE"}),
            **({} if expected is None else {"AfterValue": expected, "AfterValueFrom": "TEMPLATE"}),
            "Drift": {
                **({} if expected is None else {"PreviousValue": expected}),
                **({} if actual is None else {"ActualValue": actual}),
            },
            "AttributeChangeType": "Add" if actual is None else "Modify",
        },
        "Evaluation": "Static",
        "ChangeSource": "DirectModification",
    }


def _text(value):
    return value if value is None or isinstance(value, str) else json.dumps(value)
