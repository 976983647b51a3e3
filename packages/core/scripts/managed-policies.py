"""Prints AWS's managed policies as JSON, from the wheel of the PyPI package moto.

    python3 managed-policies.py moto-5.2.5-py3-none-any.whl [--documents]

`policies` are ARN suffixes such as `job-function/SupportUser`; with `--documents` they are maps from the
suffix to the policy's document, default version and dates.
"""

import ast
import json
import sys

from read_wheel import open_wheel, print_json

DATA_FILE = "moto/iam/aws_managed_policies.py"


def read_policies(wheel):
    """The module is one assignment of one JSON text."""
    module = ast.parse(wheel.read(DATA_FILE).decode("utf-8"))
    return json.loads(module.body[0].value.value)


def suffix_of(name, policy):
    return policy["Path"].lstrip("/") + name


def with_document(policy):
    return {
        "created": policy["CreateDate"],
        "updated": policy["UpdateDate"],
        "version": policy["DefaultVersionId"],
        "document": policy["Document"],
    }


def main(path, *options):
    wheel, source = open_wheel(path)
    policies = read_policies(wheel)
    newest = max(policy["UpdateDate"] for policy in policies.values())[:10]
    by_suffix = {suffix_of(name, policy): policy for name, policy in policies.items()}
    listed = (
        {suffix: with_document(policy) for suffix, policy in by_suffix.items()}
        if "--documents" in options
        else sorted(by_suffix)
    )
    print_json({"source": source, "newest": newest, "policies": listed})


main(*sys.argv[1:])
