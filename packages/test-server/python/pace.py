"""How long CloudFormation takes for one resource, in each account: no time, unless a test asks for some.

`POST /_test/pace?account=123456789012&ms=200`. A stack that takes time can be seen at work, and be interrupted.
"""

import time
from urllib.parse import parse_qs

import ministack.app
from ministack.core.responses import get_account_id
from ministack.services.cloudformation import stacks

_pace_ms: dict[str, int] = {}


def install() -> None:
    own = stacks._runs_on_worker_thread
    # On a thread of its own, so that the server answers in the meantime.
    stacks._runs_on_worker_thread = lambda rtype: get_account_id() in _pace_ms or own(rtype)
    for name in ("_update_resource", "_provision_resource", "_delete_resource"):
        setattr(stacks, name, _slow(getattr(stacks, name)))
    ministack.app.app = _with_endpoint(ministack.app.app)


def _slow(work):
    def slow_work(*args):
        time.sleep(_pace_ms.get(get_account_id(), 0) / 1000)
        return work(*args)

    return slow_work


def _with_endpoint(app):
    async def app_with_pace(scope, receive, send):
        if scope.get("path") != "/_test/pace":
            return await app(scope, receive, send)
        _set(parse_qs(scope["query_string"].decode()))
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    return app_with_pace


def _set(query) -> None:
    account, ms = query["account"][0], int(query["ms"][0])
    if ms > 0:
        _pace_ms[account] = ms
    else:
        _pace_ms.pop(account, None)
