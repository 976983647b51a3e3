"""What CloudFormation does on behalf of its caller takes the caller's permissions, which MiniStack does not look at.

Without a service role it acts with the caller's own credentials; with one, the caller must be allowed to pass it, and
the role answers for the rest (here: may do everything). A template in a bucket is read with the caller's credentials.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
"""

from contextvars import ContextVar
from urllib.parse import unquote, urlparse

import iam_call
from ministack.core import iam_actions, iam_evaluator
from ministack.core.responses import get_account_id, get_region
from ministack.services.cloudformation import changesets, handlers

_caller: ContextVar[str] = ContextVar("caller", default="")
_has_role: ContextVar[bool] = ContextVar("has_role", default=False)


def install() -> None:
    iam_call.checks.append(_charge)
    iam_evaluator.enforce = _remembering(iam_evaluator.enforce)
    for action in ("CreateStack", "CreateChangeSet", "ExecuteChangeSet", "UpdateStack", "DeleteStack"):
        handlers._ACTION_HANDLERS[action] = _acting(handlers._ACTION_HANDLERS[action])


def _charge(action: str, params: dict) -> None:
    """Raises Refusal where whoever asked CloudFormation may not make this call of IAM."""
    if _caller.get() == "" or _has_role.get():
        return
    region, account = get_region(), get_account_id()
    asked = {**params, "Action": action}
    resource = iam_actions.extract_resource_arn("iam", "POST", "/", {}, b"", asked, region, account)
    denied = _denied(f"iam:{action}", resource)
    if denied:
        raise iam_call.Refusal(403, "AccessDenied", denied)


def _denied(action, resource, keys=None) -> str | None:
    service = action.split(":")[0]
    denied = iam_evaluator.enforce(_caller.get(), action, service, get_region(), resource, keys)
    why = f"because no identity-based policy allows the {action} action"
    who = getattr(denied, "principal_arn", "")
    return f"User: {who} is not authorized to perform: {action} on resource: {resource} {why}" if denied else None


def _remembering(enforce):
    def enforce_and_remember(access_key, *rest, **named):
        _caller.set(access_key or "")
        return enforce(access_key, *rest, **named)

    return enforce_and_remember


def _acting(handler):
    def acting(params):
        role, url = handlers._p(params, "RoleARN"), handlers._p(params, "TemplateURL")
        if role:
            denied = _denied("iam:PassRole", role, {"iam:PassedToService": "cloudformation.amazonaws.com"})
            if denied:
                return handlers._error("AccessDenied", denied, 403)
        if url and _denied("s3:GetObject", f"arn:aws:s3:::{unquote(urlparse(url).path).lstrip('/')}"):
            return handlers._error("ValidationError", "S3 error: Access Denied")
        _has_role.set(role != "" or _keeps_role(params))
        return handler(params)

    return acting


def _keeps_role(params) -> bool:
    """A stack keeps the role of its creation, and a change set the one that it was made with."""
    change_set = changesets._find_change_set(handlers._p(params, "ChangeSetName"))[1] or {}
    stack = handlers._resolve_stack(handlers._p(params, "StackName") or change_set.get("StackName", "")) or {}
    return "RoleARN" in stack or "RoleARN" in change_set.get("_settings", {})
