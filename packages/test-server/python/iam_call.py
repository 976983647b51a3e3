"""One call of the IAM API, made by CloudFormation for a stack."""

import re
from contextlib import contextmanager
from contextvars import ContextVar

import ministack.services.iam as iam
from ministack.core.responses import new_uuid

# https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html
_HANDLER_CODES = {
    "AccessDenied": "AccessDenied",
    "EntityAlreadyExists": "AlreadyExists",
    "NoSuchEntity": "NotFound",
    "LimitExceeded": "ServiceLimitExceeded",
    "MalformedPolicyDocument": "InvalidRequest",
    "InvalidInput": "InvalidRequest",
    "ValidationError": "InvalidRequest",
}


class Refusal(ValueError):
    """IAM's no; its text is what a stack event shows as the reason."""

    def __init__(self, status: int, code: str, message: str):
        handler_code = _HANDLER_CODES.get(code, "GeneralServiceException")
        super().__init__(
            f'Resource handler returned message: "{message} (Service: Iam, Status Code: {status}, '
            f'Request ID: {new_uuid()}) (SDK Attempt Count: 1)" '
            f"(RequestToken: {new_uuid()}, HandlerErrorCode: {handler_code})"
        )
        self.code = code


# Each is told of a call before it is made, and may raise a Refusal.
checks: list = []


_is_checked: ContextVar[bool] = ContextVar("is_checked", default=True)


def check(action: str, **params) -> None:
    """For what is done without a call of IAM's own, but takes one on AWS. Raises Refusal."""
    for each in checks if _is_checked.get() else []:
        each(action, params)


@contextmanager
def unchecked():
    """For what the server mends by itself, where AWS makes no call."""
    token = _is_checked.set(False)
    try:
        yield
    finally:
        _is_checked.reset(token)


def call(action: str, **params) -> str:
    """The body of IAM's answer; parameters that are None are left out. Raises Refusal."""
    given = {name: str(value) for name, value in params.items() if value is not None}
    check(action, **given)
    status, _headers, body = iam._IAM_HANDLERS[action](given)
    text = body.decode()
    if status >= 400:
        raise Refusal(status, _element(text, "Code"), _element(text, "Message"))
    return text


def call_unless_gone(action: str, **params) -> None:
    """For what may have been removed by hand: that it is not there is what was wanted."""
    try:
        call(action, **params)
    except Refusal as refusal:
        if refusal.code != "NoSuchEntity":
            raise


def _element(text: str, name: str) -> str:
    found = re.search(f"<{name}>(.*?)</{name}>", text, re.S)
    return found.group(1) if found else ""
