"""SimulatePrincipalPolicy for groups, roles under a path, several resources, context keys and boundaries.

MiniStack's own knows users and roles by the first part of their path, one resource and no context.
"""

import ministack.services.iam as iam
from ministack.core import iam_evaluator as evaluator
from ministack.core.responses import get_account_id, get_region

_DECISIONS = {"Allow": "allowed", "Deny": "explicitDeny"}


def install() -> None:
    iam._IAM_HANDLERS["SimulatePrincipalPolicy"] = _simulate


def _simulate(params):
    arn = iam._p(params, "PolicySourceArn")
    source = _source(arn)
    if source is None:
        return iam._error(404, "NoSuchEntity", f"The principal {arn} cannot be found.")
    results = "".join(
        _result(params, arn, source, action, resource)
        for action in _members(params, "ActionNames")
        for resource in _members(params, "ResourceArns") or ["*"]
    )
    answer = f"<EvaluationResults>{results}</EvaluationResults><IsTruncated>false</IsTruncated>"
    name = "SimulatePrincipalPolicy"
    return iam._xml(200, f"{name}Response", f"<{name}Result>{answer}</{name}Result>")


def _source(arn: str):
    """The policies of a principal, and its boundary as a limit; None when there is no such principal."""
    kind, _, path = arn.split(":")[-1].partition("/")
    name, account = path.split("/")[-1], get_account_id()
    if kind == "group" and name in iam._groups:
        return _group_policies(name, account), []
    if kind == "role" and name in iam._roles:
        return evaluator._gather_role_policies(name, account), evaluator._permissions_boundary(iam._roles, name, account)
    if kind == "user" and name in iam._users:
        return evaluator._gather_user_policies(name, account), evaluator._permissions_boundary(iam._users, name, account)
    return None


def _group_policies(name, account) -> list:
    attached = iam._groups[name].get("AttachedPolicies") or []
    documents = list((iam._group_inline_policies.get(name) or {}).values())
    documents += [evaluator._resolve_managed_policy_document(arn, account) for arn in attached]
    return [evaluator.parse_policy_document(document) for document in documents if document]


def _members(params, name) -> list:
    found, n = [], 1
    while value := iam._p(params, f"{name}.member.{n}"):
        found.append(value)
        n += 1
    return found


def _context(params) -> dict:
    keys, n = {}, 1
    while name := iam._p(params, f"ContextEntries.member.{n}.ContextKeyName"):
        values = _members(params, f"ContextEntries.member.{n}.ContextKeyValues")
        keys[name.lower()] = values[0] if len(values) == 1 else values
        n += 1
    return keys


def _result(params, arn, source, action, resource) -> str:
    policies, limits = source
    context = evaluator.EvalContext(
        principal_arn=arn,
        principal_type="User",
        principal_account=get_account_id(),
        action=action,
        resource_arn=resource,
        region=get_region(),
        service_context=_context(params),
    )
    decision = evaluator.evaluate(context, policies, *limits).decision
    return (
        f"<member><EvalActionName>{action}</EvalActionName><EvalResourceName>{resource}</EvalResourceName>"
        f"<EvalDecision>{_DECISIONS.get(decision, 'implicitDeny')}</EvalDecision>"
        "<MatchedStatements></MatchedStatements><MissingContextValues></MissingContextValues></member>"
    )
