"""The other partitions: a caller in one of their regions writes and reads its ARNs, where MiniStack knows `arn:aws:` only.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
"""

import re

import ministack.app
from ministack.core import iam_actions
from ministack.core.router import extract_region

_PARTITIONS = {"us-gov-": "aws-us-gov", "cn-": "aws-cn"}
_SERVICES = ("cloudformation", "iam", "ssm", "sts")


def install() -> None:
    for service in _SERVICES:
        ministack.app.SERVICE_HANDLERS[service] = _translated(ministack.app.SERVICE_HANDLERS[service])
    own = iam_actions.extract_resource_arn

    def extract_resource_arn(service, method, path, headers, body, query_params, region, account_id):
        partition = _partition_of(region)
        params = query_params if partition is None else {
            name: [_as_aws(value, partition) for value in values] if isinstance(values, list) else values
            for name, values in query_params.items()
        }
        return own(service, method, path, headers, body, params, region, account_id)

    iam_actions.extract_resource_arn = extract_resource_arn


def _partition_of(region) -> str | None:
    return next((partition for start, partition in _PARTITIONS.items() if region.startswith(start)), None)


def _as_aws(text: str, partition: str) -> str:
    return re.sub(f"arn(:|%3A){partition}(:|%3A)", r"arn\1aws\2", text)


def _translated(handle):
    async def handle_translated(method, path, headers, body, query_params):
        partition = _partition_of(extract_region(headers))
        if partition is None:
            return await handle(method, path, headers, body, query_params)
        given = _as_aws(body.decode(), partition).encode()
        status, answered, text = await handle(method, path, headers, given, query_params)
        own = re.sub(r"arn(:|%3A)aws(:|%3A)", rf"arn\1{partition}\2", text.decode() if isinstance(text, bytes) else text)
        return status, {name: value for name, value in answered.items() if name.lower() != "content-length"}, own.encode()

    return handle_translated
