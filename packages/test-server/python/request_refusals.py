"""What S3 and SSM refuse and MiniStack lets pass: a bucket of somebody else than expected, and too much at once."""

import json

import ministack.services.s3 as s3
import ministack.services.ssm as ssm

_AT_ONCE = 10


def install() -> None:
    s3.handle_request = _owner_checked(s3.handle_request)
    ssm._get_parameters_by_path = _limited(ssm._get_parameters_by_path, "MaxResults", lambda value: int(value))
    ssm._delete_parameters = _limited(ssm._delete_parameters, "Names", len)
    ssm._get_parameters = _limited(ssm._get_parameters, "Names", len)


def _owner_checked(handle):
    async def handle_for_owner(method, path, headers, *rest, **named):
        expected = headers.get("x-amz-expected-bucket-owner")
        owner = s3._bucket_owner_account(path.split("/")[1])
        if expected and owner and expected != owner:
            return s3._error("AccessDenied", "Access Denied", 403)
        return await handle(method, path, headers, *rest, **named)

    return handle_for_owner


def _limited(handle, field, measure):
    def handle_limited(data):
        if field in data and measure(data[field]) > _AT_ONCE:
            return _too_much(field, data[field])
        return handle(data)

    return handle_limited


def _too_much(field, value):
    member = field[0].lower() + field[1:]
    what = "value" if isinstance(value, int) else "length"
    message = (
        f"1 validation error detected: Value '{json.dumps(value)}' at '{member}' failed to satisfy constraint: "
        f"Member must have {what} less than or equal to {_AT_ONCE}"
    )
    return ssm.error_response_json("ValidationException", message, 400)
