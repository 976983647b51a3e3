"""A second CREATE change set on a stack in review belongs to that same stack; MiniStack makes a new stack of it."""

from ministack.services import cloudformation
from ministack.services.cloudformation import handlers


def install() -> None:
    create = handlers._ACTION_HANDLERS["CreateChangeSet"]

    def create_in_same_stack(params):
        name = handlers._p(params, "StackName")
        stack = cloudformation._stacks.get(name)
        if stack is None or stack["StackStatus"] != "REVIEW_IN_PROGRESS":
            return create(params)
        answer = create(params)
        return _put_back(name, stack, answer)

    handlers._ACTION_HANDLERS["CreateChangeSet"] = create_in_same_stack


def _put_back(name, stack, answer):
    status, headers, body = answer
    made = cloudformation._stacks.get(name)
    cloudformation._stacks[name] = stack
    if made is None or made is stack:
        return answer
    cloudformation._stack_events.pop(made["StackId"], None)
    for change_set in cloudformation._change_sets.values():
        if change_set["StackId"] == made["StackId"]:
            change_set["StackId"] = stack["StackId"]
    return status, headers, body.replace(made["StackId"].encode(), stack["StackId"].encode())
