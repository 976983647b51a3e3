"""Asks cloudsplaining what a policy document opens: escalation, exfiltration, exposure, unlimited writing.

Reads JSON from standard input, a list of lists of statements, and prints a list of {"document", "code", "about"}.
"""
import json
import sys

from cloudsplaining.scan.policy_document import PolicyDocument


def risks_of(document):
    for path in document.allows_privilege_escalation:
        yield "PrivilegeEscalation", path["type"]
    for code, actions in [
        ("DataExfiltration", document.allows_data_exfiltration_actions),
        ("ResourceExposure", document.permissions_management_without_constraints),
        ("CredentialsExposure", document.credentials_exposure),
        ("ServiceWildcard", document.service_wildcard),
        ("InfrastructureModification", document.infrastructure_modification),
    ]:
        for action in actions:
            yield code, action


def main():
    findings = []
    for number, statements in enumerate(json.load(sys.stdin)):
        document = PolicyDocument({"Version": "2012-10-17", "Statement": statements})
        findings += [{"document": number, "code": code, "about": about} for code, about in risks_of(document)]
    json.dump(findings, sys.stdout)


if __name__ == "__main__":
    main()
