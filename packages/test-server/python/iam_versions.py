"""SetDefaultPolicyVersion, which MiniStack does not know.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html
"""

import ministack.services.iam as iam


def install() -> None:
    iam._IAM_HANDLERS["SetDefaultPolicyVersion"] = _set_default


def _set_default(params):
    arn, version_id = iam._p(params, "PolicyArn"), iam._p(params, "VersionId")
    versions = (iam._policies.get(arn) or {}).get("Versions", {})
    if version_id not in versions:
        return iam._error(404, "NoSuchEntity", f"Policy {arn} version {version_id} does not exist or is not attachable.")
    for version in versions.values():
        version["IsDefaultVersion"] = version["VersionId"] == version_id
    iam._policies[arn]["DefaultVersionId"] = version_id
    return iam._xml(200, "SetDefaultPolicyVersionResponse", "")
